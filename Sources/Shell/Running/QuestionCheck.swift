import Answers

/// Lines that are no question whatever the grammar says; they do not reach the engine.
enum QuestionCheck {
    static let longestQuestion = 200
    static let longestLine = 4096

    /// Says what is wrong; nil where the line may be a question.
    static func refusal(of line: String) -> Reply? {
        let bytes = line.utf8.count
        if bytes > longestLine {
            return refusal(line, "This line has \(bytes) bytes; a question has at most \(longestLine).")
        }
        let words = line.split { $0.isWhitespace }.count
        if words > longestQuestion {
            return refusal(line, "This line has \(words) words; a question has at most \(longestQuestion).")
        }
        if !line.contains(where: { $0.isLetter || $0.isNumber }) {
            return refusal(line, "There are no words in this line.")
        }
        return nil
    }

    private static func refusal(_ line: String, _ message: String) -> Reply {
        // What is refused for its length need not come back whole.
        let question = line.utf8.count > longestLine ? String(line.prefix(200)) + "…" : line
        return Reply(question: question, status: .notUnderstood, message: message)
    }
}
