import Answers
import Articles
import Language
import Questions
import Storage

/// The articles of a session and what is known about them: what was left out, who else printed them, the file they are kept in.
///
///     var collection = Collection(session: try Session())
///     let report = collection.load(["inbox"])
struct Collection {
    var session: Session
    /// How files are read.
    var reader = ArticleReader()
    /// What "-" reads.
    var standardInput = STDIN_FILENO
    /// What was left out so far, latest last.
    private(set) var skipped: [ArticleError] = []
    private(set) var copies = CopyList()
    /// The file that the session is kept in.
    private(set) var saved: SavedSession?
    /// How long loading goes on before what is loaded is added to the file.
    var betweenBatches = BatchKeeper.least
    private var duplicates = DuplicateIndex()
    /// Whether the index has all that is loaded.
    private var hasDuplicates = true

    /// Goes up with each change of the articles or of how they are read.
    private(set) var generation = 0

    private static let mostSkipped = 10_000
    private static let mostCounted = 2_000

    init(session: Session) {
        self.session = session
    }

    /// "1 article, 25 sentences, 64 facts, 9 people".
    var census: [String] {
        // To count those of a large saved session would unpack it all.
        let entities = session.store.entities.entities
        let people =
            entities.count > Self.mostCounted ? 0 : entities.count { $0.kind == .person && !$0.mentions.isEmpty }
        return [
            ArticleRenderer.count(session.articles.count, "article"),
            ArticleRenderer.count(session.store.sentenceCount, "sentence"),
            ArticleRenderer.count(session.factCount, "fact"),
        ] + (people == 0 ? [] : [people == 1 ? "1 person" : "\(people) people"])
    }

    // MARK: Loading

    /// Reads articles from files and folders, patterns of them, and "-".
    ///
    /// - Parameters:
    ///   - isInterrupted: Whether the user wants to stop; what was read until then stays.
    ///   - progress: Gets how far it is, often.
    mutating func load(
        _ paths: [String], isInterrupted: @escaping @Sendable () -> Bool = { false },
        progress: @escaping (LoadProgress) -> Void = { _ in }
    ) -> LoadReport {
        load(paths.flatMap(Loader.inputs), isInterrupted, progress)
    }

    /// Reads an article that was pasted, whatever the format of files is said to be.
    mutating func load(
        pasted text: String, isInterrupted: @escaping @Sendable () -> Bool = { false },
        progress: @escaping (LoadProgress) -> Void = { _ in }
    ) -> LoadReport {
        load([.text(Array(text.utf8), id: "pasted-\(session.articles.count + 1)")], isInterrupted, progress)
    }

    private mutating func load(
        _ inputs: [Loader.Input], _ isInterrupted: @escaping @Sendable () -> Bool,
        _ progress: @escaping (LoadProgress) -> Void
    ) -> LoadReport {
        if !hasDuplicates { renewDuplicates() }
        generation += 1
        let loader = Loader(
            reader: reader, standardInput: standardInput, isInterrupted: isInterrupted, progress: progress)
        var keeper = BatchKeeper(saved, least: betweenBatches)
        var report = loader.load(inputs, into: &session, duplicates: &duplicates, copies: &copies) {
            keeper.note($0, $1)
        }
        if report.loaded > 0 { keeper.keep(session, copies) }
        saved = keeper.saved
        if let problem = keeper.problem {
            report.problem = problem
            report.hasFailed = true
        }
        note(report)
        return report
    }

    /// Adds an article that was analysed before.
    mutating func add(_ article: Article, _ document: Document) {
        generation += 1
        duplicates.insert(article, number: session.articles.count + 1)
        session.add(session.store.reader.reading(of: article, document: document))
    }

    private mutating func note(_ report: LoadReport) {
        skipped = Array((skipped + report.skipped).suffix(Self.mostSkipped))
    }

    /// Takes other files of the grammar.
    mutating func use(_ language: QuestionLanguage) {
        session.use(language)
        generation += 1
    }

    private mutating func renewDuplicates() {
        duplicates = DuplicateIndex()
        for loaded in session.articles { duplicates.insert(loaded.article, number: loaded.number) }
        hasDuplicates = true
    }

    // MARK: The file of the session

    /// Opens a saved session in place of what is loaded.
    ///
    /// - Returns: What is to be said about the file; nil for nothing.
    mutating func open(_ path: String) throws(SessionFileError) -> String? {
        try open(SavedSession.Reading(PathPattern.home(path)))
    }

