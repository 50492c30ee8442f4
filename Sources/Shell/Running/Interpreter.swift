import Answers
import Articles
import Storage

/// Understands the lines of a session, questions and commands, one after the other. It reads no keys and writes nothing.
struct Interpreter {
    /// What a line led to.
    enum Response: Equatable {
        /// Nothing to say: a blank line, a comment.
        case silent
        case reply(Reply)
        /// More of the last reply: indices of its answers.
        case more(Reply, Range<Int>)
        /// What a command shows.
        case lines([StyledLine])
        /// What went wrong, line by line, and after it what went well.
        case complaint([String], [StyledLine])
        /// How things are shown, and where; for who shows them.
        case setting(Setting)
        case quit
    }

    private(set) var session: Session
    /// The worst so far.
    private(set) var status = ExitStatus.answered
    private(set) var last: Reply?
    private var shown = 0
    /// Where the files of the grammar are; nil for those that are built in.
    var grammarFolder: String?
    /// How a question is answered; tests put replies of their own here.
    var answer: @Sendable (inout Session, String) -> Reply = { session, question in session.ask(question) }

    /// Whether the user wants a long command to stop.
    var isInterrupted: () -> Bool = { false }
    /// Whether an editor looks after Ctrl-C.
    var isEdited = false
    /// How files are read.
    var reader = ArticleReader()
    /// What was left out so far, latest last.
    private(set) var skipped: [ArticleError] = []
    private static let mostSkipped = 10_000
    private var duplicates = DuplicateIndex()
    /// Whether the index has all that is loaded.
    private var hasDuplicates = true
    private(set) var copies = CopyList()
    /// The file that the session is kept in.
    private(set) var saved: SavedSession?

    init(session: Session) {
        self.session = session
    }

    /// Reads a line. Its line end is left out.
    mutating func respond(to line: String, appearance: Appearance) -> Response {
        let text = line.trimmed
        guard let first = text.first, first != "#" else { return .silent }
        if session.asksForMore(text), let last, shown < last.answers.count { return run(".more", appearance) }
        if first == ".", text.dropFirst().first?.isLetter == true { return run(text, appearance) }
        return .reply(ask(text))
    }

    /// Answers a question.
    mutating func ask(_ question: String) -> Reply {
        let refusal = QuestionCheck.refusal(of: question)
        let reply = refusal ?? answer(&session, question)
        note(reply)
        return reply
    }

    /// Takes a line for a question that cannot be one, because of what it is made of.
    mutating func refuse(_ line: String, because message: String) -> Reply {
        let reply = Reply(question: line, status: .notUnderstood, message: message)
        note(reply)
        return reply
    }

    /// Reads articles from files and folders, patterns of them, and "-".
    mutating func load(_ paths: [String]) -> LoadReport {
        loading(paths) { loader, session, duplicates, copies in
            loader.load(paths, into: &session, duplicates: &duplicates, copies: &copies)
        }
    }

    private mutating func loading(
        _ paths: [String],
        _ body: (Loader, inout Session, inout DuplicateIndex, inout CopyList) -> LoadReport
    ) -> LoadReport {
        // Ctrl-C is the editor's to notice where there is one; else it would end the program.
        if !hasDuplicates {
            duplicates = DuplicateIndex()
            for loaded in session.articles { duplicates.insert(loaded.article, number: loaded.number) }
            hasDuplicates = true
        }
        let watch = isEdited ? nil : InterruptWatch()
        let isInterrupted = isInterrupted
        let loader = Loader(reader: reader, isInterrupted: { watch?.isInterrupted ?? isInterrupted() })
        var report = body(loader, &session, &duplicates, &copies)
        if report.loaded > 0, let problem = keep() {
            report.problem = problem
            report.hasFailed = true
        }
        skipped = Array((skipped + report.skipped).suffix(Self.mostSkipped))
        if report.hasFailed { status = max(status, .unreadable) }
        return report
    }

    /// Reads an article that was pasted.
    mutating func load(pasted text: String) -> Response {
        do {
            let number = session.articles.count + 1
            let article = try ArticleReader().read(bytes: Array(text.utf8), id: "pasted-\(number)")
            duplicates.insert(article, number: number)
            session.load(article)
            return .lines([StyledLine("  " + census.joined(separator: " · "), .dim)])
        } catch {
            return .complaint([error.description], [])
        }
    }

