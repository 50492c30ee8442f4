import Answers
import Foundation

/// A question that a reader asks, with what is accepted as its answer; one line of `Articles/questions.jsonl`.
struct ReaderQuestion: Decodable {
    /// Something that an answer has to give.
    struct Item: Decodable {
        /// Accepted wordings.
        let any: [String]
        /// Pieces of sentences, one of which the answer cites; nil where it is left open.
        let evidence: [String]?

        init(any: [String], evidence: [String]? = nil) {
            self.any = any
            self.evidence = evidence
        }

        private enum Key: CodingKey { case any, evidence }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            any = try container.decode([String].self, forKey: .any)
            if let one = try? container.decode(String.self, forKey: .evidence) {
                evidence = [one]
            } else {
                evidence = try container.decodeIfPresent([String].self, forKey: .evidence)
            }
        }
    }

    let id: String
    /// Files that are loaded, and nothing else.
    let articles: [String]
    let question: String
    let family: String
    /// Every one of these has to be met; none where the articles do not answer.
    let expect: [Item]
    /// Questions asked before, for follow-ups.
    var after: [String]?

    var isAnswerable: Bool { !expect.isEmpty }

    /// Every item is met, the first answer meets one, and what is not in the articles is refused.
    func isRight(_ reply: Reply) -> Bool {
        guard isAnswerable else { return reply.status == .noAnswer && reply.answers.isEmpty }
        guard let first = reply.answers.first, expect.contains(where: { meets(first, $0) }) else { return false }
        return expect.allSatisfy { item in reply.answers.contains { meets($0, item) } }
    }

    private func meets(_ answer: Answer, _ item: Item) -> Bool {
        let text = FoldedText(answer.text)
        let wordings = item.any.map { FoldedText($0) }
        // An answer is an answer and not the whole paragraph.
        var limit = 3 * (wordings.map(\.text.count).max() ?? 0) + 40
        if family == "yes-no", wordings.allSatisfy({ ["yes", "no"].contains($0.text) }) {
            limit = max(limit, 160)
            guard wordings.contains(where: text.begins) else { return false }
        } else {
            guard wordings.contains(where: text.holds) else { return false }
        }
        guard text.text.count <= limit else { return false }
        guard let pieces = item.evidence else { return true }
        return answer.evidence.contains { evidence in
            let sentence = FoldedText(evidence.sentence).text
            return pieces.contains { sentence.contains(FoldedText($0).text) }
        }
    }
}

/// The questions of a file, one JSON object a line.
enum QuestionSet {
    static func read(_ file: URL) throws -> [ReaderQuestion] {
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
        return try lines.map { try JSONDecoder().decode(ReaderQuestion.self, from: $0) }
    }
}

/// Text as it is compared: lower case, plain quotation marks and dashes, no double ones, no articles, single spaces.
struct FoldedText {
    let text: String

    init(_ raw: String) {
        var plain = ""
        for scalar in raw.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "`": plain += "'"
            case "\u{2010}"..."\u{2015}", "\u{2212}": plain += "-"
            case "\u{201C}", "\u{201D}", "\"": plain += " "
            default: plain.unicodeScalars.append(scalar)
            }
        }
        let words = plain.split(whereSeparator: \.isWhitespace).filter { !["a", "an", "the"].contains($0) }
        text = words.joined(separator: " ")
    }

    /// Whether the other text stands here, from a word's beginning on.
    func holds(_ other: FoldedText) -> Bool {
        text.ranges(of: other.text).contains { found in
            found.lowerBound == text.startIndex || !text[text.index(before: found.lowerBound)].isLetter
        }
    }

    /// Whether this begins with the other text as whole words.
    func begins(with other: FoldedText) -> Bool {
        text.hasPrefix(other.text) && !(text.dropFirst(other.text.count).first?.isLetter ?? false)
    }
}
