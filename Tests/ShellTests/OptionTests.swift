import ArgumentParser
import Testing

@testable import hearsay

@Suite struct OptionTests {
    private func parse<Command>(_ arguments: String..., as type: Command.Type = Command.self) throws -> Command {
        try #require(try HearsayCommand.parseAsRoot(arguments) as? Command)
    }

    @Test func `articles open the shell`() throws {
        #expect(try parse("a.txt", "b.txt", as: OpenCommand.self).articles == ["a.txt", "b.txt"])
        #expect(try parse("--", "ask", as: OpenCommand.self).articles == ["ask"])
        #expect(try HearsayCommand.parseAsRoot([]) is OpenCommand)
    }

    @Test func `questions and their articles`() throws {
        let ask = try parse(
            "ask", "--json", "--article", "a.txt", "--article", "b.txt", "who said so", "and when", as: AskCommand.self)
        #expect(ask.sources.json && ask.sources.article == ["a.txt", "b.txt"])
        #expect(ask.questions == ["who said so", "and when"])
        #expect(try parse("ask", "who", "--article", "a.txt", as: AskCommand.self).sources.article == ["a.txt"])
        #expect(try parse("ask", "--", "-5 degrees?", as: AskCommand.self).questions == ["-5 degrees?"])
    }

    @Test func `a script, or standard input`() throws {
        #expect(try parse("run", "-", as: RunCommand.self).script == "-")
        let run = try parse("run", "morning.questions", "--echo", "--article", "a.txt", as: RunCommand.self)
        #expect(run.script == "morning.questions" && run.echo && run.sources.article == ["a.txt"])
    }

    @Test(arguments: [["ask"], ["run"], ["--bogus"], ["ask", "--article"], ["run", "a", "b"]])
    func `wrong usage`(arguments: [String]) {
        #expect(throws: (any Error).self) { try HearsayCommand.parseAsRoot(arguments) }
        do { _ = try HearsayCommand.parseAsRoot(arguments) } catch {
            #expect(HearsayCommand.exitCode(for: error).rawValue == 64)
        }
    }
}
