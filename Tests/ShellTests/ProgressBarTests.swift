import Testing

@testable import Shell

@Suite struct ProgressBarTests {
    @Test func `rate and time left`() {
        #expect(
            ProgressBar(columns: 48).line(done: 50, of: 200, seconds: 2) == "  " + String(repeating: "█", count: 5)
                + String(repeating: "░", count: 15) + "  50/200  25/s  0:06 left")
        #expect(ProgressBar(columns: 80).line(done: 200, of: 200, seconds: 8).hasSuffix("200/200  25/s  0:00 left"))
    }

    @Test(arguments: [4, 20, 30, 80, 300])
    func `never wider than the window`(columns: Int) {
        for done in [0, 1, 999, 100_000] {
            #expect(
                DisplayWidth.of(ProgressBar(columns: columns).line(done: done, of: 100_000, seconds: 3.5)) < columns)
        }
    }
}
