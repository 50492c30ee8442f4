import Articles
import Testing

@testable import Language

/// What was computed for a word before is used again: it must not show.
struct WordInputsTests {
    private static let first =
        "The harbour of Velmark was closed on Monday. The mayor said the harbour would open again."
    private static let second = "The mayor of Velmark resigned. \"The harbour will open,\" she said on Monday."

    /// All that the network says of a text.
    private func reading(_ text: String, _ analyzer: Analyzer) -> String {
        let paragraph = Paragraph(range: 0..<text.utf8.count, kind: .body)
        let document = analyzer.analyze(
            Article(id: "a", text: Array(text.utf8), title: "", paragraphs: [paragraph]), withEvidence: true)
        return document.conllu(id: "a") + "\(document.attributionEvidence)"
    }

    @Test func aTextIsReadTheSameAfterAnother() throws {
        let fresh = reading(Self.second, try Analyzer())
        let analyzer = try Analyzer()
        _ = reading(Self.first, analyzer)
        #expect(reading(Self.second, analyzer) == fresh)
        #expect(reading(Self.second, analyzer) == fresh)
    }

    @Test func moreWordsThanAreKeptAreReadAsIfAlone() throws {
        let analyzer = try Analyzer()
        let fresh = reading(Self.first, analyzer)
        for part in 0..<4 {
            let words = (0..<WordInputs.capacity / 3).map { "word\(part)x\($0)" }
            let sentences = stride(from: 0, to: words.count, by: 20).map {
                "Then " + words[$0..<min($0 + 20, words.count)].joined(separator: " ") + "."
            }
            _ = reading(sentences.joined(separator: " "), analyzer)
        }
        #expect(reading(Self.first, analyzer) == fresh)
    }
}
