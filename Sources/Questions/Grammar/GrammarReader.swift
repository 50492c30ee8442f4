import Facts

/// Reads `questions.grammar` line by line.
struct GrammarReader {
    let file: String
    private(set) var shapes: [Shape] = []
    private(set) var filters: [FilterRule] = []
    private(set) var values = GrammarValues()
    private var defined: [String: Set<String>] = [:]
    private var isFilter = false
    /// Where the shape or filter began that is being read.
    private var opening: GrammarLines.Line?

    init(file: String) {
        self.file = file
    }

    mutating func read(_ line: GrammarLines.Line) throws(GrammarError) {
        do throws(WordingError) {
            try read(line.words, rest: line.text.drop { !$0.isWhitespace }.drop(while: \.isWhitespace), line)
        } catch {
            throw GrammarError(
                file: file, line: line.number, column: line.column(of: error.word), message: error.message)
        }
    }

    private mutating func read(_ words: [String], rest: Substring, _ line: GrammarLines.Line) throws(WordingError) {
        switch words[0] {
        case "define":
            guard words.count >= 4, words[2] == "=" else {
                throw WordingError(
                    word: words.count > 2 ? words[2] : words[0], message: "expected define NAME = WORD | WORD ...")
            }
            defined[words[1]] = Set(words.dropFirst(3).filter { $0 != "|" }.map { $0.lowercased() })
        case "values":
            guard words.count >= 5, words[2] == "=", let equals = rest.firstIndex(of: "=") else {
                throw WordingError(
                    word: words.count > 2 ? words[2] : words[0], message: "expected values NAME = WORD ... NUMBER, ...")
            }
            try values.add(words[1], rest[rest.index(after: equals)...])
        case "filter":
            try checkLast()
            guard words.count == 2 else { throw WordingError(word: words[0], message: "expected filter NAME") }
            opening = line
            isFilter = true
            filters.append(FilterRule(name: words[1]))
        case "shape":
            try checkLast()
            guard words.count == 2 else { throw WordingError(word: words[0], message: "expected shape NAME") }
            guard !shapes.contains(where: { $0.name == words[1] }) else {
                throw WordingError(word: words[1], message: "the shape \(words[1]) was defined before")
            }
            opening = line
            isFilter = false
            shapes.append(Shape(name: words[1]))
        case _ where opening == nil:
            throw WordingError(word: words[0], message: "expected define, values, filter or shape, found \(words[0])")
        case _ where isFilter: try readFilterLine(words, rest)
        default: try readShapeLine(words, rest, line)
        }
    }

    private mutating func readFilterLine(_ words: [String], _ rest: Substring) throws(WordingError) {
        let last = filters.count - 1
        switch words[0] {
        case "ask": filters[last].wordings.append(try Wording(String(rest), defined: defined))
        case "means": filters[last].settings = try FilterRule.settings(rest)
        case "stands":
            guard let place = FilterRule.Place(rawValue: String(rest)) else {
                let known = FilterRule.Place.allCases.map(\.rawValue).joined(separator: ", ")
                throw WordingError(word: String(rest), message: "expected one of \(known), found \(rest)")
            }
            filters[last].place = place
        default: throw WordingError(word: words[0], message: "expected ask, means or stands, found \(words[0])")
        }
    }

    private mutating func readShapeLine(_ words: [String], _ rest: Substring, _ line: GrammarLines.Line)
        throws(WordingError)
    {
        let last = shapes.count - 1
        switch words[0] {
        case "ask":
            let wording = try Wording(String(rest), defined: defined)
            for case .filter(let name?) in wording.states.flatMap({ $0 }).map(\.label)
            where !filters.contains(where: { $0.name == name }) {
                throw WordingError(word: "{\(name)}", message: "there is no filter \(name) before this line")
            }
            shapes[last].wordings.append(wording)
        case "means": shapes[last].meaning = try MeaningReader.read(String(rest))
        case "use":
            guard let use = Question.Use(rawValue: String(rest)) else {
                let known = Question.Use.allCases.map(\.rawValue).joined(separator: ", ")
                throw WordingError(word: String(rest), message: "expected one of \(known), found \(rest)")
            }
            shapes[last].use = use
        case "follow-up":
            guard rest == "any" else { throw WordingError(word: String(rest), message: "expected any, found \(rest)") }
            shapes[last].isFollowedByAny = true
        case "try": shapes[last].templates.append(try QuestionTemplate(rest))
        case "example":
            guard let arrow = rest.firstRange(of: " => ") else {
                throw WordingError(word: words[0], message: "expected example QUESTION => PATTERN")
            }
            shapes[last].examples.append(
                Shape.Example(
                    question: String(rest[..<arrow.lowerBound]), pattern: String(rest[arrow.upperBound...]),
                    line: line.number))
        default:
            throw WordingError(
                word: words[0], message: "expected ask, means, use, follow-up, try or example, found \(words[0])")
        }
    }

    /// Checks the last shape or filter.
    mutating func close() throws(GrammarError) {
        do throws(WordingError) { try checkLast() } catch {
            throw GrammarError(
                file: file, line: opening?.number ?? 1, column: opening?.column(of: error.word) ?? 1,
                message: error.message)
        }
    }

    private func checkLast() throws(WordingError) {
        guard let opening, opening.words.count > 1 else { return }
        let name = opening.words[1]
        func fail(_ what: String) -> WordingError {
            WordingError(
                word: name, message: "\(opening.words[0]) \(name) (line \(opening.number)) has no \(what) line")
        }
        if isFilter {
            if filters.last?.wordings.isEmpty ?? true { throw fail("ask") }
            if filters.last?.settings.isEmpty ?? true { throw fail("means") }
        } else if let shape = shapes.last {
            if shape.wordings.isEmpty { throw fail("ask") }
            if shape.meaning.text.isEmpty { throw fail("means") }
            let slots = shape.wordings.reduce(into: Set<String>()) { $0.formUnion($1.slotNames) }
            for slot in shape.meaning.slotNames where !slots.contains(slot) {
                throw WordingError(
                    word: name, message: "shape \(name) (line \(opening.number)) means \(slot), which no ask line has")
            }
        }
    }
}
