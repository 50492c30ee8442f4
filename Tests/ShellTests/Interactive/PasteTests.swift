import Testing

@testable import Shell

/// Text that is pasted.
@Suite(.serialized) struct PasteTests {
    @Test func `a paste of several lines waits for Enter`() throws {
        let session = try TerminalSession.overHarbour(columns: 80)
        session.type("\u{1B}[200~!!!\r.no\u{1}pe\r\n\u{1B}[201~")
        session.wait(for: ".nope")
        #expect(!session.screen.text.contains("There are no words"))
        session.type("\r")
        session.wait(
            "both answers",
            until: { $0.text.replacing("\n", with: " ").contains(".nope is not a command") && $0.text.hasSuffix("\n?") }
        )
        #expect(session.screen.text.contains("? !!!\n  There are no words in this line.\n"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }

    @Test(arguments: [80, 30]) func `a pasted article is offered to be loaded`(columns: Int) throws {
        let session = try TerminalSession.overHarbour(columns: columns)
        let text =
            "A ferry returns\r\rThe ferry Lark came back to Port Ansel on Monday\rafter two weeks of repairs, its captain said.\r\rIt will sail again on Friday, as the union had asked for in spring."
        session.type("\u{1B}[200~" + text + "\u{1B}[201~")
        session.wait("the paste", until: { $0.text.replacing("\n", with: "").hasSuffix("spring.") })
        session.type("\r")
        session.wait(for: "Load it? [y/N]")
        session.enter("y")
        #expect(session.screen.text.contains("2 articles"))
        session.enter(".articles")
        #expect(session.screen.text.contains("A ferry returns"))
        // Its lines belong together where no empty one parts them.
        session.enter(".facts 2")
        session.enter("when did the ferry Lark come back")
        #expect(session.screen.text.replacing("\n", with: " ").contains("on Monday"))
        session.type("\u{4}")
        #expect(session.end() == 0)
    }
}
