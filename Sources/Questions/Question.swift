import Facts
import Language

/// A question: a fact with a hole in it, and what becomes of the matches.
public struct Question: Sendable, Equatable {
    /// What becomes of the facts that match.
    public enum Use: String, Sendable, CaseIterable {
        /// What fills the hole, all of it.
        case list
        case yesNo = "yes-no"
        case count
        /// The people, organisations or places of the articles.
        case entities
        /// Who somebody is.
        case identity
        /// Who has most of the matching facts.
        case most
        /// How many facts match.
        case number
        /// What was said when, the oldest first.
        case timeline
        /// Who somebody is, what he says, wants and does, and what others say of him.
        case profile
        /// Where two contradict each other.
        case disagreement = "disagree"
        /// What each of several says.
        case positions
        /// Who says the same as somebody, who says the opposite.
        case agreement = "agree"
        case contradiction = "contradict"
        /// The last question again, with this in place of what it had.
        case again
        /// How many answers the last question has.
        case againCount = "again-count"
        /// The answers to the last question that were too weak to be given before.
        case more

        /// Whether it says nothing without the last question.
        public var isFollowUp: Bool { self == .again || self == .againCount || self == .more }
    }

    /// The name of the shape in `grammar/questions.grammar`.
    public var shape: String
    public var use: Use
    public var predicate: Predicate
    public var arguments: [Argument]
    /// "according to E": only what this source says.
    public var source: Phrase?
    /// "who did not ...": what is denied is asked for.
    public var isNegated = false
    /// "who ...": a name or a noun phrase is asked for, no clause and no number.
    public var asksForName = false
    /// How the question states it: "will they ..." asks for what is planned, "can they ..." for what is possible.
    public var modality = Modality.asserted
    /// "what does E want E2 to do": a follow-up ("why?") asks about all that is said of E, not about the wanting.
    public var isFollowedByAny = false
    /// Which articles, when, and how many.
    public var filters = QuestionFilters()
    /// "what else": what was given before is left out.
    public var leavesOutGiven = false

    public init(shape: String, use: Use, predicate: Predicate, arguments: [Argument], source: Phrase? = nil) {
        self.shape = shape
        self.use = use
        self.predicate = predicate
        self.arguments = arguments
        self.source = source
    }

    /// The hole, where the question has one.
    public var hole: Argument? { arguments.first { if case .hole = $0.filling { true } else { false } } }
}

/// What the fact must be about.
public enum Predicate: Sendable, Equatable {
    /// A verb of the question, with the classes that it is in.
    case verb(String, [VerbClasses.ID])
    case be
    case any
}

/// One slot of a question's pattern.
public struct Argument: Sendable, Equatable {
    /// Where the filling may stand in a fact.
    public enum Slot: Sendable, Equatable {
        case role(Role.Kind)
        /// Who or what the sentence is about: the agent, or the theme of a passive.
        case subject
        /// Any role, the circumstances included.
        case other
        /// The whole a description belongs to: "of the ship".
        case of
    }

    public enum Filling: Sendable, Equatable {
        /// What is asked for; `kind` limits it ("person", "number"), `noun` says what it must be ("officials").
        case hole(kind: String?, noun: Phrase?)
        case name(Phrase)
        case words(Phrase)
        /// The words of one of these.
        case choice([Phrase])
    }

    /// As the pattern writes it: "content".
    public var label: String
    public var slots: [Slot]
    public var filling: Filling
    /// "not about": what has this is left out.
    public var isExcluded = false

    public init(label: String, slots: [Slot], filling: Filling) {
        self.label = label
        self.slots = slots
        self.filling = filling
    }
}

/// Words of a question.
public struct Phrase: Sendable, Equatable {
    public struct Word: Sendable, Equatable {
        public var norm: String
        public var lemma: String
        public var upos: UniversalTag
    }

    /// As typed.
    public var text: String
    public var words: [Word]
    /// The content words, as the store keeps them (`ContentWords`).
    public var content: [String]
    /// Whether the whole stood in quotation marks: the exact words are asked for.
    public var isQuoted: Bool
    /// "Britain and France": each by itself; empty for one.
    public var parts: [Phrase] = []

    public init(text: String, words: [Word], content: [String], isQuoted: Bool = false) {
        self.text = text
        self.words = words
        self.content = content
        self.isQuoted = isQuoted
    }

    /// The words of a token span of an analysed question.
    public init(_ tokens: Range<Int>, of document: Document, reading contentWords: ContentWords) {
        let inner = QuotationMarks.inside(tokens, isMark: { QuotationMarks.contains(document.norm($0)) })
        let tokens = inner ?? tokens
        self.init(
            text: document.string(tokens),
            words: tokens.filter { document.upos[$0] != .punct }.map {
                Word(norm: document.norm($0), lemma: document.lemma($0).lowercased(), upos: document.upos[$0])
            }, content: contentWords.occurrences(in: tokens, of: document).map(\.word), isQuoted: inner != nil)
    }
}

extension Question {
    /// Whether both ask for the same, whatever their shapes are called.
    func asksFor(sameAs other: Question) -> Bool {
        var other = other
        other.shape = shape
        other.isFollowedByAny = isFollowedByAny
        other.asksForName = asksForName
        return self == other
    }

    /// The filters as the pattern shows them.
    public var filterDescriptions: [String] { filters.descriptions }
}

extension Question: CustomStringConvertible {
    /// The pattern as people read it: `say(source: ?, content ~ "the bridge must close")`.
    public var description: String {
        let name =
            switch predicate {
            case .verb(let lemma, _): lemma
            case .be: "be"
            case .any: "any"
            }
        var parts = arguments.map(\.description)
        if isNegated { parts.append("negated") }
        if modality != .asserted { parts.append(modality.rawValue) }
        if let source { parts.append("according to: \(source.text)") }
        parts += filterDescriptions
        return "\(name)(\(parts.joined(separator: ", ")))"
    }
}

extension Argument: CustomStringConvertible {
    public var description: String {
        switch filling {
        case .hole(let kind, let noun): "\(label): ?" + (kind ?? "") + (noun.map { " \($0.text)" } ?? "")
        case .name(let phrase): "\(label): \(phrase.text)"
        case .words(let phrase): "\(label) \(isExcluded ? "!" : "")~ \"\(phrase.text)\""
        case .choice(let phrases): "\(label) ~ " + phrases.map { "\"\($0.text)\"" }.joined(separator: " or ")
        }
    }
}
