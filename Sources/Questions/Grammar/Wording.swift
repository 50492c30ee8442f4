/// A wording of a shape, compiled into states: each state has the edges that lead on.
struct Wording: Sendable {
    enum Label: Sendable, Equatable {
        /// Passes without a word.
        case empty
        case words(Set<String>)
        /// E, E2, T, C, R, N, A, D, P, Q.
        case slot(String)
        /// A filter that stands here; nil for any.
        case filter(String?)
        case verb(class: String?, form: Form)
        /// A noun of a class: "demands".
        case noun
        /// An adjective of a class: "afraid".
        case adjective
    }

    /// The form that a verb must have.
    enum Form: Sendable, Equatable {
        case any, participle, gerund
    }

    struct Edge: Sendable, Equatable {
        var label: Label
        var target: Int
    }

    /// As it stands in the file.
    private(set) var text = ""
    /// The edges out of each state; 0 is the first state, the last one accepts.
    private(set) var states: [[Edge]] = [[]]
    var accepting: Int { states.count - 1 }

    private mutating func addState() -> Int {
        states.append([])
        return states.count - 1
    }

    private mutating func addEdge(_ label: Label, from state: Int, to target: Int) {
        states[state].append(Edge(label: label, target: target))
    }
}

// MARK: - Reading

extension Wording {
    /// Compiles a wording such as `who [has|had] <say> [that] C`.
    ///
    /// - Parameter defined: the words that a NAME stands for.
    /// - Throws: a message for people where the notation is wrong.
    init(_ text: String, defined: [String: Set<String>]) throws(WordingError) {
        self.text = text
        var tokens: [Substring] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            var rest = word
            while rest.first == "[" {
                tokens.append(rest.prefix(1))
                rest = rest.dropFirst()
            }
            var closing = 0
            while rest.last == "]" {
                closing += 1
                rest = rest.dropLast()
            }
            if !rest.isEmpty { tokens.append(rest) }
            tokens += repeatElement("]", count: closing)
        }
        var state = 0
        var openings: [Int] = []
        for token in tokens {
            switch token {
            case "[":
                openings.append(state)
            case "]":
                guard let opening = openings.popLast() else { throw WordingError(word: "]", message: "] without [") }
                let next = addState()
                addEdge(.empty, from: state, to: next)
                addEdge(.empty, from: opening, to: next)
                state = next
            default:
                let isOptional = token.last == "?" && token.count > 1
                let next = addState()
                addEdge(try Self.label(isOptional ? token.dropLast() : token, defined: defined), from: state, to: next)
                if isOptional { addEdge(.empty, from: state, to: next) }
                state = next
            }
        }
        guard openings.isEmpty else { throw WordingError(word: "[", message: "[ without ]") }
        // The accepting state is the last one: no edge leaves it.
        let last = addState()
        addEdge(.empty, from: state, to: last)
    }

    private static func label(_ token: Substring, defined: [String: Set<String>]) throws(WordingError) -> Label {
        if token.first == "<" {
            guard token.last == ">" else { throw WordingError(word: String(token), message: "< without >") }
            switch token.dropFirst().dropLast() {
            case "verb": return .verb(class: nil, form: .any)
            case "verb-en": return .verb(class: nil, form: .participle)
            case "verb-ing": return .verb(class: nil, form: .gerund)
            case "noun": return .noun
            case "adjective": return .adjective
            case let name: return .verb(class: String(name), form: .any)
            }
        }
        if token.first == "{" {
            guard token.last == "}", token.count > 2 else {
                throw WordingError(word: String(token), message: "{ without }")
            }
            let name = String(token.dropFirst().dropLast())
            return .filter(name == "any" ? nil : name)
        }
        if let words = defined[String(token)] { return .words(words) }
        if slots.contains(String(token)) { return .slot(String(token)) }
        var words: Set<String> = []
        for word in token.split(separator: "|") {
            if word.utf8.count > 1, word.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }), defined[String(word)] == nil,
                !slots.contains(String(word))
            {
                throw WordingError(
                    word: String(word),
                    message: "\(word) is no slot, and no define line before has it; words are written in small letters")
            }
            if let more = defined[String(word)] {
                words.formUnion(more)
            } else if slots.contains(String(word)) {
                throw WordingError(word: String(word), message: "a slot cannot be one of several words")
            } else {
                words.insert(word.lowercased())
            }
        }
        return .words(words)
    }

    /// The words that the wording may begin with; nil where it may begin with a slot.
    var firstWords: Set<String>? {
        var words: Set<String> = []
        var reached = [0]
        var next = 0
        while next < reached.count {
            for edge in states[reached[next]] {
                switch edge.label {
                case .empty: if !reached.contains(edge.target) { reached.append(edge.target) }
                case .words(let more): words.formUnion(more)
                default: return nil
                }
            }
            next += 1
        }
        return words
    }

    /// The words of which one must follow a word that the wording begins with; nil where a slot or nothing may follow.
    func words(behind word: String) -> Set<String>? {
        var words: Set<String> = []
        let behind = closure(of: [0]).flatMap { states[$0] }.compactMap { edge -> Int? in
            guard case .words(let first) = edge.label, first.contains(word) else { return nil }
            return edge.target
        }
        for state in closure(of: behind) {
            if state == accepting { return nil }
            for edge in states[state] {
                switch edge.label {
                case .empty: continue
                case .words(let more): words.formUnion(more)
                default: return nil
                }
            }
        }
        return words
    }

    /// The states that are reached without a word.
    private func closure(of first: [Int]) -> [Int] {
        var reached = first
        var next = 0
        while next < reached.count {
            for edge in states[reached[next]] where edge.label == .empty && !reached.contains(edge.target) {
                reached.append(edge.target)
            }
            next += 1
        }
        return reached
    }

    /// The slots that the wording has.
    var slotNames: [String] {
        states.flatMap { $0 }.compactMap { if case .slot(let name) = $0.label { name } else { nil } }
    }

    /// The slots of the notation.
    static let slots: Set<String> = ["E", "E2", "T", "C", "R", "N", "A", "D", "D2", "P", "Q"]
}

/// What is wrong with a wording.
struct WordingError: Error {
    var word: String
    var message: String
}
