import Facts
import Language
import Testing

@testable import Questions

/// Mistakes in a grammar file are told with their place and what was expected there.
struct GrammarTests {
    /// The file's text, the place of its mistake, and what is told.
    @Test(arguments: [
        ("ask who <say> C", "1:1", "expected define, values, filter or shape"),
        ("shape a\n  ask who [<say> C", "2:11", "[ without ]"),
        ("shape a\n  ask who] C", "2:10", "] without ["),
        ("shape a\n  ask E|T", "2:7", "a slot cannot be one of several words"),
        ("shape a\n  ask who <say C", "2:11", "< without >"),
        ("shape a\n  ask who BEE C", "2:11", "BEE is no slot"),
        ("shape a\n  ask C\n  means be(theme: ?)\nshape a", "4:7", "the shape a was defined before"),
        ("shape a\n  means say", "2:9", "expected PREDICATE(ROLE: FILLING, ...)"),
        ("shape a\n  means say(foo: ?)", "2:13", "there is no role foo"),
        ("shape a\n  means say(theme: X)", "2:20", "expected ? or a slot"),
        ("shape a\n  means say(theme ~ words)", "2:21", "expected a slot"),
        ("shape a\n  use nothing", "2:7", "expected one of list, yes-no"),
        ("shape a\n  example who", "2:3", "expected example QUESTION => PATTERN"),
        ("shape a\n  answer who", "2:3", "expected ask, means, use, follow-up, try or example, found answer"),
        ("shape a\n  means be(theme: ?)", "1:7", "has no ask line"),
        ("shape a\n  ask who C", "1:7", "has no means line"),
        ("shape a\n  ask who C\n  means be(theme: E)", "1:7", "means E, which no ask line has"),
        ("shape a\n  ask who {often} C", "2:11", "there is no filter often"),
        ("filter a\n  ask in A", "1:8", "has no means line"),
        ("filter a\n  ask in A\n  means page: A", "3:9", "expected KEY or KEY: SLOT"),
        ("filter a\n  stands here", "2:10", "expected one of anywhere, outside-clauses, placed"),
        ("define A b", "1:10", "expected define NAME = WORD"),
        ("values moon = full 1", "1:8", "expected one of month"),
        ("values month = january", "1:14", "expected values NAME"),
        ("values month = january x, feb", "1:16", "expected WORD ... NUMBER"),
        ("nonsense", "1:1", "found nonsense"),
    ])
    func `mistakes are told with their place`(text: String, place: String, message: String) throws {
        let error = try #require(throws: GrammarError.self) { _ = try QuestionGrammar(text) }
        #expect(error.description.hasPrefix("questions.grammar:\(place): "), "\(error)")
        #expect(error.message.contains(message), "\(error)")
    }

    @Test func `mistakes of the other files are told with their place`() {
        func place(_ body: () throws -> Void) -> String? {
            do {
                try body()
                return nil
            } catch { return (error as? GrammarError).map { "\($0.file):\($0.line):\($0.column)" } }
        }
        #expect(place { _ = try Spellings("word a = b\nword defence defense") } == "spellings.pairs:2:14")
        #expect(place { _ = try Spellings("letter a = b") } == "spellings.pairs:1:1")
        #expect(place { _ = try VerbClasses("class say\nverbs say\nnear shout") } == "verbs.classes:3:6")
        #expect(place { _ = try NameGroups("Britain | British") } == "names.groups:1:1")
    }

