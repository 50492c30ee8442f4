import Testing

@testable import Articles

@Suite struct BadInputTests {
    private func reason(_ bytes: [UInt8]) -> ArticleError.Reason? {
        do {
            _ = try ArticleReader().read(bytes: bytes, id: "x")
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func empty() {
        #expect(reason([]) == .empty)
        #expect(reason(Array(" \n\t\r\n\u{A0}".utf8)) == .empty)
        #expect(reason([0xEF, 0xBB, 0xBF]) == .empty)
        // All that is white space in Unicode.
        for scalar in ["\u{85}", "\u{1680}", "\u{2000}\u{200A}\u{202F}", "\u{2028}\u{205F}", "\u{3000}\n\u{2003}"] {
            #expect(reason(Array(scalar.utf8)) == .empty, "\(Array(scalar.utf8))")
        }
    }

    @Test func binary() {
        #expect(reason(Array("Harbour\u{0}open".utf8)) == .binary("a NUL byte at byte 7"))
        #expect(reason(Array("ab\u{1}\u{2}\u{3}".utf8)) == .binary("3 control characters, the first at byte 2"))
        #expect(reason(Array("%PDF-1.7".utf8)) == .binary("a PDF"))
    }

    @Test func `a stray control character does no harm`() throws {
        let text = "Harbour open\n" + String(repeating: "Boats came back. ", count: 20) + "\u{7}"
        #expect(try read(text).title == "Harbour open")
    }

    @Test func `other formats are named`() {
        #expect(reason(Array("{\\rtf1 Harbour".utf8)) == .unsupported("RTF"))
    }

    @Test func `files that are none`() {
        #expect(throws: ArticleError(name: "no/such.txt", reason: .missing)) {
            try ArticleReader().read(path: "no/such.txt")
        }
        #expect(throws: ArticleError(name: "/", reason: .folder)) { try ArticleReader().read(path: "/") }
    }

    @Test func `too large and endless`() {
        var reader = ArticleReader()
        reader.limit = 10
        #expect(throws: ArticleError(name: "x", reason: .tooLarge(limit: 10))) {
            try reader.read(bytes: Array("Harbour open".utf8), id: "x")
        }
        #expect(
            reason(Array("Harbour\n".utf8) + Array(repeating: 0x61, count: 3 << 20))
                == .endlessLine(number: 2, count: 3 << 20))
        #expect(throws: ArticleError(name: "/dev/zero", reason: .noFile("a device"))) {
            try reader.read(path: "/dev/zero")
        }
    }

    @Test func `messages say what and where`() {
        #expect(ArticleError(name: "a.txt", reason: .missing).description == "a.txt: no such file")
        #expect(
            ArticleError(name: "news", reason: .folder).description
                == "news: a folder, not a file")
        #expect(
            ArticleError(name: "a", reason: .unreadable("Permission denied")).description
                == "a: cannot be read: Permission denied")
    }

    @Test func `no bytes trap, and every range can be sliced`() throws {
        var random = SystemRandomNumberGenerator()
        let pieces: [[UInt8]] = [
            "\n", "\r", "\r\n", " ", "\t", "By ", "Jane ", "(AP) ", " - ", "—", "MOSCOW", ", ", "March 17, 2025",
            "(c) ", "é", ".", "\u{FEFF}", "\u{2028}", "Credit: ",
        ]
        .map { Array($0.utf8) }
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                if Bool.random(using: &random), let piece = pieces.randomElement(using: &random) {
                    bytes += piece
                } else {
                    bytes.append(UInt8.random(in: 0x20...0xFF, using: &random))
                }
            }
            guard let article = try? ArticleReader().read(bytes: bytes, id: "x") else { continue }
            var end = 0
            for paragraph in article.paragraphs {
                #expect(paragraph.range.lowerBound >= end && !paragraph.range.isEmpty, "\(bytes)")
                end = paragraph.range.upperBound
                #expect(String(validating: article.text[paragraph.range], as: UTF8.self) != nil, "\(bytes)")
            }
            #expect(end <= article.text.count)
            #expect(!article.title.isEmpty)
        }
    }
}

@Suite struct SeedTests {
    @Test func `the seed article reads well`() throws {
        let seed = try ArticleReader().readSeed()
        #expect(seed.id == "trump-putin-call.txt")
        #expect(seed.path == nil)
        #expect(seed.title.hasPrefix("Trump to Talk with Putin"))
        #expect(seed.publisher == "Reuters")
        #expect(seed.strings(.body).count == 11)
        #expect(seed.strings(.credit) == ["Credit: This story is based on reporting by Reuters."])
    }
}
