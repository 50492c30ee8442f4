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
        isAlone: Bool, isInterrupted: @escaping @Sendable () -> Bool, progress: @escaping (LoadProgress) -> Void
    ) throws(LaunchFailure) -> ReadySession {
        // The article that is built in is analysed while the grammar is read: neither needs the other.
        let wantsSeed = articles.isEmpty && session == nil
        let seed = wantsSeed && isAlone ? BackgroundWork { Self.analysedSeed() } : nil
        // So is it while the session's file is read.
        let grammar =
            session != nil && isAlone
            ? BackgroundWork { Result { () throws(LaunchFailure) in try self.readLanguage() } } : nil
        let saved = try session.flatMap { path throws(LaunchFailure) in try Self.reading(path) }
        let language = try Self.await(grammar) { () throws(LaunchFailure) in try self.readLanguage() }
        var analysed: AnalysedSeed?
        if wantsSeed {
            analysed = try Self.await(seed) { () throws(LaunchFailure) in try Self.analysedSeed().get() }
        }
        var interpreter = Interpreter(session: try newSession(language, analysed?.analyzer))
        interpreter.grammarFolder = grammarFolder
        interpreter.collection.reader = reader
        interpreter.collection.standardInput = standardInput
        var ready = ReadySession(interpreter: interpreter)
        if let session {
            do throws(SessionFileError) {
                if let note = try ready.interpreter.collection.openOrCreate(session, saved) {
                    ready.complaints.append(note)
                }
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

    /// What the file of a session holds; nil where there is none yet.
    private static func reading(_ path: String) throws(LaunchFailure) -> SavedSession.Reading? {
        guard access(path, F_OK) == 0 else { return nil }
        do throws(SessionFileError) {
            return try SavedSession.Reading(path)
        } catch {
            throw LaunchFailure(message: error.description, status: .unreadable)
        }
    }

    /// What other work makes; where it was not begun, it is done here.
    private static func await<Value>(
        _ work: BackgroundWork<Result<Value, LaunchFailure>>?, or body: () throws(LaunchFailure) -> Value
    ) throws(LaunchFailure) -> Value {
        _ = work?.isDone(within: -1)
        guard let made = work?.take() else { return try body() }
        return try made.get()
    }

    private static func analysedSeed() -> Result<AnalysedSeed, LaunchFailure> {
        Result { try AnalysedSeed() }.mapError { LaunchFailure(message: "\($0)", status: .broken) }
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
