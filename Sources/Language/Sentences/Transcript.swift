/// Who says what in a printed conversation: an interview in questions and answers, or turns under the speakers' names.
///
///     Q: How many are there?               WALLACE: Will she be there?
///     A: We counted 47 last winter.        PENCE: She will not.
public struct Transcript: Sendable {
    /// What one speaker says at a time.
    public struct Turn: Sendable {
        /// The label, without its colon: "A", "PENCE".
        public var label: Range<Int>
        /// The name of who speaks; nil for who only asks questions.
        public var speaker: Range<Int>?
        /// What is said, from behind the label on, over one paragraph or several.
        public var tokens: Range<Int>
    }

    /// In textual order; empty for a document that is no conversation.
    public let turns: [Turn]

    /// Finds the turns of a document whose tokens, sentences and entities are known.
    public init(_ document: Document) {
        let starts = Self.paragraphStarts(of: document)
        let labels = starts.compactMap { Self.label(at: $0, in: document) }
        let isInterview = labels.contains { Self.isLetter($0, "a", document) }
        let interviewee =
            isInterview ? labels.first.flatMap { Self.interviewee(before: $0.lowerBound, in: document) } : nil
        // One name with a colon is a heading; a conversation takes two.
        guard labels.count > 1, !isInterview || interviewee != nil else {
            turns = []
            return
        }
        turns = labels.enumerated().map { index, label in
            let next = index + 1 < labels.count ? labels[index + 1].lowerBound : nil
            let end = next ?? starts.first { $0 > label.lowerBound } ?? document.count
            let isQuestion = Self.isLetter(label, "q", document)
            let speaker = isQuestion ? nil : Self.isLetter(label, "a", document) ? interviewee : label
            return Turn(label: label, speaker: speaker, tokens: label.upperBound + 1..<max(end, label.upperBound + 1))
        }
    }

    private static func paragraphStarts(of document: Document) -> [Int] {
        document.sentences.indices.filter {
            $0 == 0 || document.sentences[$0 - 1].paragraph != document.sentences[$0].paragraph
        }.map { document.sentences[$0].tokens.lowerBound }
    }

    /// "Q:", "A:", a name in capitals or of a person with a colon behind it; a quotation mark may stand before it.
    private static func label(at start: Int, in document: Document) -> Range<Int>? {
        let first = document.isOpeningMark(start) ? start + 1 : start
        guard first + 2 < document.count else { return nil }
        guard let colon = (first + 1..<min(first + 5, document.count)).first(where: { document.norm($0) == ":" }) else {
            return nil
        }
        let label = first..<colon
        if label.count == 1, ["Q", "A"].contains(document.form(first)) { return label }
        let isInCapitals = label.allSatisfy { document.form($0).utf8.allSatisfy { !(97...122).contains($0) } }
        let isPerson = document.entities.contains { $0.kind == .person && $0.tokens == label }
        let isLong = document.form(first).utf8.count > 2
        return isLong && (isInCapitals && document.xpos[first] != .cd || isPerson) ? label : nil
    }

    private static func isLetter(_ label: Range<Int>, _ letter: String, _ document: Document) -> Bool {
        label.count == 1 && document.norm(label.lowerBound) == letter
    }

    /// The person whom the introduction names most often, of several the one named first.
    private static func interviewee(before end: Int, in document: Document) -> Range<Int>? {
        let named = document.entities.filter { $0.kind == .person && $0.tokens.upperBound <= end }.map(\.tokens)
        func surname(_ name: Range<Int>) -> String { document.norm(name.upperBound - 1) }
        var counts: [String: Int] = [:]
        for name in named { counts[surname(name), default: 0] += 1 }
        guard let most = counts.values.max() else { return nil }
        let candidates = named.filter { counts[surname($0)] == most }
        return candidates.first { $0.count > 1 } ?? candidates.first
    }
}
