import Answers
import Testing

@testable import Shell

@Suite struct ReplyRendererTests {
    /// Checks what a reply looks like, line by line, without colour.
    private func check(
        _ reply: Reply, width: Int?, showsPattern: Bool = false, shows expected: String,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let lines = ReplyRenderer(appearance: Appearance(width: width), showsPattern: showsPattern).lines(for: reply)
        #expect(lines.map(\.text).joined(separator: "\n") == expected, sourceLocation: location)
        if let width { for line in lines { #expect(line.width <= width, sourceLocation: location) } }
    }

    @Test func `a name, who it is, and the sentence with the answer marked`() {
        check(
            Invented.reply(Invented.name), width: 80,
            shows: """
                  1  Ana Bell   the harbour union's chair
                     In response, the harbour union's chair, Ana Bell, said the council's plan
                     shows ▌it is not serious about safety▐.                              [1:18]
                """)
    }

    @Test func `a span, by whom, and who passed it on`() {
        check(
            Invented.reply(Invented.span), width: 80,
            shows: """
                  1  “ironclad” promises for the crews
                     by Bo Li, Deputy Harbour Minister · reported by Example Wire
                     Example Wire reports that Bo Li said any plan needs ▌“ironclad” promises
                     for the crews▐.                                                      [1:17]
                """)
    }

    @Test func `lines of a pipe are not broken`() {
        check(
            Invented.reply(Invented.name), width: nil,
            shows: """
                  1  Ana Bell   the harbour union's chair
                     In response, the harbour union's chair, Ana Bell, said the council's plan shows ▌it is not serious about safety▐.  [1:18]
                """)
    }

    @Test func `twenty columns are enough`() {
        check(
            Invented.reply(Invented.span), width: 20,
            shows: """
                  1  “ironclad”
                     promises for
                     the crews
                     by Bo Li,
                     Deputy Harbour
                     Minister ·
                     reported by
                     Example Wire
                     Example Wire
                     reports that Bo
                     Li said any
                     plan needs
                     ▌“ironclad”
                     promises for
                     the crews▐.
                              [1:17]
                """)
    }

    @Test func `the pattern and a remark stand above`() {
        var reply = Invented.reply(Invented.name)
        reply.message = "read: said"
        let lines = ReplyRenderer(appearance: Appearance(width: 80), showsPattern: true).lines(for: reply)
        #expect(lines.prefix(2).map(\.text) == ["  = say(source: ?)", "  (read: said)"])
    }

    @Test func `an answer that is its sentence is shown once`() {
        let whole = Answer(
            text: "The harbour is open", kind: .span, score: 1,
            evidence: [Invented.evidence("The harbour is open", sentence: "The harbour is open.")])
        check(Invented.reply(whole), width: 40, shows: "  1  The harbour is open          [1:18]")
    }

    @Test func `more places are cited, each once, at most four`() {
        var answer = Invented.name
        answer.evidence += [18, 3, 4, 5, 6, 7].map { Invented.evidence(number: $0) }
        let text = ReplyRenderer(appearance: Appearance()).lines(for: Invented.reply(answer)).map(\.text).joined()
        #expect(text.hasSuffix("  [1:18] [1:3] [1:4] [1:5] +2"))
    }

    @Test func `ten answers, and how many more`() {
        let reply = Reply(
            question: "q", status: .answered, answers: Array(repeating: Invented.name, count: 12))
        let renderer = ReplyRenderer(appearance: Appearance(width: 80))
        let lines = renderer.lines(for: reply)
        #expect(lines.last?.text == "  ... 2 more: .more")
        #expect(lines.contains { $0.text.hasPrefix("  10  Ana Bell") })
        #expect(renderer.lines(for: reply, answers: 10..<12).first?.text.hasPrefix("  11  Ana Bell") == true)
    }

    @Test func `a verdict and a count stand alone`() {
        let verdict = Answer(
            text: "no", kind: .yesNo, score: 1,
            evidence: [Invented.evidence("did not agree", sentence: "The union did not agree to the plan.")])
        check(
            Invented.reply(verdict), width: 60,
            shows: """
                  No
                     The union ▌did not agree▐ to the plan.           [1:18]
                """)
        let count = Answer(
            text: "12", kind: .count, score: 1,
            evidence: [Invented.evidence("agreed", sentence: "The union agreed.")])
        check(
            Invented.reply(count), width: 40,
            shows: """
                  12
                     The union ▌agreed▐.          [1:18]
                """)
    }

    @Test func `a search that was stopped is called so`() {
        var reply = Invented.reply(Invented.name)
        reply.isComplete = false
        #expect(
            ReplyRenderer(appearance: Appearance(width: 80)).lines(for: reply).last?.text
                == "  (stopped before all was gone through: there may be more)")
    }

    @Test func `nothing found`() {
        check(Reply(question: "q", status: .noAnswer), width: 80, shows: "  Nothing found.")
        check(
            Reply(question: "q", status: .noAnswer, message: "nobody is named Zed"), width: 80,
            shows: "  Nothing found: nobody is named Zed")
    }

    @Test func `a span that leaves its sentence does no harm`() {
        var answer = Invented.name
        answer.evidence[0].highlight = 90..<4000
        check(
            Invented.reply(answer), width: nil,
            shows: """
                  1  Ana Bell   the harbour union's chair
                     In response, the harbour union's chair, Ana Bell, said the council's plan shows it is not ▌serious about safety.▐  [1:18]
                """)
        answer.evidence[0].highlight = 5000..<6000
        #expect(ReplyRenderer(appearance: Appearance()).lines(for: Invented.reply(answer)).count == 2)
    }

    @Test func `control characters of an article do not reach the terminal`() {
        var answer = Invented.name
        answer.text = "Ana\u{1B}[2J\u{7}Bell\u{9B}31m"
        answer.description = "chair\u{202E}riahc"
        let text = ReplyRenderer(appearance: Appearance(width: 80)).lines(for: Invented.reply(answer)).map(\.text)
            .joined()
        #expect(text.contains("Ana␛[2J␇Bell\u{FFFD}31m"))
        #expect(
            !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}" })
    }

