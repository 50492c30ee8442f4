import Answers
import Articles
import Facts

/// Reads articles from files and folders, analyses them on all cores, and adds them to a session in the order they came.
///
/// What is held at any time is the session and a few articles that are read ahead, however many come.
struct Loader {
    var reader = ArticleReader()
    var workers = Workers()
    /// What "-" reads.
    var standardInput = STDIN_FILENO
    /// Whether the user wants to stop.
    var isInterrupted: () -> Bool = { false }
    /// Gets how far it is, often.
    var progress: (LoadProgress) -> Void = { _ in }

    /// For each core, articles that are read before they are added, and bytes that they may have.
    private static let ahead = (articles: 32, bytes: 1 << 20)

    /// A thing to read.
    private enum Input {
        /// A file that was named, or one that was found in a folder.
        case file(String, isNamed: Bool)
        case failure(ArticleError)
        case standardInput
    }

    /// Loads what paths lead to: files, folders, patterns, "-".
    ///
    /// - Parameter added: Gets the session and its copies after each article that was added.
    func load(
        _ paths: [String], into session: inout Session, duplicates: inout DuplicateIndex, copies: inout CopyList,
        added: (Session, CopyList) -> Void = { _, _ in }
    ) -> LoadReport {
        let clock = ContinuousClock()
        let start = clock.now
        var report = LoadReport()
        var isStopped = false
        /// Those that are read and not added yet.
        var pending: [Article] = []
        var bytes = 0
        let inputs = paths.flatMap(Self.inputs)
        let folder = Self.workingFolder
        let conveyor = Conveyor(workers, session.analysis)

        func add(_ reading: ArticleReading) {
            bytes -= pending.removeFirst().text.count
            session.add(reading)
            report.loaded += 1
            added(session, copies)
        }
        func skip(_ error: ArticleError, isNamed: Bool) {
            report.skipped.append(error)
            if isNamed || error.kind == .unreadable { report.hasFailed = report.hasFailed || Self.isFailure(error) }
        }
        // Ctrl-C is told once; whoever asks again has to know of it still.
        func stops(in name: String) -> Bool {
            if isStopped { return true }
            guard isInterrupted() else { return false }
            isStopped = true
            skip(ArticleError(name: name, reason: .interrupted), isNamed: true)
            return true
        }
        func take(_ outcome: ArticleReader.Outcome, isNamed: Bool) {
            switch outcome {
            case .skipped(let error): skip(error, isNamed: isNamed)
            case .article(var article):
                let name = article.path.map { Self.name(of: article, $0) } ?? article.id
                // A session may be opened again from another folder.
                article.path = article.path.map { $0.hasPrefix("/") ? $0 : folder + $0 }
                if let language = LanguageGuess.standard.otherLanguage(of: article) {
                    return skip(ArticleError(name: name, reason: .notEnglish(language)), isNamed: isNamed)
                }
                let fingerprint = DuplicateIndex.Fingerprint(article)
                if let match = duplicates.match(of: fingerprint) {
                    let same =
                        match.number <= session.articles.count
                        ? session.articles[match.number - 1].article
                        : pending[match.number - session.articles.count - 1]
                    copies.note(article, of: match.number, original: same)
                    let reason: ArticleError.Reason =
                        match.isExact
                        ? .duplicate(of: same.id, number: match.number)
                        : .nearDuplicate(of: same.id, number: match.number, percent: match.percent)
                    return skip(ArticleError(name: name, reason: reason), isNamed: false)
                }
                pending.append(article)
                bytes += article.text.count
                duplicates.insert(fingerprint, number: session.articles.count + pending.count)
                conveyor.put(article)
                while let reading = conveyor.ready() { add(reading) }
                while pending.count >= Self.ahead.articles * workers.count || bytes >= Self.ahead.bytes * workers.count,
                    let reading = conveyor.next()
                {
                    add(reading)
                }
            }
        }

        for (index, input) in inputs.enumerated() {
            if stops(in: Self.name(of: input)) { break }
            switch input {
            case .failure(let error): skip(error, isNamed: false)
            case .standardInput:
                // Keys are for questions.
                guard isatty(standardInput) == 0 else {
                    skip(ArticleError(name: "standard input", reason: .missing), isNamed: true)
                    continue
                }
                reader.read(descriptor: standardInput, id: "standard input") { outcome in
                    take(outcome, isNamed: true)
                    return !stops(in: "standard input")
                }
            case .file(let path, let isNamed):
                reader.read(path: path) { outcome in
                    take(outcome, isNamed: isNamed)
                    progress(LoadProgress(done: index, total: inputs.count, articles: report.loaded + pending.count))
                    return !stops(in: path)
                }
                progress(LoadProgress(done: index + 1, total: inputs.count, articles: report.loaded + pending.count))
            }
        }
        while let reading = conveyor.next() { add(reading) }
        session.settle()
        report.seconds = (clock.now - start).inSeconds
        return report
    }

