import Language

/// Training documents in folds, with copies of sentences in the cases that news and typed questions come in.
struct TrainingSet {
    /// Documents of each fold; a copy is in the fold of its original.
    private(set) var folds: [[Document]]

    /// Chooses the copies at random, the same ones for the same seed.
    init(_ documents: [Document], foldCount: Int, seed: UInt64) {
        folds = Array(repeating: [], count: foldCount)
        var random = SplitMix(seed: seed)
        for (index, document) in documents.enumerated() {
            let fold = index % foldCount
            folds[fold].append(document)
            for sentence in document.sentences.indices {
                for copy in Self.copies(of: document, sentence, &random) { folds[fold].append(copy) }
            }
        }
    }

    var all: [Document] { folds.flatMap { $0 } }

    /// All documents but those of one fold.
    func without(_ fold: Int) -> [Document] {
        folds.indices.filter { $0 != fold }.flatMap { folds[$0] }
    }

    private static func copies(of document: Document, _ sentence: Int, _ random: inout SplitMix) -> [Document] {
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
