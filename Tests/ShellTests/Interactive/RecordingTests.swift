import Testing

@testable import Shell

private func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Not tests of anything: script/screens and script/benchmark-shell run them to write docs/screens and to measure.
@Suite(.serialized) struct RecordingTests {
    @Test(.enabled(if: setting("HEARSAY_SCREENS") != nil))
    func `screens of typical moments`() throws {
        let folder = try #require(setting("HEARSAY_SCREENS"))
        let moments: [(name: String, lines: [String], keys: String)] = [
            ("01-start", [], ""), ("02-who-said", ["who said Russia is not serious about peace"], ""),
            ("03-demands", ["what does Russia demand", "and Ukraine?"], ""),
            ("04-nothing", ["what did macron say"], ""),
            ("05-not-understood", ["wot flurb russia"], ""), ("06-why", ["what does Russia demand", ".why 2"], ""),
            ("07-completion", [], "what does \t"), ("08-profile", [".profile Kallas"], ""),
            ("09-compare", [".compare Russia Ukraine on peace"], ""), ("10-timeline", [".timeline NATO"], ""),
        ]
        for columns in [80, 30] {
            for moment in moments {
                let session = try TerminalSession([], columns: columns)
                session.waitForArticles()
                for line in moment.lines { session.enter(line) }
                if !moment.keys.isEmpty {
                    session.type(moment.keys)
                    session.wait(
                        "the candidates", until: { $0.text.contains("Russia") && $0.text.hasSuffix("\n? what does") })
                }
                let descriptor = open("\(folder)/\(moment.name)-\(columns).txt", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
                try #require(descriptor >= 0)
                var text = session.screen.text + "\n"
                text.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
                close(descriptor)
                session.type("\u{15}\u{4}")
                _ = session.end()
            }
        }
    }

    @Test(.enabled(if: setting("HEARSAY_BENCHMARK") != nil))
    func `start to prompt and to articles, keystroke to screen`() throws {
        let clock = ContinuousClock()
        func report(_ what: String, _ times: [Duration]) {
            let sorted = times.sorted()
            print(
                "\(what): median \(sorted[sorted.count / 2]), p95 \(sorted[sorted.count * 95 / 100]) of \(sorted.count)"
            )
        }
        var starts: [Duration] = []
        var articles: [Duration] = []
        var keys: [Duration] = []
        for _ in 0..<40 {
            let begin = clock.now
            let session = try TerminalSession([], columns: 80, environment: ["NO_COLOR": ""])
            session.wait("the prompt", until: { $0.text.hasSuffix("\n?") && $0.bracketsPaste })
            starts.append(clock.now - begin)
            session.waitForArticles()
            articles.append(clock.now - begin)
            var typed = "?" + " "
            for letter in "what does Russia demand of Ukraine" {
                let start = clock.now
                session.type(String(letter))
                typed.append(letter)
                let wanted = typed.trimmed
                session.wait(
                    "the letter, coloured",
                    until: { session.isPainted && $0.text.split(separator: "\n").last?.hasPrefix(wanted) == true })
                keys.append(clock.now - start)
            }
            session.type("\u{15}\u{4}")
            _ = session.end()
        }
        report("start to prompt", starts)
        report("start to articles that are read", articles)
        report("keystroke to the coloured line", keys)
    }
}
