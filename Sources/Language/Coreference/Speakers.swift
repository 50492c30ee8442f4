/// Sieve: who says "I" and "we" in a quotation is who is quoted.
///
///     “[We] must go,” [Dow] said. “[I] know it.”
struct Speakers {
    private let document: Document
    private let speechVerbs: Set<String>
    /// For each token the quotation that it stands in, or -1.
    private(set) var quotationOfToken: [Int32]
    private var quotations: [Range<Int>] = []
    private var children: [[Int]]

    init(_ document: Document) {
        self.document = document
        speechVerbs = Self.verbs
        quotationOfToken = Array(repeating: -1, count: document.count)
        children = Array(repeating: [], count: document.count)
        for token in 0..<document.count {
            if let head = document.head(of: token) { children[head].append(token) }
        }
        var start = 0
        while start < document.sentences.count {
            var end = start + 1
            while end < document.sentences.count,
                document.sentences[end].paragraph == document.sentences[start].paragraph
            { end += 1 }
            let tokens = document.sentences[start].tokens.lowerBound..<document.sentences[end - 1].tokens.upperBound
            for inset in Insets(tokens, of: document).insets where inset.isQuotation {
                let index = Int32(quotations.count)
                quotations.append(inset.open..<inset.close + 1)
                for token in inset.open...inset.close { quotationOfToken[token] = index }
            }
            start = end
        }
    }

    private static let verbs = Lexicon(named: "speech-verbs").words.union(Lexicon(named: "quotation-verbs").words)

    /// The token that names the speaker of each quotation.
    func speakers() -> [Int?] {
        var speakers: [Int?] = []
        for (index, quotation) in quotations.enumerated() {
            var speaker = speaker(of: quotation)
            let paragraph = paragraph(of: quotation.lowerBound)
            if speaker == nil, index > 0, self.paragraph(of: quotations[index - 1].lowerBound) == paragraph {
                speaker = speakers[index - 1]
            }
            speakers.append(speaker)
        }
        // A quotation that is named after it: “One. Two,” Dow said.
        for index in quotations.indices.dropLast().reversed() where speakers[index] == nil {
            if paragraph(of: quotations[index].lowerBound) == paragraph(of: quotations[index + 1].lowerBound) {
                speakers[index] = speakers[index + 1]
            }
        }
        return speakers
    }

    private func paragraph(of token: Int) -> Int { document.sentences[document.sentence(of: token)].paragraph }

    /// The subject of the verb of saying that is nearest to the quotation, in the sentences that it touches.
    private func speaker(of quotation: Range<Int>) -> Int? {
        let first = document.sentences[document.sentence(of: quotation.lowerBound)].tokens
        let last = document.sentences[document.sentence(of: quotation.upperBound - 1)].tokens
        var candidates: [(distance: Int, verb: Int)] = []
        // Not too far away, so that a text of nothing but quotations takes no longer.
        let near = max(first.lowerBound, quotation.lowerBound - 300)..<min(last.upperBound, quotation.upperBound + 300)
        for token in near where quotationOfToken[token] < 0 && speechVerbs.contains(document.norm(token)) {
            guard document.xpos[token].isVerb else { continue }
            let distance =
                token < quotation.lowerBound ? quotation.lowerBound - token : token - quotation.upperBound + 1
            candidates.append((distance, token))
        }
        for (_, verb) in candidates.sorted(by: { $0.distance < $1.distance }) {
            if let subject = subject(of: verb, outside: quotation) { return subject }
        }
        return nil
    }

    /// The subject of a verb, or of the verb that it depends on: "Dow left, saying".
    private func subject(of verb: Int, outside quotation: Range<Int>) -> Int? {
        var verb: Int? = verb
        for _ in 0..<4 {
            guard let current = verb else { return nil }
            let subject = children[current].first {
                (document.relations[$0] == .nsubj || document.relations[$0] == .nsubjPassive)
                    && quotationOfToken[$0] < 0
            }
            if let subject { return subject }
            verb = document.head(of: current)
        }
        return nil
    }

    /// "Q: What do you fear most?": you are who has the next turn.
    private func answering(_ mention: CoreferenceMention, _ turns: [Transcript.Turn]) -> Range<Int>? {
        guard let asked = turns.firstIndex(where: { $0.tokens.contains(mention.head) }), asked + 1 < turns.count,
            let last = document.sentences[mention.sentence].tokens.last, document.norm(last) == "?"
        else { return nil }
        return turns[asked + 1].speaker
    }

    /// Joins the first persons of each quotation with its speaker, and those outside of quotations with each other.
    func apply(to state: inout CoreferenceState) {
        let speakers = speakers()
        var mentionOfHead: [Int: Int] = [:]
        for (index, mention) in state.mentions.enumerated() where !mention.isCoordination {
            mentionOfHead[mention.head] = index
        }
        let turns = Transcript(document).turns
        var outside: (singular: [Int], plural: [Int]) = ([], [])
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard let pronoun = mention.pronoun else { continue }
            if pronoun.person == .second, let answering = answering(mention, turns),
                let speaker = answering.lazy.compactMap({ mentionOfHead[$0] }).first
            {
                state.join(speaker, index)
            }
            guard pronoun.person == .first else { continue }
            let isSingular = pronoun.agreement.number == .singular
            let quotation = quotationOfToken[mention.head]
            if quotation >= 0 {
                guard let token = speakers[Int(quotation)], let speaker = mentionOfHead[token],
                    !state.mentions[speaker].isIndefinite
                else { continue }
                state.join(speaker, index)
            } else if let turn = turns.first(where: { $0.tokens.contains(mention.head) }) {
                // "A: I know it.": whoever answers.
                guard let name = turn.speaker,
                    let speaker = name.lazy.compactMap({ mentionOfHead[$0] }).first
                else { continue }
                state.join(speaker, index)
            } else {
                if isSingular { outside.singular.append(index) } else { outside.plural.append(index) }
            }
        }
        for group in [outside.singular, outside.plural] {
            for index in group.dropFirst() { state.join(group[0], index) }
        }
        // "I" of a column is who wrote it.
        if outside.singular.count >= Bylines.firstPersons, let author = Bylines(document).author(in: state) {
            state.join(author, outside.singular[0])
        }
    }
}
