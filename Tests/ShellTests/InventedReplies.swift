import Answers

/// Replies over an invented article, made by hand so that what is shown does not depend on what is found.
enum Invented {
    static let sentence =
        "In response, the harbour union's chair, Ana Bell, said the council's plan shows it is not serious about safety."

    static func evidence(
        _ words: String = "it is not serious about safety", sentence: String = sentence, number: Int = 18
    )
        -> Evidence
    {
        let start = sentence.utf8ByteOffset(of: words)
        return Evidence(
            article: "harbour.txt", articleNumber: 1, title: "Council reopens harbour", number: number,
            sentence: sentence, start: 100 + start, end: 100 + start + words.utf8.count,
            highlight: start..<start + words.utf8.count)
    }

    static let name = Answer(
        text: "Ana Bell", kind: .name, description: "the harbour union's chair", cue: "said", score: 0.9125,
        evidence: [evidence()])

    static let span = Answer(
        text: "“ironclad” promises for the crews", kind: .span, source: "Bo Li", description: "Deputy Harbour Minister",
        via: ["Example Wire"], cue: "said", modality: .demanded, score: 0.5,
        evidence: [
            evidence(
                "“ironclad” promises for the crews",
                sentence: "Example Wire reports that Bo Li said any plan needs “ironclad” promises for the crews.",
                number: 17)
        ],
        explanation: [
            Explanation(depth: 0, text: "demand(agent: Bo Li)"), Explanation(depth: 1, text: "agent: Bo Li = Li 1.00"),
        ])

    static func reply(_ answers: Answer...) -> Reply {
        Reply(question: "who said so", status: .answered, pattern: "say(source: ?)", answers: answers)
    }

    static let misunderstood = Reply(
        question: "wot flurb the harbour", status: .notUnderstood, message: "I do not understand this question.",
        misunderstanding: Misunderstanding(
            range: 0..<3, expected: ["who", "what", "when", "where"], suggestions: ["what", "who"],
            example: "what does the council want"))
}

extension String {
    /// Where another string begins in this one, as a UTF-8 offset; 0 where it does not stand in it.
    func utf8ByteOffset(of other: String) -> Int {
        let bytes = Array(utf8)
        let wanted = Array(other.utf8)
        return (0...max(0, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) } ?? 0
    }
}
