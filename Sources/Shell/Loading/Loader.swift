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
    /// Whether the user wants to stop; once it is so, it stays so. Asked from all threads.
    var isInterrupted: @Sendable () -> Bool = { false }
    /// Gets how far it is, often.
    var progress: (LoadProgress) -> Void = { _ in }

    /// For each core, articles that are read before they are added, and bytes that they may have.
    private static let ahead = (articles: 32, bytes: 1 << 20)

    /// A thing to read.
    enum Input {
        /// A file that was named, or one that was found in a folder.
        case file(String, isNamed: Bool)
        case failure(ArticleError)
        case standardInput
        /// Text that is no file.
        case text([UInt8], id: String)
    }

    /// Loads what paths lead to: files, folders, patterns, "-".
    ///
    /// - Parameter added: Gets the session and its copies after each article that was added.
    func load(
        _ paths: [String], into session: inout Session, duplicates: inout DuplicateIndex, copies: inout CopyList,
        added: (Session, CopyList) -> Void = { _, _ in }
    ) -> LoadReport {
        load(paths.flatMap(Self.inputs), into: &session, duplicates: &duplicates, copies: &copies, added: added)
    }

    /// Loads these, in order.
    func load(
        _ inputs: [Input], into session: inout Session, duplicates: inout DuplicateIndex, copies: inout CopyList,
        added: (Session, CopyList) -> Void = { _, _ in }
    ) -> LoadReport {
        let clock = ContinuousClock()
        let start = clock.now
        var report = LoadReport()
        /// Where reading was stopped.
        var stop: String?
        /// Whether the analysis of an article was stopped.
        var isCut = false
        /// The index of what is read now.
        var input = 0
        /// Those that are read and not added yet, with the input that they come from.
        var pending: [(article: Article, input: Int)] = []
        var bytes = 0
        let folder = Self.workingFolder
        let conveyor = Conveyor(workers, session.analysis(unless: isInterrupted))

        func add(_ reading: ArticleReading?) {
            // Nothing is added after one whose analysis was stopped, so that what is loaded has no gaps.
            guard let reading, !isCut else {
                isCut = true
                return
            }
            bytes -= pending.removeFirst().article.text.count
            session.add(reading)
            report.loaded += 1
            added(session, copies)
        }
        func skip(_ error: ArticleError, isNamed: Bool) {
            report.skipped.append(error)
            if isNamed || error.kind == .unreadable { report.hasFailed = report.hasFailed || Self.isFailure(error) }
        }
        func stops(in name: String) -> Bool {
            if stop == nil, isInterrupted() { stop = name }
            return stop != nil
        }
        func tell() {
            let done = pending.first?.input ?? input
            progress(LoadProgress(done: done, total: inputs.count, articles: report.loaded))
        }
        /// The next analysis; nil where all are added, or the user does not want to wait for it.
        func awaited() -> ArticleReading?? {
            conveyor.next {
                tell()
                return isInterrupted()
            }
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
                        : pending[match.number - session.articles.count - 1].article
                    copies.note(article, of: match.number, original: same)
                    let reason: ArticleError.Reason =
                        match.isExact
                        ? .duplicate(of: same.id, number: match.number)
                        : .nearDuplicate(of: same.id, number: match.number, percent: match.percent)
                    return skip(ArticleError(name: name, reason: reason), isNamed: false)
                }
                pending.append((article, input))
                bytes += article.text.count
                duplicates.insert(fingerprint, number: session.articles.count + pending.count)
                conveyor.put(article)
                while let reading = conveyor.ready() { add(reading) }
                tell()
                while pending.count >= Self.ahead.articles * workers.count || bytes >= Self.ahead.bytes * workers.count,
                    let reading = awaited()
                {
                    add(reading)
                }
            }
        }

        for (index, source) in inputs.enumerated() {
            input = index
            if stops(in: Self.name(of: source)) { break }
            switch source {
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
            case .text(let bytes, let id):
                ArticleReader().read(bytes: bytes, id: id) { outcome in
                    take(outcome, isNamed: true)
                    return !stops(in: id)
                }
            case .file(let path, let isNamed):
                reader.read(path: path) { outcome in
                    take(outcome, isNamed: isNamed)
                    return !stops(in: path)
                }
            }
            tell()
        }
        input = inputs.count
        while let reading = awaited() { add(reading) }
        while let reading = conveyor.ready() { add(reading) }
        if let first = pending.first?.article {
            stop = first.path.map { Self.name(of: first, $0) } ?? first.id
            forget(from: session.articles.count + 1, &duplicates, &copies, &report)
        }
        if let stop { skip(ArticleError(name: stop, reason: .interrupted), isNamed: true) }
        session.settle()
        report.seconds = (clock.now - start).inSeconds
        return report
    }

    /// Articles that were read and are not added after all are nobody's originals.
    private func forget(
        from number: Int, _ duplicates: inout DuplicateIndex, _ copies: inout CopyList, _ report: inout LoadReport
    ) {
        duplicates.remove(from: number)
        copies = copies.renumbered { $0 < number ? $0 : nil }
        report.skipped.removeAll { error in
            switch error.reason {
            case .duplicate(_, let original), .nearDuplicate(_, let original, _): original >= number
            default: false
            }
        }
    }

    /// Whether the program's exit status is to tell of it.
    private static func isFailure(_ error: ArticleError) -> Bool {
        switch error.kind {
        case .duplicate, .nearDuplicate, .interrupted: false
        default: true
        }
    }

    /// What a path leads to: the files of a folder, those that a pattern stands for.
    static func inputs(_ path: String) -> [Input] {
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
        case .text(_, let id): id
        }
    }

    /// The path, with what tells one of several articles in the file.
    private static func name(of article: Article, _ path: String) -> String {
        article.id.lastIndex(of: "#").map { path + article.id[$0...] } ?? path
    }
}

/// How far loading is.
struct LoadProgress: Equatable, Sendable {
    /// Files whose articles are added, and all that are to be read.
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