    /// Loads the article that is built in.
    mutating func loadSeed() throws(ArticleError) {
        let article = try ArticleReader().readSeed()
        duplicates.insert(article, number: session.articles.count + 1)
        session.load(article)
    }

    /// "1 article, 25 sentences, 64 facts".
    var census: [String] {
        [
            ArticleRenderer.count(session.articles.count, "article"),
            ArticleRenderer.count(session.store.sentenceCount, "sentence"),
            ArticleRenderer.count(session.factCount, "fact"),
        ]
    }

    /// A line that whoever runs the session could not do.
    mutating func noteNotUnderstood() { status = max(status, .notUnderstood) }

    private mutating func note(_ reply: Reply) {
        last = reply
        shown = min(ReplyRenderer.page, reply.answers.count)
        switch reply.status {
        case .answered: break
        case .noAnswer: status = max(status, .noAnswer)
        case .notUnderstood, .ambiguous: status = max(status, .notUnderstood)
        }
    }

    // MARK: Commands.

    private mutating func run(_ line: String, _ appearance: Appearance) -> Response {
        do throws(CommandError) {
            switch try Command(line) {
            case .help(let topic):
                if let lines = HelpText(appearance: appearance).lines(topic: topic) { return .lines(lines) }
                throw CommandError("no help on \"\(topic ?? "")\"; topics: \(HelpText.topics.joined(separator: ", "))")
            case .load(let paths): return loaded(paths)
            case .unload(let selection): return try unload(selection)
            case .reload: return try reload()
            case .skipped: return .lines(skippedLines(appearance))
            case .save(let path): return try save(path)
            case .open(let path): return try opened(path)
            case .articles:
                return .lines(ArticleRenderer(appearance: appearance).list(session.articles, copies: copies))
            case .show(let article, let sentence): return .lines(try show(article, sentence, appearance))
            case .context(let number): return .lines(try context(number, appearance))
            case .read(let article): return .lines(try show(article, nil, appearance))
            case .browse(let browse): return .lines(try Browser(session, appearance: appearance).lines(for: browse))
            case .setting(let setting): return .setting(setting)
            case .why(let number): return .lines(try explain(number, appearance))
            case .more: return try more()
            case .parse(let question):
                guard let outcome = session.reading(of: question) else { throw CommandError("this is too long for a question") }
                return .lines(ParseRenderer(appearance: appearance).lines(for: outcome))
            case .grammar(.list):
                return .lines(GrammarListing.lines(session.language).map { StyledLine($0.isEmpty ? "" : "  " + $0.printable) })
            case .grammar(.reload(let folder)): return .lines(try reloadGrammar(folder))
            case .quit: return .quit
            }
        } catch {
            status = max(status, .notUnderstood)
            return .complaint([error.message], [])
        }
    }

    /// Reads the files of the grammar again; where one has a mistake, the old ones stay.
    private mutating func reloadGrammar(_ folder: String?) throws(CommandError) -> [StyledLine] {
        guard let folder = folder.map(PathPattern.home) ?? grammarFolder else {
            throw CommandError("the grammar is built in; .grammar reload DIR reads one from files")
        }
        do {
            session.use(try GrammarFolder(path: folder).read())
        } catch {
            throw CommandError(((error as? CommandError)?.message ?? "\(error)") + "; the grammar stays as it was")
        }
        grammarFolder = folder
        let count = session.grammar.listing.count
        return [StyledLine("  \(ArticleRenderer.count(count, "shape")) read from \(folder.printable)", .dim)]
    }

    private mutating func loaded(_ paths: [String]) -> Response {
        let report = load(paths)
        return response(to: report)
    }

    // MARK: Saved sessions

    /// Adds what was loaded to the file of the session.
    ///
    /// - Returns: What went wrong, for people.
    private mutating func keep() -> String? {
        do throws(SessionFileError) {
            try saved?.append(session, copies: copies)
            return nil
        } catch {
            return error.description
        }
    }

