import Articles
import Storage

/// Commands that change what is loaded and where it is kept.
extension Interpreter {
    /// Reads articles from files and folders, patterns of them, and "-".
    mutating func load(_ paths: [String]) -> LoadReport {
        let report = longWork { collection, isInterrupted, progress in
            collection.load(paths, isInterrupted: isInterrupted, progress: progress)
        }
        if report.hasFailed { noteUnreadable() }
        return report
    }

    /// Reads an article that was pasted.
    mutating func load(pasted text: String) -> Response {
        let report = longWork { collection, isInterrupted, progress in
            collection.load(pasted: text, isInterrupted: isInterrupted, progress: progress)
        }
        return response(to: report)
    }

    /// Work that Ctrl-C stops, under a bar.
    private mutating func longWork<Result, Failure: Error>(
        _ work: (
            inout Collection, _ isInterrupted: @escaping @Sendable () -> Bool,
            _ progress: @escaping (LoadProgress) -> Void
        ) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let display = ProgressDisplay()
        defer { display?.end() }
        let progress: (LoadProgress) -> Void = { display?.show($0) }
        if let isInterrupted { return try work(&collection, isInterrupted, progress) }
        let watch = InterruptWatch()
        return try work(&collection, { watch.isInterrupted }, progress)
    }

    private var censusLine: StyledLine { StyledLine("  " + census.joined(separator: " · "), .dim) }

    /// What is shown of loading.
    func response(to report: LoadReport) -> Response {
        var lines: [StyledLine] = []
        if let summary = report.summary { lines.append(StyledLine("  " + summary)) }
        if report.loaded > 0 { lines.append(censusLine) }
        let complaints = report.complaints + (report.problem.map { [$0] } ?? [])
        return complaints.isEmpty ? .lines(lines) : .complaint(complaints, lines)
    }

    /// What was left out, and why.
    func skippedLines(_ appearance: Appearance) -> [StyledLine] {
        guard !collection.skipped.isEmpty else { return [StyledLine("  Nothing was left out.")] }
        return collection.skipped.flatMap { error -> [StyledLine] in
            var line = StyledLine(error.name.printable, .bold)
            line.append(": " + error.explanation.printable)
            return LineWrapper(width: appearance.width, firstIndent: 2, indent: 6).wrap(line)
        }
    }

    mutating func unload(_ selection: ArticleSelection) throws(CommandError) -> Response {
        let (count, problem) = try collection.unload(selection)
        forgetLast()
        let gone = ArticleRenderer.count(count, "article")
        let lines = [StyledLine("  \(gone) taken away  ·  " + census.joined(separator: " · "), .dim)]
        return problem.map { .complaint([$0], lines) } ?? .lines(lines)
    }

    mutating func reload() throws(CommandError) -> Response {
        let reload = try longWork { collection, isInterrupted, progress throws(CommandError) in
            try collection.reload(isInterrupted: isInterrupted, progress: progress)
        }
        switch reload {
        case .unchanged(gone: 0): return .lines([StyledLine("  Nothing changed.")])
        case .unchanged(let gone):
            let articles = ArticleRenderer.count(gone, "article")
            return .lines([StyledLine("  Nothing changed; of \(articles) the file is not there any more.")])
        case .changed(let report):
            forgetLast()
            if report.hasFailed { noteUnreadable() }
            let response = response(to: report)
            guard report.loaded == 1, case .lines(let lines) = response else { return response }
            return .lines([StyledLine("  1 article read again")] + lines)
        }
    }

    mutating func save(_ path: String?) throws(CommandError) -> Response {
        let path = try collection.save(path)
        return .lines([StyledLine("  \(path.printable)  ·  " + census.joined(separator: " · "), .dim)])
    }

    mutating func open(_ path: String) throws(CommandError) -> Response {
        do throws(SessionFileError) {
            let note = try collection.open(path)
            forgetLast()
            return note.map { .complaint([$0], [censusLine]) } ?? .lines([censusLine])
        } catch {
            throw CommandError(error.description, status: .unreadable)
        }
    }
}