    /// Whether the program's exit status is to tell of it.
    private static func isFailure(_ error: ArticleError) -> Bool {
        switch error.kind {
        case .duplicate, .nearDuplicate, .interrupted: false
        default: true
        }
    }

    private static func inputs(_ path: String) -> [Input] {
        if path == "-" { return [.standardInput] }
        return PathPattern.expand(path).flatMap { path -> [Input] in
            guard FolderWalk.isFolder(path) else { return [.file(path, isNamed: true)] }
            let entries = FolderWalk().entries(below: path)
            guard !entries.isEmpty else { return [.failure(ArticleError(name: path, reason: .empty))] }
            return entries.map { entry in
                switch entry {
                case .file(let path): .file(path, isNamed: false)
                case .failure(let error): .failure(error)
                }
            }
        }
    }

    /// With "/" at its end; empty where the system does not tell it.
    private static var workingFolder: String {
        guard let folder = getcwd(nil, 0) else { return "" }
        defer { free(folder) }
        return String(cString: folder) + "/"
    }

    private static func name(of input: Input) -> String {
        switch input {
        case .file(let path, _): path
        case .failure(let error): error.name
        case .standardInput: "standard input"
        }
    }

    /// The path, with what tells one of several articles in the file.
    private static func name(of article: Article, _ path: String) -> String {
        article.id.lastIndex(of: "#").map { path + article.id[$0...] } ?? path
    }
}

/// How far loading is.
struct LoadProgress: Equatable, Sendable {
    /// Files that were read, and files that are to be read.
    var done: Int
    var total: Int
    var articles: Int
}

/// The other outlets that printed the loaded articles.
struct CopyList: Equatable, Sendable {
    struct Copy: Equatable, Sendable {
        var id: String
        var publisher: String?
        var path: String?
    }

    /// By the number of the article that is loaded.
    private(set) var copies: [Int: [Copy]] = [:]

    mutating func note(_ article: Article, of number: Int, original: Article) {
        let copy = Copy(id: article.id, publisher: article.publisher, path: article.path)
        guard article.path == nil || article.path != original.path || article.id != original.id,
            !copies[number, default: []].contains(copy)
        else { return }
        copies[number, default: []].append(copy)
    }

    mutating func insert(_ copy: Copy, of number: Int) { copies[number, default: []].append(copy) }

    /// The other publishers of an article, each once.
    func publishers(of number: Int, beside own: String?) -> [String] {
        var publishers: [String] = []
        for publisher in (copies[number] ?? []).compactMap(\.publisher)
        where publisher != own && !publishers.contains(publisher) {
            publishers.append(publisher)
        }
        return publishers
    }

    /// The list after articles have gone.
    ///
    /// - Parameter number: The new number of an article's old one; nil where it has gone.
    func renumbered(_ number: (Int) -> Int?) -> CopyList {
        var list = CopyList()
        for (old, copies) in copies { if let new = number(old) { list.copies[new] = copies } }
        return list
    }
}