    /// The same of a file that was read before.
    mutating func open(_ reading: SavedSession.Reading) throws(SessionFileError) -> String? {
        var next = session
        let (file, list, note) = try SavedSession.open(reading, &next)
        session = next
        generation += 1
        copies = list
        saved = file
        skipped = []
        // Built when articles are loaded beside those of the file.
        hasDuplicates = false
        return note
    }

    /// Opens a saved session, or makes one of nothing.
    ///
    /// - Parameter reading: What was read of a file that is there.
    mutating func openOrCreate(_ path: String, _ reading: SavedSession.Reading? = nil) throws(SessionFileError)
        -> String?
    {
        if let reading { return try open(reading) }
        if access(path, F_OK) == 0 { return try open(path) }
        saved = try SavedSession.save(session, copies: copies, to: path)
        return nil
    }

    /// Writes the session to a file, or to the one that it is kept in.
    ///
    /// - Returns: The file's path.
    mutating func save(_ path: String?) throws(CommandError) -> String {
        if let path, let folder = FileProblem.missingFolder(of: PathPattern.home(path)) {
            throw CommandError("\(path): there is no folder \(folder)", status: .unreadable)
        }
        do throws(SessionFileError) {
            if let path {
                saved = try SavedSession.save(session, copies: copies, to: PathPattern.home(path))
            } else {
                try saved?.replace(session, copies: copies)
            }
        } catch {
            throw CommandError(error.description, status: .unreadable)
        }
        guard let saved else { throw CommandError(".save needs a file: .save talks.hearsay") }
        return saved.file.path
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

    /// Lets the file go, with nothing left beside it; for the end of the program.
    mutating func close() { saved = nil }

    // MARK: Changing what is loaded

    /// Takes articles away by their numbers; those after them move up.
    ///
    /// - Returns: How many went, and what went wrong with the session's file.
    mutating func unload(_ selection: ArticleSelection) throws(CommandError) -> (count: Int, problem: String?) {
        let count = session.articles.count
        guard count > 0 else { throw CommandError("no article is loaded") }
        let numbers: Set<Int>
        switch selection {
        case .all: numbers = Set(1...count)
        case .numbers(let ranges):
            for range in ranges where range.upperBound > count { throw noArticle(range.upperBound) }
            numbers = Set(ranges.flatMap { Array($0) })
        }
        replaceArticles(by: (1...count).filter { !numbers.contains($0) }.map { .old(number: $0) })
        return (numbers.count, rewritten())
    }

    func noArticle(_ number: Int) -> CommandError {
        CommandError("there is no article \(number); there \(session.articles.count == 1 ? "is" : "are") \(census[0])")
    }

    /// What reading changed files again led to.
    enum Reload {
        /// Nothing changed; of some articles the file is not there any more.
        case unchanged(gone: Int)
        case changed(LoadReport)
    }

    /// Reads the files that changed since they were read; their articles keep their places.
    mutating func reload(isInterrupted: @escaping @Sendable () -> Bool, progress: @escaping (LoadProgress) -> Void)
        throws(CommandError) -> Reload
    {
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
        guard !changed.isEmpty else { return .unchanged(gone: gone) }
        // Read apart, so that what is loaded stays as it is where reading fails.
        guard let fresh = try? Session() else { throw CommandError("the weights cannot be read") }
        var apart = Collection(session: fresh)
        apart.reader = reader
        let report = apart.load(changed.sorted(), isInterrupted: isInterrupted, progress: progress)
        note(report)
        var plan: [Session.Replacement] = []
        for loaded in session.articles {
            guard let path = loaded.article.path, changed.contains(path) else {
                plan.append(.old(number: loaded.number))
                continue
            }
            let news = apart.session.articles.filter { $0.article.path == path }
            // A file that cannot be read now leaves what was read before.
            if news.isEmpty {
                plan.append(.old(number: loaded.number))
            } else if !Self.isPlaced(path, in: plan) {
                plan += news.map { .new(apart.session.store.reading(ofStored: $0.number - 1)) }
            }
        }
        replaceArticles(by: plan)
        _ = rewritten()
        return .changed(report)
    }

    private static func isPlaced(_ path: String, in plan: [Session.Replacement]) -> Bool {
        plan.contains { if case .new(let reading) = $0 { reading.article.path == path } else { false } }
    }

    private mutating func replaceArticles(by plan: [Session.Replacement]) {
        var numbers: [Int: Int] = [:]
        for (index, replacement) in plan.enumerated() {
            if case .old(let number) = replacement { numbers[number] = index + 1 }
        }
        session.replaceArticles(by: plan)
        generation += 1
        copies = copies.renumbered { numbers[$0] }
        renewDuplicates()
    }
}
