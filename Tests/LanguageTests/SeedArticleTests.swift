import Articles
import Resources
import Testing

@testable import Language

/// The article that the program brings along, as the analysis should read it.
@Suite struct SeedArticleTests {
    private let document: Document

    init() throws {
        let text = Array((Resource.named("seeds/trump-putin-call.txt")?.text ?? "").utf8)
        var paragraphs: [Paragraph] = []
        for line in text.split(separator: 10) {
            paragraphs.append(Paragraph(range: line.startIndex..<line.endIndex, kind: .body))
        }
        document = try Analyzer().analyze(Article(id: "seed", text: text, title: "", paragraphs: paragraphs))
    }

    @Test func hasTwentyFiveSentences() {
        #expect(document.sentences.count == 25)
        #expect(document.string(document.sentences[3].tokens).hasSuffix("a good chance.”"))
        #expect(document.string(document.sentences[17].tokens).hasPrefix("In response, the European Union’s"))
    }

    /// Sentence (from 1), pronoun, and a word of the mention before it in its chain that is no pronoun.
    @Test(arguments: [
        (4, "I", "Trump"), (7, "they", "forces"), (18, "it", "Russia"), (19, "he", "Trump"), (20, "His", "Trump"),
        (22, "They", "allies"),
    ])
    func pronounsRefer(sentence: Int, pronoun: String, to word: String) throws {
        let token = try #require(document.sentences[sentence - 1].tokens.first { document.form($0) == pronoun })
        let chain = try #require(document.chains.first { $0.contains { $0.head == token } })
        let antecedent = chain.last {
            $0.head < token && document.xpos[$0.head] != .prp && document.xpos[$0.head] != .prpPossessive
        }
        let mention = try #require(antecedent)
        #expect(document.string(mention.tokens).contains(word))
    }

    /// Names that the answers rest on.
    @Test(arguments: [
        ("Kaja Kallas", NamedEntity.Kind.person), ("Alexander Grushko", .person), ("Mike Waltz", .person),
        ("Kremlin", .organization),
        ("Reuters", .organization), ("NATO", .organization), ("U.S.", .place), ("Russian", .nationality),
        ("Tuesday", .date),
    ])
    func names(text: String, kind: NamedEntity.Kind) {
        let found = document.entities.filter { document.string($0.tokens) == text }
        #expect(!found.isEmpty && found.allSatisfy { $0.kind == kind })
    }
}
