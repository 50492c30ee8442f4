import Testing

@testable import Shell

@Suite struct TerminalTraitsTests {
    private func traits(input: Bool = true, output: Bool = true, columns: Int? = 90, _ environment: [String: String])
        -> TerminalTraits
    {
        TerminalTraits(inputIsTerminal: input, outputIsTerminal: output, windowColumns: columns) { environment[$0] }
    }

    @Test func `a terminal has colours and editing`() {
        let found = traits(["TERM": "xterm"])
        #expect(found.canEdit && found.colour && found.columns == 90)
    }

    @Test(arguments: [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "xterm", "CLICOLOR": "0"], ["TERM": "dumb"], [:]])
    func `colours are not wanted`(environment: [String: String]) {
        #expect(!traits(environment).colour)
    }

    @Test func `an empty NO_COLOR says nothing`() {
        #expect(traits(["TERM": "xterm", "NO_COLOR": ""]).colour)
    }

    @Test func `pipes have neither colours nor columns nor editing`() {
        let found = traits(output: false, ["TERM": "xterm", "COLUMNS": "50"])
        #expect(!found.canEdit && !found.colour && found.columns == nil)
        #expect(!traits(input: false, ["TERM": "xterm"]).canEdit)
    }

    @Test func `a dumb terminal is not edited on`() {
        #expect(!traits(["TERM": "dumb"]).canEdit)
        #expect(traits(columns: nil, ["TERM": "dumb"]).columns == 80)
    }
}
