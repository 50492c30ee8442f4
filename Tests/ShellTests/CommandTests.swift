import Questions
import Testing

@testable import Shell

@Suite struct CommandTests {
    private func parse(_ line: String) -> Result<Command, CommandError> {
        do throws(CommandError) { return .success(try Command(line)) } catch { return .failure(error) }
    }

    @Test(
        arguments: [
            (".help", .help(topic: nil)), (".help questions", .help(topic: "questions")), (".h", .help(topic: nil)),
            (".load a.txt 'b c.txt' d\\ e.txt", .load(["a.txt", "b c.txt", "d e.txt"])), (".ARTICLES", .articles),
            (".show 2", .context(answer: 2)), (".show 2:17", .show(article: 2, sentence: 17)),
            (".show [2:17]", .show(article: 2, sentence: 17)), (".show", .context(answer: 1)),
            (".why", .why(answer: 1)), (".w 3", .why(answer: 3)), (".mor", .more), (".q", .quit), (".exit", .quit),
            (".read", .read(article: 1)), (".read 2", .read(article: 2)),
            (".people", .browse(.entities(.person, topic: nil))),
            (".quotes by Ana Bell about the bridge", .browse(.quotes(by: "Ana Bell", about: "the bridge"))),
            (".quotes about ships", .browse(.quotes(by: nil, about: "ships"))), (".facts 2", .browse(.facts(2))),
            (".profile of Ana Bell", .browse(.profile("Ana Bell"))), (".timeline", .browse(.timeline(nil))),
            (".compare \"Ana Bell\" Li on ships", .browse(.compare(["Ana Bell", "Li"], on: "ships"))),
            (".compare Ana Bell and Li Wu", .browse(.compare(["Ana Bell", "Li Wu"], on: nil))),
            (".compare Ana Bell, Li", .browse(.compare(["Ana Bell", "Li"], on: nil))),
            (".compare Ana Bell Li", .browse(.compare(["Ana", "Bell", "Li"], on: nil))),
            (".mode", .setting(.mode(nil))), (".set ghost", .setting(.option("ghost", nil))),
            (".set GHOST Off", .setting(.option("ghost", "off"))),
            (".mode csv", .setting(.mode(.csv))), (".once a.md", .setting(.output(path: "a.md", once: true))),
            (".output", .setting(.output(path: nil, once: false))), (".timer on", .setting(.timer(true))),
            (".echo off", .setting(.echo(false))), (".echo good morning", .setting(.say("good morning"))),
            (".set ghost off", .setting(.option("ghost", "off"))), (".history", .setting(.history(20))),
            (".run a.questions", .setting(.run("a.questions"))),
        ] as [(String, Command)])
    func read(line: String, command: Command) {
        #expect(parse(line) == .success(command))
    }

    @Test(arguments: [
        (".hlep", ".hlep is not a command; did you mean .help?"),
        (".xyzzy", ".xyzzy is not a command; .help lists the commands"),
        (".load", ".load needs a file: .load talks.txt"), (".show x", ".show needs a number: .show 1"),
        (".show 1:x", ".show needs a number: .show 1:3"), (".why 0", ".why needs a number: .why 2"),
        (".mode x", ".mode needs one of text, json, jsonl, csv, tsv, markdown, html"),
        (".timer", ".timer is on or off: .timer on"),
        (".articles 3", ".articles takes nothing behind it; \"3\" is too much"),
        (".open my talks", ".open takes one file; quote a name with spaces: .open \"my talks\""),
        (".compare Ana", ".compare needs two names: .compare Russia and European Union on peace"),
        (".compare A and B and C", ".compare needs two names: .compare Russia and European Union on peace"),
        (".pro", ".profile needs a name: .profile Kallas"),
        (".so", ".so is not a command; did you mean .show or .set?"),
    ])
    func mistakes(line: String, message: String) {
        #expect(parse(line) == .failure(CommandError(message)))
    }

    @Test func `near words`() {
        #expect(NearWords.near(".artcles", among: Command.entries.map(\.name)) == [".articles"])
        #expect(NearWords.near("zzzz", among: ["abcd"]).isEmpty)
    }

    @Test func `arguments are split as shells do`() {
        #expect(ArgumentSplitter.split(#"a "b c" 'd\e' f\ g "" "h"#) == ["a", "b c", #"d\e"#, "f g", "", "h"])
    }
}

@Suite struct CompleterTests {
    private let completer = Completer()

    @Test func `names of commands`() {
        #expect(completer.complete(".lo") == .init(insertion: "ad "))
        #expect(completer.complete(".").candidates.count == Command.entries.count)
        #expect(completer.complete("who").candidates.isEmpty)
        #expect(completer.complete(".help k") == .init(insertion: "eys"))
    }

    @Test func `options, then their values`() {
        #expect(completer.complete(".set gh") == .init(insertion: "ost "))
        #expect(completer.complete(".set ghost ") == .init(insertion: "o", candidates: []))
        #expect(completer.complete(".set ghost of") == .init(insertion: "f"))
        #expect(completer.complete(".set keys v") == .init(insertion: "i"))
    }

    @Test func `names by any part, each once, and the last words that begin one`() {
        let completer = Completer(names: { ["Maria Bellweather", "John Underwood", "Maria Bellweather"] })
        #expect(completer.complete(".profile ").candidates.map(\.text) == ["Maria Bellweather", "John Underwood"])
        #expect(completer.complete(".profile und") == .init(insertion: "John Underwood ", replaced: 3))
        #expect(completer.complete(".profile maria b") == .init(insertion: "Maria Bellweather ", replaced: 7))
        #expect(
            completer.complete(".compare john underwood and mar") == .init(insertion: "Maria Bellweather ", replaced: 3)
        )
        #expect(completer.complete(".profile zed") == .init())
    }
}
