/// How far a long work is, with its rate and the time that is left, on one line of a terminal.
struct ProgressBar: Sendable {
    /// Columns of the terminal.
    var columns: Int

    /// Short works show nothing.
    static let patience = 0.4

    /// The line; empty where nothing can be told yet.
    ///
    /// - Parameter seconds: Since the work began.
    func line(_ progress: LoadProgress, seconds: Double) -> String {
        let (done, total, articles) = (progress.done, progress.total, progress.articles)
        guard total > 0, seconds > 0 else { return "" }
        // Of the articles in a file nobody knows how many there are.
        if total == 1 || done == 0 {
            let rate = Int((Double(articles) / seconds).rounded())
            // A long article: that time passes is all there is to tell.
            let line =
                "  \(ArticleRenderer.count(articles, "article"))  " + (rate > 0 ? "\(rate)/s" : "\(Int(seconds)) s")
            return String(line.prefix(max(columns - 1, 0)))
        }
        let rate = Double(done) / seconds
        let left = Int((Double(total - done) / rate).rounded(.up))
        let figures =
            "\(done)/\(total)  \(Int(rate.rounded()))/s  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
        let room = min(columns - figures.count - 5, 40)
        guard room >= 6 else { return String(("  " + figures).prefix(max(columns - 1, 0))) }
        let filled = room * done / total
        return "  " + String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled) + "  "
            + figures
    }
}

/// Draws a bar on standard error while somebody watches.
final class ProgressDisplay {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var drawn: ContinuousClock.Instant?

    /// Nil where standard error is no terminal that can draw its line anew.
    ///
    /// - Parameter seconds: How long the work has gone on already.
    init?(after seconds: Double = 0) {
        guard isatty(STDERR_FILENO) == 1, let kind = getenv("TERM").map({ String(cString: $0) }), !kind.isEmpty,
            kind != "dumb"
        else { return nil }
        start = clock.now - .seconds(seconds)
    }

    func show(_ progress: LoadProgress) {
        let now = clock.now
        guard now - start > .seconds(ProgressBar.patience), drawn.map({ now - $0 > .milliseconds(100) }) ?? true else {
            return
        }
        drawn = now
        var size = winsize()
        let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
        let line = ProgressBar(columns: columns).line(progress, seconds: (now - start).inSeconds)
        OutputStream.error.write("\r" + line + "\u{1B}[K")
    }

    func end() {
        if drawn != nil { OutputStream.error.write("\r\u{1B}[K") }
        drawn = nil
    }
}
