import Testing

@testable import Shell

/// What TAB completes, and what stands behind the line.
@Suite(.serialized) struct SuggestionTests {
    @Test func `TAB completes`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type(".ar\t")
        session.wait(for: "? .articles")
        session.type("\u{15}.load ~/har\t")
        session.wait(for: "? .load ~/harbour.txt")
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `a suggestion is taken with Right, and is not part of the line before`(columns: Int)
        throws
    {
        let session = try TerminalSession.overHarbour(columns: columns, environment: ["NO_COLOR": ""])
        session.enter(".echo who typed it before")
        session.type(".echo w")
        session.wait(for: "? .echo who typed it before")
        session.type("\r")
        session.wait("the line as typed", until: { $0.text.contains("? .echo w\n") && $0.text.hasSuffix("\n?") })
        session.type(".echo who")
        session.wait(for: "? .echo who typed it before")
        session.type("\u{1B}[C!")
        session.wait(for: "? .echo who typed it before!")
        // A line that goes over the border keeps its letters under the colours.
        session.type(" and on and on")
        session.wait(
            "the whole line",
            until: {
                $0.text.split(separator: "\n").joined().hasSuffix("before! and on and on")
                    || $0.text.replacing("\n", with: "").hasSuffix("and on and on")
            })
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
        #expect(session.screen.unknown.isEmpty)
    }

    @Test func `TAB shows what may follow and goes on`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type("who sai\t")
        session.wait(for: "? who said")
        session.type("\u{15}wh\t")
        session.wait(
            "the candidates",
            until: { $0.text.contains("what") && $0.text.contains("where") && $0.text.hasSuffix("\n? wh") })
        session.type("\u{15}\u{4}")
        #expect(session.end() == 0)
    }
}
