import Testing

@testable import Language

@Suite struct TreeTests {
    /// A document of random words in sentences of the given lengths.
    func document(_ lengths: [Int], _ random: inout Language.SplitMix) -> Document {
        let words = [
            "the", "Minister", "rejected", "PLAN", ",", "?", "1,200", "said", "to", "naïve", "“", "x-y", "Ms.", "—",
            ".",
        ]
        var lines: [String] = []
        for length in lengths {
            for index in 1...length {
                let word = words[Int.random(in: words.indices, using: &random)]
                lines.append("\(index)\t\(word)\t_\t_\t_\t_\t0\troot\t_\t_")
            }
            lines.append("")
        }
        return (try? Document(conllu: lines.joined(separator: "\n"))) ?? Document(text: [])
    }

    @Test func everySentenceIsATreeWithOneRoot() throws {
        let analyzer = try SentenceAnalyzer(Network())
        var random = Language.SplitMix(seed: 3)
        for _ in 0..<50 {
            let lengths = (0..<3).map { _ in Int.random(in: 1...40, using: &random) }
            var document = document(lengths, &random)
            analyzer.analyze(&document, WordColumn(document), .trees)
            for sentence in document.sentences { expectTree(document, sentence.tokens) }
        }
    }

    @Test func aVeryLongSentenceIsATree() throws {
        var random = Language.SplitMix(seed: 4)
        var document = document([20_000], &random)
        try SentenceAnalyzer(Network()).analyze(&document, WordColumn(document), .trees)
        expectTree(document, 0..<20_000)
    }

    @Test func emptyDocumentsAndSentencesAreLeftAlone() throws {
        var document = Document(text: [])
        document.sentences = [Sentence(tokens: 0..<0, paragraph: 0)]
        try SentenceAnalyzer(Network()).analyze(&document, WordColumn(document), .trees)
        #expect(document.heads.isEmpty)
    }

    func expectTree(_ document: Document, _ tokens: Range<Int>) {
        #expect(tokens.count { document.head(of: $0) == nil } == 1)
        // Every token leads to the root: mark what does, walking each path once.
        var leads = [Bool](repeating: false, count: document.count)
        for token in tokens {
            var path: [Int] = []
            var at = token
            while !leads[at], path.count <= tokens.count {
                path.append(at)
                guard let head = document.head(of: at) else { break }
                if !tokens.contains(head) {
                    Issue.record("the head of \(at) is outside of its sentence")
                    return
                }
                at = head
            }
            if path.count > tokens.count {
                Issue.record("the heads of \(token) go round in a circle")
                return
            }
            for step in path { leads[step] = true }
        }
        for token in tokens {
            #expect((document.relations[token] == .root) == (document.head(of: token) == nil))
        }
    }
}