    @Test func `a predicate that the verbs lack is told with its place`() throws {
        let error = try #require(throws: GrammarError.self) {
            _ = try QuestionLanguage {
                $0 == "questions.grammar" ? "shape a\n  ask who said C\n  means sya(source: ?, content ~ C)\n" : nil
            }
        }
        #expect(
            error.description
                == "questions.grammar:3:9: expected a class or verb of verbs.classes, verb, be or any, found sya")
    }

    @Test func `a class that the verbs lack is told with its place`() throws {
        let error = try #require(throws: GrammarError.self) {
            _ = try QuestionLanguage {
                $0 == "questions.grammar" ? "shape a\n  ask who <sya> C\n  means verb(agent: ?, other ~ C)\n" : nil
            }
        }
        #expect(
            error.description.hasPrefix("questions.grammar:2:11: expected a class or verb of verbs.classes"), "\(error)"
        )
    }

    @Test func `a place that no template has is told`() {
        let text = "shape s\n  ask who said C\n  means say(source: ?, content ~ C)\n  try what did {nmae} say\n"
        #expect { try QuestionGrammar(text) } throws: { error in
            "\(error)" == "questions.grammar:4:16: expected one of {name}, {other}, {topic}, {clause}, found {nmae}"
        }
    }

    @Test func `a filter that stands first is none behind the question's begin`() throws {
        let grammar = """
            filter opening
              ask show me
              means nothing
              stands first
            shape safe
              ask who E
              means be(agent: E, attribute: ?)
            """
        let language = try QuestionLanguage { $0 == "questions.grammar" ? grammar : nil }
        let analyzer = try Analyzer()
        func isUnderstood(_ line: String) -> Bool {
            let outcome = QuestionReader(language: language).read(line, knowing: ExampleNames(language.grammar)) {
                analyzer.analyze(line: $0)
            }
            if case .understood = outcome.result { return true }
            return false
        }
        #expect(isUnderstood("show me who Lind"))
        #expect(!isUnderstood("who Lind show me"))
    }

    @Test func `a shape of its own is understood`() throws {
        let language = try QuestionLanguage {
            $0 == "questions.grammar"
                ? """
                define BE = is | was
                shape safe
                  ask BE E safe [today]
                  means be(agent: E, attribute: ?)
                """ : nil
        }
        let analyzer = try Analyzer()
        let outcome = QuestionReader(language: language).read(
            "Was the old bridge safe today?", knowing: ExampleNames(language.grammar)
        ) { analyzer.analyze(line: $0) }
        #expect(outcome.readings.first?.question.description == "be(agent: the old bridge, attribute: ?)")
    }

    @Test func `two readings that fit as well are both given`() throws {
        let grammar = """
            shape near
              ask where BRIDGE
              means be(place: ?)
            shape far
              ask where BRIDGE
              means be(time: ?)
            """
        let language = try QuestionLanguage {
            $0 == "questions.grammar" ? grammar.replacing("BRIDGE", with: "bridge") : nil
        }
        let analyzer = try Analyzer()
        let outcome = QuestionReader(language: language).read("where bridge", knowing: ExampleNames(language.grammar)) {
            analyzer.analyze(line: $0)
        }
        guard case .ambiguous(let questions) = outcome.result else {
            Issue.record("not ambiguous: \(outcome.result)")
            return
        }
        #expect(questions.map(\.shape) == ["near", "far"])
    }
}

/// What is not understood is told with its place.
struct MisreadingTests {
    private func misreading(_ text: String) throws -> QuestionParser.Misreading? {
        let reader = QuestionReader(language: try QuestionLanguage.embedded())
        let analyzer = try Analyzer()
        guard
            case .misunderstood(let misreading) = reader.read(
                text, knowing: Dam(), analyzing: { analyzer.analyze(line: $0) }
            ).result
        else { return nil }
        return misreading
    }

    @Test func `the first word that fits nothing is marked`() throws {
        let misreading = try #require(try misreading("wot flurb russia"))
        #expect(misreading.range == 0..<3)
        #expect(misreading.suggestions.contains("what"))
    }

    @Test func `a name of the articles is not taken for the mistake`() throws {
        let misreading = try #require(try misreading("what does Halvorsen flurbly"))
        #expect(misreading.range == 20..<27)
    }

    @Test func `a question that stops short is marked at its end`() throws {
        let misreading = try #require(try misreading("who"))
        #expect(misreading.range == 3..<3)
        #expect(!misreading.expected.isEmpty)
    }

    @Test(arguments: ["?", "...", "!!! ???", "-"])
    func `punctuation is no question`(text: String) throws {
        #expect(try misreading(text) != nil)
    }

    @Test func `near words are at most two slips away`() {
        #expect(NearWords.near("wot", among: ["not", "what", "who", "wit"]) == ["wit", "not", "what", "who"])
        #expect(NearWords.near("acording", among: ["accord", "according"], limit: 1) == ["according"])
        #expect(NearWords.distance("sya", "say") == 1)
        #expect(NearWords.distance("Zelensky", "zelenskiy", atMost: 2) == 1)
        #expect(NearWords.distance("harbour", "harvest", atMost: 2) == nil)
        #expect(NearWords.distance("abc", "cab", atMost: 1) == nil)
        #expect(NearWords.distance("", "abc") == 3)
    }
}
