/// A question to try on the loaded articles, as a `try` line has it: "what did {name} say about {topic}".
public struct QuestionTemplate: Sendable, Equatable {
    /// What an article puts into a template.
    public enum Place: String, Sendable, CaseIterable {
        /// Somebody who says something, and another one.
        case name, other
        /// What the name speaks about, and what it says.
        case topic, clause
    }

    enum Part: Sendable, Equatable {
        case words(String)
        case place(Place)
    }

    let parts: [Part]
    /// What has to be put in, each once.
    public var places: [Place] { Place.allCases.filter { parts.contains(.place($0)) } }

    /// - Throws: a message for people where a place is unknown or a brace is missing.
    init(_ text: Substring) throws(WordingError) {
        var parts: [Part] = []
        var rest = text
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            let word = String(rest[open...].prefix { !$0.isWhitespace })
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw WordingError(word: word, message: "{ without }")
            }
            let name = rest[rest.index(after: open)..<close]
            guard let place = Place(rawValue: String(name)) else {
                let known = Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                throw WordingError(word: word, message: "expected one of \(known), found {\(name)}")
            }
            parts.append(.place(place))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
    }

    /// The question with its places left open: "what did ... say about ...".
    public var open: String {
        parts.map { if case .words(let text) = $0 { text } else { "..." } }.joined()
    }

    /// The question with these words put in; nil where one is missing.
    public func filled(_ words: [Place: String]) -> String? {
        var question = ""
        for part in parts {
            switch part {
            case .words(let text): question += text
            case .place(let place):
                guard let text = words[place] else { return nil }
                question += text
            }
        }
        return question
    }
}
