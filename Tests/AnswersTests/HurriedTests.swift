import Answers
import Articles
import Foundation
import Testing

/// Questions as they are typed in a newsroom, over the invented articles, with what each means (`Hurried/newsroom.questions`).
struct HurriedTests {
    @Test func `nine of ten hurried questions are understood as meant`() throws {
        let articles = try #require(Bundle.module.url(forResource: "Articles", withExtension: nil))
        let file = try #require(
            Bundle.module.url(forResource: "newsroom", withExtension: "questions", subdirectory: "Hurried"))
        var session = try Session()
        for url in try FileManager.default.contentsOfDirectory(at: articles, includingPropertiesForKeys: nil).sorted(
            by: { $0.path < $1.path })
        where url.pathExtension == "txt" {
            session.load(try ArticleReader().read(path: url.path))
        }
        var question: String?
        var count = 0
        var missed: [String] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            guard line.hasPrefix("= ") else {
                question = String(line)
                continue
            }
            let asked = try #require(question)
            count += 1
            // A copy, so that no question goes on from another one's conversation.
            var session = session
            let reply = session.ask(asked)
            let found = reply.pattern ?? reply.readings.joined(separator: " or ")
            if reply.status == .ambiguous || !MeantPattern(line.dropFirst(2)).isMet(by: MeantPattern(found)) {
                missed.append(
                    "\(asked)\n  meant \(line.dropFirst(2))\n  read  \(found.isEmpty ? reply.status.rawValue : found)")
            }
        }
        #expect(count == 60)
        #expect(missed.count <= 6, "\(missed.joined(separator: "\n"))")
    }

    @Test func `a pattern is met by one that leaves more roles open, and by no other`() {
        func isMet(_ meant: String, _ found: String) -> Bool { MeantPattern(meant).isMet(by: MeantPattern(found)) }
        #expect(isMet("want(agent: the union, theme: ?)", "want(agent: the union, theme|recipient: ?)"))
        #expect(isMet("say(agent: ?, theme ~ \"a, b\")", "say(source: ?, content ~ \"a, b\")"))
        #expect(isMet("ban(theme: vidic)", "ban(subject: vidic)"))
        #expect(!isMet("ban(theme: vidic)", "ban(agent: vidic)"))
        #expect(!isMet("ban(theme: vidic)", "ban(theme: vidic, negated)"))
        #expect(!isMet("win(agent: ? team)", "win(agent: ?)"))
        #expect(!isMet("want(agent: ?)", "want(theme: ?)"))
    }
}

/// A pattern as it is printed, taken apart: `say(source: ?, content ~ "the dam")`.
private struct MeantPattern {
    fileprivate struct Part {
        /// Nil for one that may be any role, and for what is no role: "negated".
        var roles: Set<String>?
        /// What fills it, with "~" before words that must not stand there.
        var filling: String
    }

    private let predicate: String
    private let parts: [Part]

    init(_ text: some StringProtocol) {
        predicate = String(text.prefix { $0 != "(" })
        var parts: [String] = [""]
        var isQuoted = false
        for character in text.dropFirst(predicate.count + 1).dropLast() {
            if character == "\"" { isQuoted.toggle() }
            if character == ",", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        self.parts = parts.map { Part($0.trimmingCharacters(in: .whitespaces)) }
    }

    /// Whether another one asks for the same: each part has a part with the same filling in a role that it may be.
    func isMet(by other: MeantPattern) -> Bool {
        // "why is she angry" may ask for any fact about it.
        guard predicate == other.predicate || predicate == "be" && other.predicate == "any",
            parts.count == other.parts.count
        else { return false }
        var rest = other.parts
        return parts.allSatisfy { part in
            guard let index = rest.firstIndex(where: { part.isMet(by: $0) }) else { return false }
            rest.remove(at: index)
            return true
        }
    }
}

extension MeantPattern.Part {
    private static let roleNames: [String: [String]] = [
        "source": ["agent"], "content": ["theme"], "subject": ["agent", "theme", "recipient"],
    ]

    fileprivate init(_ text: String) {
        let label = text.prefix { !":!~ ".contains($0) }
        let names = label.split(separator: "|").flatMap { Self.roleNames[String($0)] ?? [String($0)] }
        let isRole = text.count > label.count && !["article", "top"].contains(label)
        roles = !isRole || names.contains { ["other", "topic", "any"].contains($0) } ? nil : Set(names)
        let rest = text.dropFirst(label.count).drop { ":~ ".contains($0) }
        filling = isRole ? rest.filter { $0 != "\"" } : text
    }

    func isMet(by other: Self) -> Bool {
        // "whom" asks for a name.
        let isName = filling == "?" && other.filling == "?name"
        guard filling == other.filling || isName else { return false }
        guard let roles, let others = other.roles else { return true }
        return !roles.isDisjoint(with: others)
    }
}
