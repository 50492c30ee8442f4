import Articles
import Facts
import Language
import Questions
import Resources

/// A folder with files of the question language, as `grammar/` has them; those it has none of are the ones that are built in.
struct GrammarFolder {
    let path: String

    /// Reads the files.
    ///
    /// - Throws: `GrammarError` with the file's path, line and column; `CommandError` for a folder that cannot be read.
    func read() throws -> QuestionLanguage {
        var status = stat()
        guard stat(path, &status) == 0 else { throw CommandError("\(path): \(String(cString: strerror(errno)))") }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw CommandError(
                "\(path) is no folder; --grammar takes a folder with \(QuestionLanguage.files.joined(separator: ", "))")
        }
        guard QuestionLanguage.files.contains(where: { access(path + "/" + $0, F_OK) == 0 }) else {
            throw CommandError("\(path) has none of \(QuestionLanguage.files.joined(separator: ", "))")
        }
        do {
            return try QuestionLanguage { try text(of: $0) }
        } catch let error as GrammarError {
            throw GrammarError(
                file: path + "/" + error.file, line: error.line, column: error.column, message: error.message)
        }
    }

    /// Words that stand twice in a list of these files, with the file's path, line and column.
    ///
    /// - Throws: `CommandError` for a file that cannot be read.
    func repetitions() throws -> [GrammarError] {
        try QuestionLanguage.files.flatMap { file in
            GrammarRepetitions.find(in: try text(of: file) ?? "", file: file).map {
                GrammarError(file: path + "/" + $0.file, line: $0.line, column: $0.column, message: $0.message)
            }
        }
    }

    /// Which files are read from here: "mine: questions.grammar; built in: verbs.classes, ...".
    var summary: String {
        let own = QuestionLanguage.files.filter { access(path + "/" + $0, F_OK) == 0 }
        let others = QuestionLanguage.files.filter { !own.contains($0) }
        return "\(path): \(own.joined(separator: ", "))"
            + (others.isEmpty ? "" : "; built in: \(others.joined(separator: ", "))")
    }

    /// Makes the folder with the files that are built in; those that are there stay.
    ///
    /// - Throws: `CommandError` where a file is there already or cannot be written.
    func write() throws {
        for file in QuestionLanguage.files where access(path + "/" + file, F_OK) == 0 {
            throw CommandError("\(path)/\(file) is there already; take the name of a new folder")
        }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw CommandError("\(path): \(String(cString: strerror(errno)))")
        }
        for file in QuestionLanguage.files {
            let whole = path + "/" + file
            guard let output = fopen(whole, "wx") else {
                throw CommandError("\(whole): \(String(cString: strerror(errno)))")
            }
            let text = Array((Resource.named("grammar/" + file)?.text ?? "").utf8)
            let written = fwrite(text, 1, text.count, output)
            guard fclose(output) == 0, written == text.count else {
                throw CommandError("\(whole): \(String(cString: strerror(errno)))")
            }
        }
    }

    private func text(of file: String) throws -> String? {
        let whole = path + "/" + file
        let descriptor = systemOpen(whole)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw CommandError("\(whole): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var reader = ByteReader(descriptor: descriptor)
        while let part = reader.next() {
            bytes += part
            guard bytes.count <= Self.limit else {
                throw CommandError("\(whole) is larger than \(Self.limit >> 20) MB")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let limit = 4 << 20
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

/// What `hearsay grammar` does.
public enum GrammarTask: Sendable {
    case list
    /// Checks a folder's files and runs their examples; nil for those that are built in.
    case check(folder: String?)
    /// Writes the files that are built in into a new folder, to be edited.
    case copy(to: String)
    /// Parses a question and writes the pattern as JSON.
    case parse([String])
    /// Times the parsing of questions.
    case benchmark
}

extension Launch {
    /// Prints the shapes, checks files, or parses questions.
    public func grammar(_ task: GrammarTask) -> ExitStatus {
        let presenter = Presenter(form: .text(TerminalTraits.current().appearance))
        do {
            switch task {
            case .list:
                presenter.output(GrammarListing.lines(try language()).map { $0 + "\n" }.joined())
                return .answered
            case .benchmark:
                let benchmark = GrammarBenchmark(language: try language(), analyzer: try Analyzer())
                presenter.output(benchmark.lines().map { $0 + "\n" }.joined())
                return .answered
            case .copy(let folder):
                try GrammarFolder(path: folder).write()
                presenter.output(
                    "\(folder): \(QuestionLanguage.files.joined(separator: ", "))\nedit them, then: hearsay grammar check \(folder)\n"
                )
                return .answered
            case .check(let folder): return try check(folder ?? grammarFolder, presenter)
            case .parse(let questions):
                let language = try language()
                let reader = QuestionReader(language: language)
                let analyzer = try Analyzer()
                var status = ExitStatus.answered
                for question in questions {
                    let outcome = reader.read(question, knowing: ExampleNames(language.grammar)) {
                        analyzer.analyze(line: $0)
                    }
                    presenter.output(outcome.json(question).indented + "\n")
                    if case .misunderstood = outcome.result { status = .notUnderstood }
                }
                return status
            }
        } catch {
            presenter.complain((error as? CommandError)?.message ?? "\(error)")
            return .unreadable
        }
    }

    private func check(_ folder: String?, _ presenter: Presenter) throws -> ExitStatus {
        let language = try folder.map { try GrammarFolder(path: $0).read() } ?? QuestionLanguage.embedded()
        let analyzer = try Analyzer()
        let findings = language.findings { analyzer.analyze(line: $0) }
        let file = folder.map { $0 + "/questions.grammar" } ?? "questions.grammar"
        for finding in findings {
            presenter.diagnostics(
                "\(file):\(finding.line): \(finding.question)\n  expected \(finding.expected)\n  found    \(finding.found)\n"
            )
        }
        for repetition in try repetitions(folder) { presenter.diagnostics("warning: \(repetition)\n") }
        if let folder { presenter.output(GrammarFolder(path: folder).summary + "\n") }
        let count = language.grammar.examples.count
        presenter.output(
            "\(language.grammar.listing.count) shapes, \(count) examples, \(count - findings.count) of them give their pattern\n"
        )
        return findings.isEmpty ? .answered : .notUnderstood
    }

    private func repetitions(_ folder: String?) throws -> [GrammarError] {
        guard let folder else { return QuestionLanguage.repetitions }
        return try GrammarFolder(path: folder).repetitions()
    }

    /// The folder that `--grammar` names, or the files that are built in.
    func language() throws -> QuestionLanguage {
        try grammarFolder.map { try GrammarFolder(path: $0).read() } ?? QuestionLanguage.embedded()
    }
}

/// The shapes as `hearsay grammar` and `.grammar` print them.
enum GrammarListing {
    static func lines(_ language: QuestionLanguage) -> [String] {
        language.grammar.listing.flatMap { shape -> [String] in
            [shape.name] + shape.wordings.map { "  ask     " + $0 } + ["  means   " + shape.meaning]
                + (shape.example.map { ["  example " + $0] } ?? []) + [""]
        }
    }
}
