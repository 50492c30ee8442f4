import Language

/// How often a pronoun of the third person is given the right name.
///
/// Counted are pronouns in whose reference chain a name stands before them. One is right where the last name before it in
/// its chain (or, without one, the first after it) is a mention of the reference chain, or is headed by the same word as a
/// name of that chain: reference chains of silver corpora miss mentions, and the name is what a reader is told.
struct PronounScore {
    struct Count {
        var right = 0
        var all = 0
        var share: Double { Double(right) / Double(max(all, 1)) }
    }

    /// By "he", "she", "it", "they".
    private(set) var counts: [String: Count] = [:]
    /// What went wrong, for reading.
    private(set) var errors: [String] = []

    var all: Count {
        counts.values.reduce(into: Count()) {
            $0.right += $1.right
            $0.all += $1.all
        }
    }

    /// "he 80.00 of 100, ..., all 77.00 of 300"
    var summary: String {
        (counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("all", all)])
            .map { "\($0.0) \(percent($0.1.share)) of \($0.1.all)" }.joined(separator: ", ")
    }

    static func + (a: PronounScore, b: PronounScore) -> PronounScore {
        var sum = a
        for (pronoun, count) in b.counts {
            sum.counts[pronoun, default: Count()].right += count.right
            sum.counts[pronoun, default: Count()].all += count.all
        }
        sum.errors += b.errors
        return sum
    }

    private static let pronouns = [
        "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
        "herself": "she",
        "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "theirs": "they",
        "themselves": "they",
    ]

    /// Adds a document with coreference.
    mutating func add(_ document: Document, _ reference: ReferenceChains) {
        var tokenAt: [Int: Int] = [:]
        for token in 0..<document.count { tokenAt[Int(document.starts[token])] = token }
        var chainOf: [Int: Int] = [:]
        for (index, chain) in document.chains.enumerated() {
            for mention in chain { chainOf[mention.head] = index }
        }
        for gold in reference.chains {
            for mention in gold where mention.isPronoun {
                guard let pronoun = Self.pronouns[mention.word],
                    gold.contains(where: { $0.isName && $0.head.upperBound <= mention.head.lowerBound })
                else { continue }
                let token = tokenAt[mention.head.lowerBound]
                let chain = token.flatMap { chainOf[$0] }.map { document.chains[$0] } ?? []
                let name = token.flatMap { self.name(for: $0, in: chain, document) }
                let isRight = name.map { self.isRight($0, gold, document) } ?? false
                counts[pronoun, default: Count()].all += 1
                if isRight {
                    counts[pronoun, default: Count()].right += 1
                } else if let token {
                    let sentence = document.string(document.sentences[document.sentence(of: token)].tokens)
                    let wanted = gold.last { $0.isName && $0.head.upperBound <= mention.head.lowerBound }?.word ?? ""
                    errors.append(
                        "\(mention.word): \(name.map { document.string($0) } ?? "nothing"), not \(wanted): \(sentence)")
                }
            }
        }
    }

    /// The last name of a chain before a token, or the first one after it.
    private func name(for token: Int, in chain: [Mention], _ document: Document) -> Range<Int>? {
        let names = chain.compactMap { mention -> Range<Int>? in
            if let entity = document.entities.first(where: { $0.tokens.contains(mention.head) && $0.kind.isProper }) {
                return entity.tokens
            }
            let titled = document.entities.first {
                $0.kind == .person && mention.tokens.contains($0.tokens.lowerBound)
                    && $0.tokens.lowerBound > mention.head
            }
            if let titled { return titled.tokens }
            return document.xpos[mention.head].isProper ? mention.head..<mention.head + 1 : nil
        }
        return names.last { $0.upperBound <= token } ?? names.first { $0.lowerBound > token }
    }

    private func isRight(_ name: Range<Int>, _ gold: [ReferenceChains.Mention], _ document: Document) -> Bool {
        let bytes = document.byteRange(name)
        return gold.contains { !$0.isPronoun && bytes.overlaps($0.head) }
            || gold.contains { $0.isName && $0.word == document.norm(name.upperBound - 1) }
    }
}

extension NamedEntity.Kind {
    /// A name, no date or number.
    var isProper: Bool {
        switch self {
        case .person, .organization, .place, .nationality, .other: true
        default: false
        }
    }
}