    /// Opens a saved session in place of what is loaded.
    ///
    /// - Returns: What is to be said about the file; nil for nothing.
    mutating func open(_ path: String) throws(SessionFileError) -> String? {
        var next = session
        let (file, list, note) = try SavedSession.open(PathPattern.home(path), &next)
        session = next
        copies = list
        saved = file
        skipped = []
        last = nil
        // Built when articles are loaded beside those of the file.
        hasDuplicates = false
        return note
    }

    /// Opens a saved session, or makes one of nothing.
    mutating func openOrCreate(_ path: String) throws(SessionFileError) -> String? {
        if access(path, F_OK) == 0 { return try open(path) }
        saved = try SavedSession.save(session, copies: copies, to: path)
        return nil
    }

    private mutating func save(_ path: String?) throws(CommandError) -> Response {
        guard path != nil || saved != nil else { throw CommandError(".save needs a file: .save talks.hearsay") }
        do throws(SessionFileError) {
            if let path {
                saved = try SavedSession.save(session, copies: copies, to: PathPattern.home(path))
            } else {
                try saved?.replace(session, copies: copies)
            }
        } catch {
            throw CommandError(error.description)
        }
        return .lines([StyledLine("  \(saved?.file.path.printable ?? "")  ·  " + census.joined(separator: " · "), .dim)]
        )
    }

    private mutating func opened(_ path: String) throws(CommandError) -> Response {
        do throws(SessionFileError) {
            let note = try open(path)
            let lines = [StyledLine("  " + census.joined(separator: " · "), .dim)]
            return note.map { .complaint([$0], lines) } ?? .lines(lines)
        } catch {
            throw CommandError(error.description)
        }
    }

    /// What is shown of loading.
    private func response(to report: LoadReport) -> Response {
        var lines: [StyledLine] = []
        if let summary = report.summary { lines.append(StyledLine("  " + summary)) }
        if report.loaded > 0 { lines.append(StyledLine("  " + census.joined(separator: " · "), .dim)) }
        let complaints = report.complaints + (report.problem.map { [$0] } ?? [])
        return complaints.isEmpty ? .lines(lines) : .complaint(complaints, lines)
    }

    /// What was left out, and why.
    private func skippedLines(_ appearance: Appearance) -> [StyledLine] {
        guard !skipped.isEmpty else { return [StyledLine("  Nothing was left out.")] }
        return skipped.flatMap { error -> [StyledLine] in
            var line = StyledLine(error.name.printable, .bold)
            line.append(": " + error.explanation.printable)
            return LineWrapper(width: appearance.width, firstIndent: 2, indent: 6).wrap(line)
        }
    }

    // MARK: Changing what is loaded

    /// Takes articles away by their numbers; those after them move up.
    private mutating func unload(_ selection: ArticleSelection) throws(CommandError) -> Response {
        let count = session.articles.count
        guard count > 0 else { throw CommandError("no article is loaded") }
        let numbers: Set<Int>
        switch selection {
        case .all: numbers = Set(1...count)
        case .numbers(let ranges):
            for range in ranges where range.upperBound > count {
                throw CommandError(
                    "there is no article \(range.upperBound); there \(count == 1 ? "is" : "are") \(census[0])")
            }
            numbers = Set(ranges.flatMap { Array($0) })
        }
        replaceArticles(by: (1...count).filter { !numbers.contains($0) }.map { .old(number: $0) })
        let gone = ArticleRenderer.count(numbers.count, "article")
        let lines = [StyledLine("  \(gone) taken away  ·  " + census.joined(separator: " · "), .dim)]
        return rewritten().map { .complaint([$0], lines) } ?? .lines(lines)
    }

