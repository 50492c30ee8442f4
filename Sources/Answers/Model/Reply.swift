import Facts
import Packing

/// What the engine says to one question.
public struct Reply: Sendable, Equatable {
    public enum Status: String, Sendable {
        case answered
        /// Understood, but the articles do not answer it.
        case noAnswer = "no-answer"
        case notUnderstood = "not-understood"
        /// Several readings fit as well as each other; `readings` has them.
        case ambiguous
    }

    /// The question as it was typed.
    public var question: String
    public var status: Status
    /// What was understood: `say(source: ?, content ~ "the war ends")`; nil where nothing was.
    public var pattern: String?
    /// Best first.
    public var answers: [Answer]
    /// Whether all was gone through; else the answers are those found until whoever asked wanted no more.
    public var isComplete = true
    /// A line for people: why there is no answer, or how a word was read.
    public var message: String?
    /// Where a question was not understood.
    public var misunderstanding: Misunderstanding?
    /// The patterns that an ambiguous question may stand for; the number of one, from 1, asks it.
    public var readings: [String]

    public init(
        question: String, status: Status, pattern: String? = nil, answers: [Answer] = [], message: String? = nil,
        misunderstanding: Misunderstanding? = nil, readings: [String] = []
    ) {
        self.question = question
        self.status = status
        self.pattern = pattern
        self.answers = answers
        self.message = message
        self.misunderstanding = misunderstanding
        self.readings = readings
    }
}

/// Where and why a question was not understood, and what could be typed instead.
public struct Misunderstanding: Sendable, Equatable {
    /// The first words that fit no question, as a UTF-8 byte range of the question.
    public var range: Range<Int>
    /// What could stand there: "who", "what", "a verb" ...
    public var expected: [String]
    /// Near words, best first; at most four.
    public var suggestions: [String]
    /// A question of the nearest shape.
    public var example: String?

    public init(range: Range<Int>, expected: [String], suggestions: [String] = [], example: String? = nil) {
        self.range = range
        self.expected = expected
        self.suggestions = suggestions
        self.example = example
    }
}

/// One answer: a verbatim span, who says so, and where it stands.
public struct Answer: Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// Words of an article.
        case span
        /// A name in its fullest form.
        case name
        /// Begins with "yes" or "no".
        case yesNo = "yes-no"
        case count
    }

    public typealias Polarity = Facts.Polarity
    public typealias Modality = Facts.Modality

    /// Short: the span, not the sentence.
    public var text: String
    public var kind: Kind
    /// What words of `text` stand for: "it", "Tuesday"; in their order.
    public var glosses: [Gloss] = []
    /// Who says so, in the fullest form of the name; nil where the article says it itself.
    public var source: String?
    /// What the articles tell of the source or of the name in `text`: "Russia's Deputy Foreign Minister"; nil for nothing.
    public var description: String?
    /// Who passes it on, the nearest first: ["Reuters"].
    public var via: [String]
    /// The words that attribute or state it: "said".
    public var cue: String?
    public var polarity: Polarity
    public var modality: Modality
    /// From 0 to 1.
    public var score: Double
    /// The text with what its words stand for: "will end on Tuesday [2025-03-18]".
    public var glossedText: String { textParts.map { $0.isGloss ? " [\($0.text)]" : $0.text }.joined() }
    /// The text, divided where something is to be said of its words.
    public var textParts: [(text: String, isGloss: Bool)] {
        let bytes = Array(text.utf8)
        var parts: [(text: String, isGloss: Bool)] = []
        var start = 0
        for gloss in glosses where gloss.range.upperBound <= bytes.count && gloss.range.lowerBound >= start {
            parts.append((String(decoding: bytes[start..<gloss.range.upperBound], as: UTF8.self), false))
            parts.append((gloss.meaning, true))
            start = gloss.range.upperBound
        }
        if start < bytes.count { parts.append((String(decoding: bytes[start...], as: UTF8.self), false)) }
        return parts
    }
    /// The places that hold the answer, at least one; the best first.
    public var evidence: [Evidence]
    /// How the answer was found, for `.why`: lines with their depth.
    public var explanation: [Explanation] {
        get { account.lines }
        set { account = Account { newValue } }
    }
    private var account: Account
    /// What the answer belongs to, where a reply has several parts: a date, "Says", a name; nil for one part.
    public var section: String?

    public init(
        text: String, kind: Kind, source: String? = nil, description: String? = nil, via: [String] = [],
        cue: String? = nil,
        polarity: Polarity = .affirmed, modality: Modality = .asserted, score: Double, evidence: [Evidence],
        explanation: @autoclosure @escaping @Sendable () -> [Explanation] = []
    ) {
        self.text = text
        self.kind = kind
        self.source = source
        self.description = description
        self.via = via
        self.cue = cue
        self.polarity = polarity
        self.modality = modality
        self.score = score
        self.evidence = evidence
        account = Account(explanation)
    }

    /// An explanation, written when it is wanted: of many answers few are asked why.
    private struct Account: Sendable, Equatable {
        private let written: Lazily<[Explanation]>

        init(_ write: @escaping @Sendable () -> [Explanation]) { written = Lazily(write) }

        var lines: [Explanation] { written.value }

        static func == (first: Account, second: Account) -> Bool { first.lines == second.lines }
    }
}

/// What a pronoun or a date in an answer stands for.
public struct Gloss: Sendable, Equatable {
    /// UTF-8 byte range of the answer's text.
    public var range: Range<Int>
    /// "Ada Berg", "2025-03-18".
    public var meaning: String

    public init(range: Range<Int>, meaning: String) {
        self.range = range
        self.meaning = meaning
    }
}

/// A place in an article that holds an answer.
public struct Evidence: Sendable, Equatable {
    /// The article's id: its file name.
    public var article: String
    /// The article's number in the session, from 1.
    public var articleNumber: Int
    public var title: String
    /// The sentence's number in the article, from 1; the headline is 1.
    public var number: Int
    /// The whole sentence, verbatim.
    public var sentence: String
    /// UTF-8 byte offsets of the answer's span in the file.
    public var start: Int
    public var end: Int
    /// The answer's span as a UTF-8 byte range of `sentence`.
    public var highlight: Range<Int>

    public init(
        article: String, articleNumber: Int, title: String, number: Int, sentence: String, start: Int, end: Int,
        highlight: Range<Int>
    ) {
        self.article = article
        self.articleNumber = articleNumber
        self.title = title
        self.number = number
        self.sentence = sentence
        self.start = start
        self.end = end
        self.highlight = highlight
    }
}

/// One line of how an answer was found.
public struct Explanation: Sendable, Equatable {
    /// 0 for the outermost.
    public var depth: Int
    public var text: String

    public init(depth: Int, text: String) {
        self.depth = depth
        self.text = text
    }
}
