/// How far a long work is, with its rate and the time that is left, on one line of a terminal.
struct ProgressBar: Sendable {
    /// Columns of the terminal.
    var columns: Int

    /// Short works show nothing.
    static let patience = 0.4

    /// The line; empty where nothing can be told yet.
    ///
    /// - Parameters:
    ///   - seconds: Since the work began.
    ///   - articles: How many articles have been read, where a file may have several.
    func line(done: Int, of total: Int, seconds: Double, articles: Int? = nil) -> String {
        guard total > 0, seconds > 0, done > 0 || (articles ?? 0) > 0 else { return "" }
        // Of the articles in a file nobody knows how many there are.
        if let articles, total == 1 || done == 0 {
            return "  \(ArticleRenderer.count(articles, "article"))  \(Int((Double(articles) / seconds).rounded()))/s"
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
    init?() {
        guard isatty(STDERR_FILENO) == 1, let kind = getenv("TERM").map({ String(cString: $0) }), !kind.isEmpty,
            kind != "dumb"
        else { return nil }
        start = clock.now
    }

    func show(done: Int, of total: Int, articles: Int? = nil) {
        let now = clock.now
        guard now - start > .seconds(ProgressBar.patience), drawn.map({ now - $0 > .milliseconds(100) }) ?? true else {
            return
        }
        drawn = now
        var size = winsize()
        let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
        let parts = (now - start).components
        let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        OutputStream.error.write(
            "\r" + ProgressBar(columns: columns).line(done: done, of: total, seconds: seconds, articles: articles)
                + "\u{1B}[K")
    }

    func end() {
        if drawn != nil { OutputStream.error.write("\r\u{1B}[K") }
        drawn = nil
    }
}
