import Answers
import Questions

/// What the line editor asks about a line while it is typed: what TAB does, how the words look, what is suggested.
final class LiveCompletion {
    private var session: Session?
    /// The articles that `completer` or `work` is of.
    private var generation: Int?
    private var completer: QuestionCompleter?
    /// A completer that is being made: over many articles it takes a while, and keys do not wait.
    private var work: BackgroundWork<QuestionCompleter>?
    /// Readings of what stands in the line: with each key all but the last word is the same.
    private var readings: [[String]: PrefixReading] = [:]
    private static let mostReadings = 200
    /// Earlier lines that led to something, the last one at the end.
    private(set) var history: [String] = []
    var showsGhost = true

    /// Facts that are gone through at once, at the first key.
    private static let few = 500

    /// Takes the articles as they are now. What is asked of few of them is worked out when it is needed.
    func begin(_ collection: Collection) {
        session = collection.session
        guard collection.generation != generation else { return }
        generation = collection.generation
        let session = collection.session
        if session.factCount > Self.few {
            // Until it is there, the one of before does.
            work = BackgroundWork { QuestionCompleter(session) }
        } else {
            (completer, work) = (nil, nil)
        }
    }

    /// Works out what the first key would have to wait for.
    func prepare() { _ = questions() }

    /// Suggests a line from now on. A command that is none is suggested to nobody.
    func suggest(_ line: String) {
        if line.first != "." || (try? Command(line.trimmed)) != nil { history.append(line) }
    }

    /// Lets go of the articles, so that more can be added without a copy of all.
    func end() { session = nil }

    /// - Parameter waits: Whether one that is being made is waited for.
    private func questions(waits: Bool = false) -> QuestionCompleter? {
        // Ctrl-C is no key: it is looked for between.
        while waits, let work, !work.isDone(within: 50) { if LineEditor.isInterrupted { return completer } }
        if let work, work.isDone(within: 0) {
            completer = work.take()
            self.work = nil
            readings = [:]
        } else if completer == nil, work == nil, let session {
            completer = QuestionCompleter(session)
            readings = [:]
        }
        return completer
    }

    private func reading(of words: [String], _ completer: QuestionCompleter) -> PrefixReading {
        if let known = readings[words] { return known }
        if readings.count >= Self.mostReadings { readings = [:] }
        let reading = completer.reading(of: words)
        readings[words] = reading
        return reading
    }

    private func candidates(_ line: String, waits: Bool = false) -> [QuestionCompleter.Candidate] {
        guard let completer = questions(waits: waits) else { return [] }
        return completer.candidates(for: line) { reading(of: $0, completer) }
    }

    // MARK: What TAB does.

    func complete(_ line: String) -> LineEditor.Completion {
        if line.first == "." {
            return Completer(names: { self.questions(waits: true)?.index.names.map(\.text) ?? [] }).complete(line)
        }
        let found = candidates(line, waits: true)
        guard let first = found.first else { return LineEditor.Completion() }
        if found.count == 1 {
            return LineEditor.Completion(insertion: first.text + " ", replaced: Self.scalars(line, first.replaced))
        }
        let typed = String(line.suffix(first.replaced))
        if !typed.isEmpty, found.allSatisfy({ $0.text.lowercased().hasPrefix(typed.lowercased()) }) {
            var common = first.text
            for other in found { while !other.text.lowercased().hasPrefix(common.lowercased()) { common.removeLast() } }
            if common.count > typed.count {
                return LineEditor.Completion(insertion: common, replaced: Self.scalars(line, first.replaced))
            }
        }
        return LineEditor.Completion(candidates: found.map { LineEditor.Candidate(text: $0.text, count: $0.count) })
    }

    private static func scalars(_ line: String, _ characters: Int) -> Int {
        line.suffix(characters).unicodeScalars.count
    }

    // MARK: What is suggested.

    /// What may follow at the end of the line: from the history first.
    func ghost(_ line: String) -> String? {
        guard showsGhost, !line.trimmed.isEmpty else { return nil }
        if let earlier = history.last(where: { $0.utf8.count > line.utf8.count && $0.hasPrefix(line) }) {
            return String(earlier.dropFirst(line.count))
        }
        if line.first == "." {
            let completion = Completer(names: { [] }).complete(line)
            return completion.replaced == 0 && completion.candidates.isEmpty && !completion.insertion.isEmpty
                && !line.hasSuffix(" ")
                ? completion.insertion : nil
        }
        guard let best = candidates(line).first else { return nil }
        // Without a letter of it only a topic is likely enough.
        guard best.replaced > 0 || line.hasSuffix(" about ") else { return nil }
        let typed = line.suffix(best.replaced)
        return Self.rest(of: best.text, after: String(typed))
    }

    /// What follows the typed letters in a text, or in its last words: "ar" after "nad" in "Priya Nadar".
    private static func rest(of text: String, after typed: String) -> String? {
        var part = text[...]
        while true {
            if part.count > typed.count, part.lowercased().hasPrefix(typed.lowercased()) {
                return String(part.dropFirst(typed.count))
            }
            guard !typed.isEmpty, let space = part.firstIndex(of: " ") else { return nil }
            part = part[part.index(after: space)...]
        }
    }

    // MARK: How the words look.

    /// The line in pieces of one style each; nil where nothing of it is special.
    func styled(_ line: String) -> StyledLine? {
        if line.first == "." {
            let name = line.prefix { !$0.isWhitespace }
            var styled = StyledLine(String(name), Command.isName(String(name)) ? .command : .plain)
            styled.append(String(line.dropFirst(name.count)))
            return styled
        }
        guard let questions = questions(), line.first != "#" else { return nil }
        let words = PrefixReader.words(of: line)
        let texts = words.map(\.text)
        var reading = reading(of: texts, questions)
        if let last = words.last, last.range.upperBound == line.endIndex, reading.parts.count == texts.count,
            [.words, .name(isKnown: false)].contains(reading.parts.last)
        {
            reading = self.reading(of: texts.dropLast(), questions)
        }
        var styled = StyledLine()
        var end = line.startIndex
        for (index, word) in words.enumerated() {
            styled.append(String(line[end..<word.range.lowerBound]))
            // The word that is being typed may become anything.
            let isOpen = word.range.upperBound == line.endIndex
            styled.append(String(line[word.range]), style(reading, index, isOpen: isOpen))
            end = word.range.upperBound
        }
        styled.append(String(line[end...]))
        return styled
    }

    private func style(_ reading: PrefixReading, _ index: Int, isOpen: Bool) -> Style {
        guard reading.parts.indices.contains(index) else {
            return index == reading.reached && !isOpen ? .misfit : .plain
        }
        return switch reading.parts[index] {
        case .word: .bold
        case .name(let isKnown): isKnown ? .name : isOpen ? .plain : .unknownName
        case .verb: .verb
        case .words: .plain
        }
    }
}
