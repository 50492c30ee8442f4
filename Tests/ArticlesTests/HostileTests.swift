import CFileUser
import Foundation
import Testing

@testable import Articles

/// Input that is broken, or meant to break something. Nothing of it traps, hangs, or grows without bound.
@Suite final class HostileTests {
    private let scratch = NSTemporaryDirectory() + "hearsay-hostile-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: scratch) }

    private func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let path = scratch + "/" + name
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    private func outcomes(_ path: String, _ reader: ArticleReader = ArticleReader()) -> [ArticleReader.Outcome] {
        var outcomes: [ArticleReader.Outcome] = []
        reader.read(path: path) {
            outcomes.append($0)
            return true
        }
        return outcomes
    }

    private func reasons(_ path: String, _ reader: ArticleReader = ArticleReader()) -> [ArticleError.Reason] {
        outcomes(path, reader).compactMap { if case .skipped(let error) = $0 { error.reason } else { nil } }
    }

    @Test func `truncated and mixed encodings`() throws {
        let cut = Array("Harbour opened\n\nThe café is o\u{20AC}".utf8).dropLast()
        #expect(try ArticleReader().read(bytes: Array(cut), id: "a").title == "Harbour opened")
        let mixed =
            Array("Café opened\n\n".utf8) + Array("caf".utf8) + [0xE9] + Array(" — opened — again — “today”.".utf8)
        let article = try ArticleReader().read(bytes: mixed, id: "a")
        #expect(String(decoding: article.text, as: UTF8.self).contains("Café opened"))
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "Harbour opened\n\nBoats came.".utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try ArticleReader().read(bytes: wide, id: "a").title == "Harbour opened")
        #expect(try ArticleReader().read(bytes: Array(wide.dropLast()), id: "a").title == "Harbour opened")
    }

    @Test func `deeply nested json and html`() throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(throws: JSONInput.Failure.self) { try JSONInput(parsing: Array(deep.utf8)[...]) }
        func page(_ depth: Int) -> [UInt8] {
            let prose = "<p>The harbour opened again on Monday, said the mayor of Port Ansel, Ada Berg.</p>"
            return Array(("<html><body>" + String(repeating: "<div>", count: depth) + prose).utf8)
        }
        #expect(try ArticleReader().read(bytes: page(150), id: "a.html").strings(.body).count == 1)
        // libxml2 goes 256 levels deep.
        #expect(throws: ArticleError(name: "a.html", reason: .empty)) {
            try ArticleReader().read(bytes: page(20_000), id: "a.html")
        }
        let open =
            String(repeating: "<b><i><table><tr><td>", count: 3000)
            + "text of the page, which is long enough to be one, is it not."
        _ = readAll("<html>" + open, id: "b.html")
    }

    @Test func `entities that multiply, and entities from elsewhere`() throws {
        var declarations = "<!ENTITY a \"harbour \">"
        for (name, inner) in zip("bcdefghij", "abcdefghi") {
            declarations += "<!ENTITY \(name) \"" + String(repeating: "&\(inner);", count: 10) + "\">"
        }
        let bomb =
            "<?xml version=\"1.0\"?><!DOCTYPE rss [\(declarations)]><rss><channel><item><title>&j; T</title><description>Boats came &j; back.</description></item></channel></rss>"
        for article in readAll(bomb, id: "a.xml").articles { #expect(article.text.count < 1000) }
        let secret = try write(Array("SECRET".utf8), "secret.txt")
        let external =
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file://\(secret)\"><!ENTITY y SYSTEM \"http://127.0.0.1:9/\">]><rss><channel><item><title>T &x;</title><description>Boats &x; came &y; back.</description></item></channel></rss>"
        for article in readAll(external, id: "a.xml").articles {
            #expect(!String(decoding: article.text, as: UTF8.self).contains("SECRET"))
            #expect(article.strings(.body) == ["Boats came back."])
        }
    }

    @Test func `a gz that unpacks without end`() throws {
        let bomb = scratch + "/bomb.txt.gz"
        var reader = ArticleReader()
        reader.limit = 1 << 20
        // A thousand times its size.
        try run("head -c 30000000 /dev/zero | tr '\\0' 'a' | gzip -9 > '\(bomb)'")
        #expect(reasons(bomb, reader) == [.unpacksTooLarge(limit: 1 << 20)])
        // Line after line, so that it could be read for ever.
        try run("yes '{\"title\": \"t\", \"text\": \"The harbour opened.\"}' | head -c 30000000 | gzip -9 > '\(bomb)'")
        #expect(reasons(bomb, reader) == [.unpacksTooLarge(limit: 1 << 20)])
    }

    @Test func `a gz that is fine, cut off, or damaged`() throws {
        let path = try write(Array("Harbour opened\n\nBoats came back to Port Ansel on Monday.".utf8), "a.txt")
        try run("gzip -k '\(path)'")
        let article = try ArticleReader().read(path: path + ".gz")
        #expect(article.title == "Harbour opened" && article.format == .text)
        let packed = [UInt8](try Data(contentsOf: URL(filePath: path + ".gz")))
        let cut = try write(Array(packed.dropLast(12)), "cut.gz")
        guard case .malformed("gzip", _) = reasons(cut).first else { return #expect(Bool(false), "\(reasons(cut))") }
        for index in 10..<packed.count {
            var damaged = packed
            damaged[index] ^= 0x55
            _ = readAll(damaged, id: "a.gz")
        }
    }

    @Test func `archives say what to do`() throws {
        let zip = try write(Array("PK\u{3}\u{4}aaaa".utf8), "a.zip")
        #expect(reasons(zip) == [.archive("a ZIP archive or office document")])
        let file = try write(Array("Harbour".utf8), "b.txt")
        try run("tar -cf '\(scratch)/a.tar' '\(file)' 2>/dev/null; gzip -k '\(scratch)/a.tar'")
        #expect(reasons(scratch + "/a.tar") == [.archive("a tar archive")])
        #expect(reasons(scratch + "/a.tar.gz") == [.archive("a tar archive")])
        #expect(
            ArticleError(name: "a.zip", reason: .archive("a ZIP archive")).description
                == "a.zip: a ZIP archive: unpack it and load the folder")
    }

    @Test func `pipes, devices, and sockets`() throws {
        let pipe = scratch + "/pipe"
        mkfifo(pipe, 0o600)
        var reader = ArticleReader()
        reader.patience = 50
        #expect(reasons(pipe, reader) == [.noFile("a pipe into which nobody writes")])
        #expect(reasons("/dev/zero") == [.noFile("a device")])
        #expect(reasons("/dev/null") == [.noFile("a device")])
        let socket = scratch + "/socket"
        mknod(socket, S_IFSOCK | 0o600, 0)
        #expect(reasons(socket) == [.noFile("a socket or device")])
        #expect(
            FolderWalk().entries(below: scratch).contains(.failure(ArticleError(name: pipe, reason: .noFile("a pipe"))))
        )
    }

    @Test func `a pipe that never ends`() throws {
        let pipe = scratch + "/pipe"
        mkfifo(pipe, 0o600)
        let writer = Process()
        writer.executableURL = URL(filePath: "/bin/sh")
        writer.arguments = ["-c", "yes 'The harbour opened again.' > '\(pipe)'"]
        try writer.run()
        var reader = ArticleReader()
        reader.limit = 4 << 20
        #expect(reasons(pipe, reader) == [.tooLarge(limit: 4 << 20)])
        writer.terminate()
        writer.waitUntilExit()
    }

    @Test func `a line without end`() throws {
        let line = try write(Array(repeating: 0x61, count: 3 << 20), "line.txt")
        #expect(reasons(line) == [.endlessLine(number: 1, count: 3 << 20)])
        let rows = try write(Array("title,text\n\"x,".utf8) + Array(repeating: 0x61, count: 3 << 20), "line.csv")
        guard case .malformed("CSV", _) = reasons(rows).first else { return #expect(Bool(false)) }
    }

    @Test(arguments: ["line.txt", "line.html", "line.jsonl"]) func `a gigabyte that is one line`(name: String) throws {
        // It takes no room on the disk.
        let line = try write(Array("{\"title\": \"Harbour".utf8), name)
        truncate(line, 1 << 30)
        var reader = ArticleReader()
        reader.limit = 2 << 20
        #expect(outcomes(line, reader).count == 1)
        switch reasons(line, reader).first {
        case .tooLarge(limit: 2 << 20), .endlessLine(number: 1, _): break
        case let other: Issue.record("\(String(describing: other))")
        }
    }

    @Test func `folders: links that lead back, hidden files`() throws {
        let inner = scratch + "/folder/inner"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        _ = try write(Array("b".utf8), "folder/inner/b.txt")
        _ = try write(Array("a".utf8), "folder/a.txt")
        _ = try write(Array("x".utf8), "folder/.hidden")
        _ = try write(Array("p{}".utf8), "folder/style.css")
        symlink("../", inner + "/loop")
        symlink("nowhere", inner + "/dangling")
        let base = scratch + "/folder"
        #expect(
            FolderWalk().entries(below: base) == [
                .file(base + "/a.txt"), .file(inner + "/b.txt"),
                .failure(ArticleError(name: inner + "/dangling", reason: .unreadable("No such file or directory"))),
                .failure(ArticleError(name: base + "/style.css", reason: .notAnArticle("a style sheet"))),
            ])
    }

    @Test func `folders and files without permission`() throws {
        let inner = scratch + "/inner"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
        let secret = try write(Array("Harbour opens".utf8), "secret.txt")
        let open = try write(Array("Harbour opens".utf8), "open.txt")
        chmod(scratch, 0o755)
        chmod(open, 0o644)
        for path in [inner, secret] { chmod(path, 0) }
        // Root may read everything: it becomes another user for the time of these calls.
        try #require(files_as_other_user(), "no way to be another user for a while")
        defer {
            files_as_oneself()
            chmod(inner, 0o700)
        }
        #expect(
            FolderWalk().entries(below: scratch) == [
                .failure(ArticleError(name: inner, reason: .unreadable("Permission denied"))), .file(open),
                .file(secret),
            ])
        #expect(reasons(secret) == [.unreadable("Permission denied")])
        #expect(try ArticleReader().read(path: open).title == "Harbour opens")
    }

    @Test func `a file that changes while it is read`() throws {
        let path = try write(
            Array(
                (0..<3000).map {
                    "{\"title\": \"T\($0)\", \"text\": \"The harbour opened for the \($0). time, said the mayor of Port Ansel.\"}\n"
                }.joined().utf8), "a.jsonl")
        var last: ArticleReader.Outcome?
        var count = 0
        ArticleReader().read(path: path) { outcome in
            count += 1
            last = outcome
            if count == 10 { try? run("printf '\\n' >> '\(path)'") }
            return true
        }
        guard case .skipped(let error) = last else { return #expect(Bool(false)) }
        #expect(error.reason == .changed && count == 3001)
    }

    @Test func `a title of 100,000 letters, and control characters, are kept as they are`() throws {
        let title = String(repeating: "long", count: 25_000)
        let (articles, _) = readAll(
            "{\"title\": \"\(title)\", \"text\": \"A \\u001b[31mred\\u202e word.\\n\\nAnd more.\"}", id: "a.json")
        #expect(articles[0].title.count == 100_000)
        #expect(articles[0].strings(.body)[0] == "A \u{1B}[31mred\u{202E} word.")
    }

    @Test func `no bytes of any format trap`() throws {
        let seeds: [(String, String)] = [
            (
                "a.html",
                "<html><head><meta charset=utf-8><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"x\"}</script></head><body><article><h1>T</h1><p>The harbour opened, said &amp; wrote Ada Berg.<br><br>x</article>"
            ),
            (
                "a.xml",
                "<?xml version=\"1.0\"?><rss><channel><title>c</title><item><title>a</title><description>&lt;p&gt;b&lt;/p&gt;</description></item></channel></rss>"
            ),
            (
                "a.xml",
                "<nitf><head/><body><body.head><hedline><hl1>x</hl1></hedline></body.head><body.content><p>y</p></body.content></body></nitf>"
            ),
            (
                "a.xml",
                "<newsItem><contentMeta><headline>x</headline></contentMeta><contentSet><inlineXML><html><body><p>y</p></body></html></inlineXML></contentSet></newsItem>"
            ),
            ("a.jsonl", "{\"title\": \"x\", \"text\": \"y\"}\n{\"title\": \"\\u00e9\", \"text\": \"z\"}\n"),
            ("a.csv", "title,text\n\"a\",\"b \"\"c\"\"\"\n"),
            ("a.md", "---\ntitle: x\n---\n# H\n\n*a* [b](c) `d`\n\n> e\n"),
            ("a.sgm", "<REUTERS NEWID=\"1\"><TEXT><TITLE>a</TITLE><BODY>b &lt; c</BODY></TEXT></REUTERS>"),
            ("a.txt", "Title: x\nDate: 2025-03-17\n\nBody text.\n"),
            ("a.json", "[{\"uri\": \"u\", \"bodies\": [{\"value\": \"x\"}]}]"),
        ]
        var random = SystemRandomNumberGenerator()
        for (name, text) in seeds {
            for _ in 0..<300 {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: index)
                    case 2:
                        bytes.insert(
                            contentsOf: bytes[index...].prefix(Int.random(in: 1...20, using: &random)), at: index)
                    default: bytes = Array(bytes.prefix(index))
                    }
                }
                for article in readAll(bytes, id: name).articles {
                    for paragraph in article.paragraphs {
                        #expect(String(validating: article.text[paragraph.range], as: UTF8.self) != nil)
                    }
                    #expect(article.offset(inFile: article.text.count) >= article.text.count)
                }
            }
        }
    }

    private func run(_ command: String) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", command]
        try shell.run()
        shell.waitUntilExit()
    }
}
