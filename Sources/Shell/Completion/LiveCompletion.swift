import Answers
import Questions

/// What the line editor asks about a line while it is typed: what TAB does, how the words look, what is suggested.
final class LiveCompletion {
    private var session: Session?
    private var completer: QuestionCompleter?
    private var isFresh = false
    /// Earlier lines, the last one at the end.
    var history: [String] = []
    var showsGhost = true

    /// Takes the articles as they are now. What is asked of them is worked out when it is needed.
    func begin(_ session: Session) {
        self.session = session
        isFresh = false
    }

    /// Lets go of the articles, so that more can be added without a copy of all.
    func end() { session = nil }

    private var questions: QuestionCompleter? {
        guard let session else { return nil }
        if completer == nil { completer = QuestionCompleter(session) }
        if !isFresh { completer?.index.update(from: session) }
        isFresh = true
        return completer
    }

    // MARK: What TAB does.

    func complete(_ line: String) -> LineEditor.Completion {
        if line.first == "." {
            return Completer(names: { self.questions?.index.names.map(\.text) ?? [] }).complete(line)
        }
        let found = questions?.candidates(for: line) ?? []
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
                ? completion.insertion : nil
        }
        guard let best = questions?.candidates(for: line).first else { return nil }
        // Without a letter of it only a topic is likely enough.
        guard best.replaced > 0 || line.hasSuffix(" about ") else { return nil }
        let typed = line.suffix(best.replaced)
        guard best.text.count > typed.count, best.text.lowercased().hasPrefix(typed.lowercased()) else { return nil }
        return String(best.text.dropFirst(typed.count))
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
        guard let questions, line.first != "#" else { return nil }
        let words = PrefixReader.words(of: line)
        let texts = words.map(\.text)
        var reading = questions.reader.read(texts, knowing: questions.index)
        if let last = words.last, last.range.upperBound == line.endIndex, reading.parts.count == texts.count,
            [.words, .name(isKnown: false)].contains(reading.parts.last)
        {
            reading = questions.reader.read(texts.dropLast(), knowing: questions.index)
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
            return index == reading.reached && !isOpen ? .error : .plain
        }
        return switch reading.parts[index] {
        case .word: .bold
        case .name(let isKnown): isKnown ? .name : .plain
        case .verb: .verb
        case .words: .plain
        }
    }
}
