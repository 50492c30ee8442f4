import ArgumentParser
import Articles
import Foundation
import Language

/// Times the analysis of long texts of odd kinds: twice the text should take twice the time.
struct Linearity: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Times the analysis of long texts that are one sentence, one table, nothing but quotations, and the like.")

    @Option(help: "Characters of the longest text.") var longest = 400_000

    private static let pieces = [
        ("one sentence", "the minister of Velmora said that it had agreed to a deal with its union which "),
        ("names", "Ann Dow and Ben Roe met Mr. Carter of Velmora Corp. and the Norland Bank. "),
        ("one name", "Ann Dow "), ("pronouns", "he said it that they and she had his "),
        ("quotations", "“I go,” he said. \"It is (so),\" she said. "),
        ("marks", "( [ “ \" ' … - -- $ # @ "), ("table", "12\t3.5%\t$1,200\t| n/a |\n"),
        ("capitals", "MINISTER SAYS NO DEAL WITH VELMORA "),
        ("code", "if (x[i] != 0) { return a->b; } // foo_bar\n"),
        ("mail", "> On Mon, a.b@example.com wrote: http://x.y/z?q=1\n"),
        ("emoji", "👩‍👩‍👧 ❤️ 🇩🇪 "), ("no space", "abc-def_ghi.jkl'mno"), ("paragraphs", "The mayor left.\n\n"),
    ]

    func run() throws {
        let analyzer = try Analyzer()
        let sizes = [longest / 16, longest / 4, longest]
        print("microseconds a byte at \(sizes.map(String.init).joined(separator: ", ")) bytes")
        for (name, piece) in Self.pieces {
            var times: [String] = []
            for size in sizes {
                let text = Array(String(repeating: piece, count: max(size / piece.utf8.count, 1)).utf8)
                let article = Article(id: name, text: text, title: "", paragraphs: Self.paragraphs(text))
                let start = ProcessorTime.now
                let document = analyzer.analyze(article)
                let elapsed = ProcessorTime.now - start
                let violations = document.violations(paragraphs: article.paragraphs.map(\.range))
                guard violations.isEmpty else { throw CorpusError(description: "\(name): \(violations[0])") }
                times.append(String(format: "%.2f", elapsed * 1e6 / Double(text.count)))
            }
            print("\(name): \(times.joined(separator: ", "))")
        }
    }

    /// Divided at empty lines.
    private static func paragraphs(_ text: [UInt8]) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        var start = 0
        for index in text.indices where index + 1 == text.count || (text[index] == 10 && text[index + 1] == 10) {
            if index + 1 > start { paragraphs.append(Paragraph(range: start..<index + 1, kind: .body)) }
            start = index + 1
        }
        return paragraphs
    }
}
