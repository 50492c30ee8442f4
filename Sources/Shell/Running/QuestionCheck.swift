import Answers

/// Lines that are no question whatever the grammar says; they do not reach the engine.
enum QuestionCheck {
    static let longestLine = 4096

    /// Says what is wrong; nil where the line may be a question.
    ///
    /// - Parameter isQuestion: Whether a line goes on from the last question, such as "why".
    static func refusal(of line: String, isQuestion: (String) -> Bool = { _ in false }) -> Reply? {
        let bytes = line.utf8.count
        if bytes > longestLine {
            return refusal(line, "This line has \(bytes) bytes; a question has at most \(longestLine).")
        }
        if !line.contains(where: { $0.isLetter || $0.isNumber }) {
            return refusal(line, "There are no words in this line.")
        }
        if let command = command(meantBy: line), !isQuestion(line) {
            return refusal(line, "Commands begin with a full stop: \(command).")
        }
        return nil
    }

    /// "help" and "quit" are typed for ".help" and ".quit".
    private static func command(meantBy line: String) -> String? {
        let word = "." + line.trimmed.lowercased()
        return word == ".exit" ? ".quit" : Command.entries.map(\.name).first { $0 == word }
    }

    private static func refusal(_ line: String, _ message: String) -> Reply {
        // What is refused for its length need not come back whole.
        let question = line.utf8.count > longestLine ? String(line.prefix(200)) + "…" : line
        return Reply(question: question, status: .notUnderstood, message: message)
    }
}
