import Answers
import Articles
import Glibc
import Questions
import Testing

@testable import Shell

/// A folder of the question language that somebody edited: read, checked, and used without building anything.
@Suite struct GrammarFolderTests {
    /// What `grammar/README.md` tells to add.
    private static let shape = """

        shape whose-demand
          ask whose demand is|was T
          means demand(agent: ?, theme ~ T)
          example whose demand is higher wages => demand(agent: ?, theme ~ "higher wages")
        """

    /// A new folder with the project's shapes and what is added to them.
    private func folder(adding text: String) throws -> String {
        let project = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        var template = Array("/tmp/hearsay-grammar-XXXXXX\0".utf8CString.dropLast())
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        let input = try #require(fopen(project + "/grammar/questions.grammar", "r"))
        let output = try #require(fopen(folder + "/questions.grammar", "w"))
        while case let byte = getc(input), byte != EOF { putc(byte, output) }
        fputs(text, output)
        fclose(input)
        fclose(output)
        return folder
    }

    private func remove(_ folder: String) {
        unlink(folder + "/questions.grammar")
        rmdir(folder)
    }

    private func session(_ language: QuestionLanguage?) throws -> Session {
        var session = try Session(language: language)
        let text = "Strike at the port\n\nThe union demands higher wages. The mayor said the port would stay open.\n"
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "strike.txt"))
        return session
    }

    @Test func `a shape that was added is understood`() throws {
        let folder = try folder(adding: Self.shape)
        defer { remove(folder) }
        var plain = try session(nil)
        #expect(plain.ask("whose demand is higher wages").pattern != "demand(agent: ?, theme ~ \"higher wages\")")
        var edited = try session(try GrammarFolder(path: folder).read())
        let reply = edited.ask("whose demand is higher wages")
        #expect(reply.pattern == "demand(agent: ?, theme ~ \"higher wages\")")
        #expect(reply.answers.first?.text == "The union")
    }

    @Test func `reloading takes the new files, and keeps the old ones where the new have a mistake`() throws {
        let good = try folder(adding: Self.shape)
        let bad = try folder(adding: "\nshape broken\n  ask whose <sya> C\n  means verb(agent: ?, other ~ C)\n")
        defer {
            remove(good)
            remove(bad)
        }
        var interpreter = Interpreter(session: try session(nil))
        guard case .lines(let lines) = interpreter.respond(to: ".grammar reload \(good)", appearance: Appearance())
        else {
            Issue.record("not reloaded")
            return
        }
        #expect(lines.first?.text.contains("shapes read from") == true)
        #expect(interpreter.ask("whose demand is higher wages").status == .answered)
        guard
            case .complaint(let complaints, _) = interpreter.respond(
                to: ".grammar reload \(bad)", appearance: Appearance())
        else {
            Issue.record("not refused")
            return
        }
        #expect(complaints.first?.contains("questions.grammar:") == true)
        #expect(complaints.first?.contains("expected a class or verb") == true)
        #expect(complaints.first?.contains("stays as it was") == true)
        #expect(interpreter.ask("whose demand is higher wages").status == .answered)
    }

    @Test func `a word that stands twice is told with its place`() throws {
        let folder = try folder(adding: "")
        defer { remove(folder) }
        let output = try #require(fopen(folder + "/words.lists", "w"))
        fputs("list role\n  captain baker\n  captain\n", output)
        fclose(output)
        defer { unlink(folder + "/words.lists") }
        #expect(
            try GrammarFolder(path: folder).repetitions().map(\.description) == [
                "\(folder)/words.lists:3:3: captain stands twice in list role"
            ])
    }

    @Test(arguments: ["/nonexistent/grammar", "/dev/null"])
    func `what is no folder is told`(path: String) throws {
        #expect { _ = try GrammarFolder(path: path).read() } throws: {
            ($0 as? CommandError)?.message.contains(path) == true
        }
    }

    @Test func `parse shows words, shape, pattern and filters`() throws {
        var interpreter = Interpreter(session: try session(nil))
        let response = interpreter.respond(to: ".parse what did the mayor say in article 1", appearance: Appearance())
        guard case .lines(let lines) = response else {
            Issue.record("no lines")
            return
        }
        let text = lines.map(\.text).joined(separator: "\n")
        for part in [
            "tokens", "shape    what-said", "the mayor (E)", "in article 1 (filter article)",
            "pattern  say(source: the mayor", "article: 1",
        ] {
            #expect(text.contains(part), "\(part) in\n\(text)")
        }
    }
}
