import Foundation
import Testing

@testable import Articles

/// Twenty pages in the styles of common sites, each with its article's text, title, author, source and date beside it.
@Suite struct PageTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Pages")

    private struct Gold {
        var fields: [String: String] = [:]
        var words: [String] = []

        init(_ text: String) {
            let parts = text.split(separator: "\n\n", maxSplits: 1)
            for line in parts[0].split(separator: "\n") {
                let pair = line.split(separator: ":", maxSplits: 1)
                fields[String(pair[0])] = String(pair[1].dropFirst())
            }
            words = parts[1].split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    /// Words in common, counted as often as both have them.
    private static func common(_ first: [String], _ second: [String]) -> Int {
        var counts: [String: Int] = [:]
        for word in first { counts[word, default: 0] += 1 }
        var common = 0
        for word in second where counts[word, default: 0] > 0 {
            counts[word, default: 0] -= 1
            common += 1
        }
        return common
    }

    @Test func `the text of the pages is found`() throws {
        var (common, found, wanted) = (0, 0, 0)
        for number in 1...20 {
            let name = (number < 10 ? "0" : "") + String(number)
            let gold = Gold(try String(contentsOf: Self.folder.appending(path: name + ".txt"), encoding: .utf8))
            let article = try ArticleReader().read(path: Self.folder.appending(path: name + ".html").path)
            let words = article.strings(.body).flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
            let same = Self.common(words, gold.words)
            (common, found, wanted) = (common + same, found + words.count, wanted + gold.words.count)
            let f1 = 2 * Double(same) / Double(words.count + gold.words.count)
            #expect(f1 > 0.9, "\(name): \(article.strings(.body))")
            #expect(article.title == gold.fields["Title"], "\(name)")
            #expect(article.publisher == gold.fields["Source"] || number == 13 && article.publisher != nil, "\(name)")
            #expect(article.byline == gold.fields["Author"], "\(name)")
            #expect(article.published == gold.fields["Date"], "\(name)")
        }
        let f1 = 200 * Double(common) / Double(found + wanted)
        print("HTML article text: F1 \(f1)")
        #expect(f1 > 97)
    }

    @Test func `captions are kept apart`() throws {
        let article = try ArticleReader().read(path: Self.folder.appending(path: "01.html").path)
        #expect(article.strings(.caption) == ["The ferry in the harbour last week"])
    }

    @Test func `a charset of the page and one that is wrong`() throws {
        let page =
            "<html><head><meta charset=iso-8859-1></head><body><p>Caf\u{E9} owners in the old town of Brey said that they would open again on Monday.</p></body></html>"
        let latin = page.unicodeScalars.map { UInt8($0.value) }
        #expect(try ArticleReader().read(bytes: latin, id: "a.html").strings(.body)[0].hasPrefix("Café"))
        #expect(try ArticleReader().read(bytes: Array(page.utf8), id: "a.html").strings(.body)[0].hasPrefix("Café"))
    }
}
