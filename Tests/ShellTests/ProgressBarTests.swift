import Testing

@testable import Shell

@Suite struct ProgressBarTests {
    @Test func `rate and time left`() {
        #expect(
            ProgressBar(columns: 48).line(LoadProgress(done: 50, total: 200, articles: 50), seconds: 2) == "  "
                + String(repeating: "█", count: 5)
                + String(repeating: "░", count: 15) + "  50/200  25/s  0:06 left")
        #expect(
            ProgressBar(columns: 80).line(LoadProgress(done: 200, total: 200, articles: 200), seconds: 8).hasSuffix(
                "200/200  25/s  0:00 left"))
    }

    @Test func `of one long article only the time that passes can be told`() {
        let bar = ProgressBar(columns: 80)
        #expect(bar.line(LoadProgress(done: 0, total: 1, articles: 0), seconds: 12.4) == "  0 articles  12 s")
        #expect(bar.line(LoadProgress(done: 0, total: 1, articles: 40), seconds: 2) == "  40 articles  20/s")
    }

    @Test(arguments: [4, 20, 30, 80, 300])
    func `never wider than the window`(columns: Int) {
        for done in [0, 1, 999, 100_000] {
            #expect(
                DisplayWidth.of(
                    ProgressBar(columns: columns).line(
                        LoadProgress(done: done, total: 100_000, articles: done), seconds: 3.5)) < columns)
        }
    }
}
