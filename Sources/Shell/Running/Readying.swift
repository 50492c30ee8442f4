import Answers
import Articles
import Facts
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
    ///   - isInterrupted: Whether the user wants to stop; what was read until then stays.
    ///   - progress: Gets how far reading is, often.
    func ready(
        isInterrupted: @escaping () -> Bool, progress: @escaping (LoadProgress) -> Void
    ) throws(LaunchFailure) -> ReadySession {
        var interpreter = Interpreter(session: try newSession())
        interpreter.grammarFolder = grammarFolder
        interpreter.collection.reader = reader
        var ready = ReadySession(interpreter: interpreter)
        if let session {
            do throws(SessionFileError) {
                if let note = try ready.interpreter.collection.openOrCreate(session) { ready.complaints.append(note) }
            } catch {
                throw LaunchFailure(message: error.description, status: .unreadable)
            }
        }
        if articles.isEmpty {
            if session == nil {
                do throws(ArticleError) { try ready.interpreter.collection.loadSeed() } catch {
                    throw LaunchFailure(message: error.description, status: .broken)
                }
            }
            return ready
        }
        let report = ready.interpreter.collection.load(articles, isInterrupted: isInterrupted, progress: progress)
        if report.hasFailed { ready.interpreter.noteUnreadable() }
        ready.complaints += report.complaints + (report.problem.map { [$0] } ?? [])
        if report.complaints.count < report.skipped.count { ready.complaints.append(LoadReport.counts(report.skipped)) }
        ready.isCutShort = report.skipped.contains { $0.kind == .interrupted }
        return ready
    }

    private func newSession() throws(LaunchFailure) -> Session {
        do {
            return try Session(language: grammarFolder == nil ? nil : try language())
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