    @Test func `colours stand for the marks`() {
        let lines = ReplyRenderer(appearance: Appearance(width: 80, colour: true)).lines(
            for: Invented.reply(Invented.name))
        let text = lines.map { $0.encoded(colour: true) }.joined(separator: "\n")
        #expect(text.contains("\u{1B}[1mAna Bell\u{1B}[0m"))
        #expect(text.contains("\u{1B}[1;35mit is not serious about safety\u{1B}[0m"))
        #expect(!text.contains("▌"))
    }

    @Test(arguments: [1, 16, 17, 20, 33, 50, 79, 200]) func `no line is wider than the window`(width: Int) {
        var wide = Invented.span
        wide.text = "港の再開について議会が発表した長い声明の全文 e\u{301}\u{301} 👩‍👩‍👧 " + String(repeating: "x", count: 60)
        for reply in [Invented.reply(wide, Invented.name), Invented.misunderstood] {
            for line in ReplyRenderer(appearance: Appearance(width: width), showsPattern: true).lines(for: reply) {
                #expect(line.width <= max(width, 16), "\(line.text)")
            }
        }
    }
}

@Suite struct MisunderstandingRendererTests {
    private func text(_ reply: Reply, width: Int?) -> String {
        ReplyRenderer(appearance: Appearance(width: width)).lines(for: reply).map(\.text).joined(separator: "\n")
    }

    @Test func `the words are underlined, and what could stand there is said`() {
        #expect(
            text(Invented.misunderstood, width: 80) == """
                  I do not understand this question.
                    wot flurb the harbour
                    ^^^ expected who, what, when, where
                  Did you mean: what, who
                  A question I know: what does the council want
                """)
    }

    @Test func `narrow windows get it below`() {
        #expect(
            text(Invented.misunderstood, width: 26) == """
                  I do not understand this
                    question.
                    wot flurb the harbour
                    ^^^
                    expected who, what,
                      when, where
                  Did you mean: what, who
                  A question I know: what
                    does the council want
                """)
    }

    @Test func `carets stand under the words, wide letters and all`() {
        var reply = Invented.misunderstood
        reply.question = "港 café flurb"
        reply.misunderstanding = Misunderstanding(range: 10..<15, expected: [])
        #expect(
            text(reply, width: 80) == """
                  I do not understand this question.
                    港 café flurb
                            ^^^^^
                """)
    }

    @Test func `a long question is cut around the words`() {
        var reply = Invented.misunderstood
        reply.question = String(repeating: "and ", count: 100) + "flurb " + String(repeating: "or ", count: 100)
        reply.misunderstanding = Misunderstanding(range: 400..<405, expected: ["a verb"])
        let lines = text(reply, width: 60).split(separator: "\n")
        #expect(lines[1].contains("flurb") && lines[1].hasSuffix("…") && lines[1].count <= 60)
        let column = lines[1].range(of: "flurb").map { lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound) }
        #expect(lines[2].prefix { $0 == " " }.count == column)
        #expect(lines[2].contains("^^^^^ expected a verb"))
    }
}

extension StringProtocol {
    /// Where another string first stands in this one.
    fileprivate func range(of other: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(other) }.map { $0..<index($0, offsetBy: other.count) }
    }
}
