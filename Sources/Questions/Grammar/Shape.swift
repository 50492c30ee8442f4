/// A question that can be asked: its wordings and what it means.
struct Shape: Sendable {
    var name: String
    var use: Question.Use = .list
    /// Whether a follow-up asks about any predicate.
    var isFollowedByAny = false
    var wordings: [Wording] = []
    var meaning = Meaning()
    var examples: [Example] = []
    /// Questions to try, with places for names, topics and clauses of the articles.
    var templates: [QuestionTemplate] = []

    /// A question with the pattern that it gives.
    struct Example: Sendable, Equatable {
        var question: String
        var pattern: String
        var line: Int
    }
}

/// The pattern of a shape, before the question's words are put in.
struct Meaning: Sendable, Equatable {
    enum Predicate: Sendable, Equatable {
        /// The verb of the question.
        case matched
        case named(String)
        case be, any
    }

    struct Argument: Sendable, Equatable {
        var label: String
        var slots: [Questions.Argument.Slot]
        var filling: Filling
    }

    enum Filling: Sendable, Equatable {
        case hole(kind: String?)
        case name(slot: String)
        case words(slot: String)
    }

    var predicate: Predicate = .any
    var arguments: [Argument] = []
    /// As it stands in the file.
    var text = ""

    /// The slots of the wordings that it takes.
    var slotNames: [String] {
        arguments.compactMap {
            switch $0.filling {
            case .hole: nil
            case .name(let slot), .words(let slot): slot
            }
        }
    }
}
