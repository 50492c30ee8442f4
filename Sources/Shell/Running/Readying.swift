import Answers
import Articles
import Facts
import Language
import Questions
import Storage

/// What came of making a session ready.
struct ReadySession {
    var interpreter: Interpreter
    /// What is to be told about the files, one line each.
    var complaints: [String] = []
    /// Whether Ctrl-C ended the reading before the last file.
    var isCutShort = false
}

/// Why there is no session, for people, and the status that tells it.
struct LaunchFailure: Error, Equatable {
    var message: String
    var status: ExitStatus
}

extension Launch {
    /// Reads weights and grammar, opens the session's file, reads the articles.
    ///
    /// - Parameters:
    ///   - isAlone: Whether no prompt is drawn meanwhile: then there is a core more.
    ///   - isInterrupted: Whether the user wants to stop; what was read until then stays.
    ///   - progress: Gets how far reading is, often.
    func ready(
        isAlone: Bool, isInterrupted: @escaping () -> Bool, progress: @escaping (LoadProgress) -> Void
    ) throws(LaunchFailure) -> ReadySession {
        // The article that is built in is analysed while the grammar is read: neither needs the other.
        let wantsSeed = articles.isEmpty && session == nil
        let seed = wantsSeed && isAlone ? BackgroundWork { Result { try AnalysedSeed() } } : nil
        let language = try readLanguage()
        let analysed = wantsSeed ? try Self.await(seed) : nil
        var interpreter = Interpreter(session: try newSession(language, analysed?.analyzer))
        interpreter.grammarFolder = grammarFolder
        interpreter.collection.reader = reader
        interpreter.collection.standardInput = standardInput
        var ready = ReadySession(interpreter: interpreter)
        if let session {
            do throws(SessionFileError) {
                if let note = try ready.interpreter.collection.openOrCreate(session) { ready.complaints.append(note) }
            } catch {
                throw LaunchFailure(message: error.description, status: .unreadable)
            }
        }
        if let analysed { ready.interpreter.collection.add(analysed.article, analysed.document) }
        if articles.isEmpty { return ready }
        let report = ready.interpreter.collection.load(articles, isInterrupted: isInterrupted, progress: progress)
        if report.hasFailed { ready.interpreter.noteUnreadable() }
        ready.complaints += report.complaints + (report.problem.map { [$0] } ?? [])
        if report.complaints.count < report.skipped.count { ready.complaints.append(LoadReport.counts(report.skipped)) }
        ready.isCutShort = report.skipped.contains { $0.kind == .interrupted }
        return ready
    }

    /// - Parameter work: Nil where it is still to be done.
    private static func await(_ work: BackgroundWork<Result<AnalysedSeed, any Error>>?) throws(LaunchFailure)
        -> AnalysedSeed
    {
        do {
            _ = work?.isDone(within: -1)
            return try work?.take()?.get() ?? AnalysedSeed()
        } catch {
            throw LaunchFailure(message: "\(error)", status: .broken)
        }
    }

    private func newSession(_ language: QuestionLanguage, _ analyzer: Analyzer?) throws(LaunchFailure) -> Session {
        do { return try Session(language: language, analyzer: analyzer) } catch {
            throw LaunchFailure(message: "\(error)", status: .broken)
        }
    }

    private func readLanguage() throws(LaunchFailure) -> QuestionLanguage {
        do {
            return try language()
        } catch let error as GrammarError {
            throw LaunchFailure(
                message: error.description, status: grammarFolder == nil ? .broken : .unreadable)
        } catch let error as CommandError {
            throw LaunchFailure(message: error.message, status: .unreadable)
        } catch {
            throw LaunchFailure(message: "\(error)", status: .broken)
        }
    }
}

/// The article that is built in, with its analysis.
private struct AnalysedSeed: Sendable {
    let analyzer: Analyzer
    let article: Article
    let document: Document

    init() throws {
        analyzer = try Analyzer()
        article = try ArticleReader().readSeed()
        document = analyzer.analyze(article)
    }
}