    /// Reads the files that changed since they were read; their articles keep their places.
    private mutating func reload() throws(CommandError) -> Response {
        var changed: Set<String> = []
        var gone = 0
        for loaded in session.articles {
            guard let path = loaded.article.path, let stamp = loaded.article.stamp else { continue }
            guard let now = FileStamp(path: path) else {
                gone += 1
                continue
            }
            if now != stamp { changed.insert(path) }
        }
        guard !changed.isEmpty else {
            let note =
                gone > 0
                ? "  Nothing changed; of \(ArticleRenderer.count(gone, "article")) the file is not there any more."
                : "  Nothing changed."
            return .lines([StyledLine(note)])
        }
        // Read apart, so that what is loaded stays as it is where reading fails.
        guard var fresh = try? Session() else { throw CommandError("the weights cannot be read") }
        let report = loading([]) { loader, _, _, _ in
            var duplicates = DuplicateIndex()
            var copies = CopyList()
            return loader.load(changed.sorted(), into: &fresh, duplicates: &duplicates, copies: &copies)
        }
        var plan: [Session.Replacement] = []
        for loaded in session.articles {
            guard let path = loaded.article.path, changed.contains(path) else {
                plan.append(.old(number: loaded.number))
                continue
            }
            let news = fresh.articles.filter { $0.article.path == path }
            // A file that cannot be read now leaves what was read before.
            if news.isEmpty {
                plan.append(.old(number: loaded.number))
            } else if !placed(path, in: plan) {
                plan += news.map { .new(fresh.store.reading(ofStored: $0.number - 1)) }
            }
        }
        replaceArticles(by: plan)
        _ = rewritten()
        var response = response(to: report)
        if report.loaded == 1, case .lines(let lines) = response {
            response = .lines([StyledLine("  1 article read again")] + lines)
        }
        return response
    }

    /// Writes the session's file anew after articles went or changed.
    ///
    /// - Returns: What went wrong, for people.
    private mutating func rewritten() -> String? {
        do throws(SessionFileError) {
            try saved?.replace(session, copies: copies)
            return nil
        } catch {
            return error.description
        }
    }

    private func placed(_ path: String, in plan: [Session.Replacement]) -> Bool {
        plan.contains { if case .new(let reading) = $0 { reading.article.path == path } else { false } }
    }

    private mutating func replaceArticles(by plan: [Session.Replacement]) {
        var numbers: [Int: Int] = [:]
        for (index, replacement) in plan.enumerated() {
            if case .old(let number) = replacement { numbers[number] = index + 1 }
        }
        session.replaceArticles(by: plan)
        copies = copies.renumbered { numbers[$0] }
        duplicates = DuplicateIndex()
        for loaded in session.articles { duplicates.insert(loaded.article, number: loaded.number) }
        hasDuplicates = true
        last = nil
    }

    private func show(_ number: Int, _ sentence: Int?, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard session.articles.indices.contains(number - 1) else {
            throw CommandError(
                "there is no article \(number); there \(session.articles.count == 1 ? "is" : "are") \(census[0])")
        }
        let loaded = session.articles[number - 1]
        let facts = sentence == nil ? FactSpans(session.store, article: number - 1).spans : []
        guard let lines = ArticleRenderer(appearance: appearance).text(of: loaded, sentence: sentence, marking: facts)
        else {
            throw CommandError("article \(number) has \(ArticleRenderer.count(loaded.sentenceCount, "sentence"))")
        }
        return lines
    }

    private func context(_ number: Int, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard let place = try answer(number).evidence.first else {
            throw CommandError("answer \(number) stands in no sentence")
        }
        return try show(place.articleNumber, place.number, appearance)
    }

    private func answer(_ number: Int) throws(CommandError) -> Answer {
        guard let last else { throw CommandError("there is no answer yet; ask a question first, or .read an article") }
        guard last.answers.indices.contains(number - 1) else {
            throw CommandError("the last question has \(ArticleRenderer.count(last.answers.count, "answer"))")
        }
        return last.answers[number - 1]
    }

    private func explain(_ number: Int, _ appearance: Appearance) throws(CommandError) -> [StyledLine] {
        guard let last else { throw CommandError("there is no answer yet; ask a question first") }
        guard last.answers.indices.contains(number - 1) else {
            throw CommandError("the last question has \(ArticleRenderer.count(last.answers.count, "answer"))")
        }
        return ExplanationRenderer(appearance: appearance).lines(for: last, answer: number - 1)
    }

    private mutating func more() throws(CommandError) -> Response {
        guard let last, shown < last.answers.count else { throw CommandError("there are no more answers") }
        let range = shown..<min(last.answers.count, shown + ReplyRenderer.page * 5)
        shown = range.upperBound
        return .more(last, range)
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
