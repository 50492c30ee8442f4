import Language

/// Copies of training sentences in the cases that news and typed questions come in.
struct SentenceCopies {
    private(set) var documents: [Document] = []

    /// Chooses the copies at random, the same ones for the same seed.
    init(_ originals: [Document], seed: UInt64) {
        var random = SplitMix(seed: seed)
        let titles = TitleSynthesis(originals)
        for document in originals {
            for sentence in document.sentences.indices {
                documents += Self.copies(of: document, sentence, titles, &random)
            }
        }
    }

    private static func copies(
        of document: Document, _ sentence: Int, _ titles: TitleSynthesis, _ random: inout SplitMix
    ) -> [Document] {
        var copies: [Document] = []
        func add(_ share: Double, _ recasing: Recasing, bare: Bool) {
            let chance = random.unit()
            if chance < share {
                copies.append(document.copy(ofSentence: sentence, recasing, withoutFinalPunctuation: bare))
            }
        }
        add(0.06, .lower, bare: random.unit() < 0.3)
        add(0.06, .upper, bare: random.unit() < 0.7)
        add(0.06, .title, bare: random.unit() < 0.8)
        if document.isQuestion(sentence) {
            add(1.0, .asWritten, bare: false)
            add(0.5, .asWritten, bare: true)
            add(0.5, .lower, bare: false)
            add(1.0, .lower, bare: true)
        }
        if random.unit() < 0.6, let titled = titles.titled(document, sentence: sentence, &random) {
            copies.append(titled)
        }
        // Questions that were made of statements: as typed with care, and as typed in a hurry.
        if random.unit() < 0.35, let synthesis = QuestionSynthesis(document, sentence: sentence),
            let question = synthesis.question(&random)
        {
            if random.unit() < 0.5 {
                copies.append(question)
            } else {
                copies.append(question.copy(ofSentence: 0, .lower, withoutFinalPunctuation: random.unit() < 0.7))
            }
        }
        return copies
    }
}

extension Document {
    /// Whether a sentence ends in a question mark.
    func isQuestion(_ sentence: Int) -> Bool {
        guard let last = sentences[sentence].tokens.last else { return false }
        return text[Int(starts[last])] == UInt8(ascii: "?")
    }
}
