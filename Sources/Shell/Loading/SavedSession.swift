import Answers
import Articles
import Facts
import Storage

/// The file that a session is kept in.
struct SavedSession {
    let file: SessionFile
    /// Articles of the session that are in the file.
    private(set) var saved: Int

    /// A file with what is loaded; one that is a session already gets it in place of what it holds.
    static func save(_ session: Session, copies: CopyList, to path: String) throws(SessionFileError) -> SavedSession {
        if access(path, F_OK) == 0 {
            let file = try SessionFile(opening: path)
            try file.replace(by: session.store, copies: copies.list)
            return SavedSession(file: file, saved: session.articles.count)
        }
        return SavedSession(
            file: try SessionFile.create(path, store: session.store, copies: copies.list), saved: session.articles.count
        )
    }

    /// A file with what its tables hold; to be read while the lexicon is.
    struct Reading {
        let file: SessionFile
        let rows: SessionFile.Rows

        init(_ path: String) throws(SessionFileError) {
            file = try SessionFile(opening: path)
            rows = try file.rows()
        }
    }

    /// Opens a file.
    ///
    /// - Parameter session: Gets its articles in place of those it has.
    /// - Returns: The file, the other outlets that printed its articles, and what is to be said about it.
    static func open(_ reading: Reading, _ session: inout Session, workers: Workers = Workers())
        throws(SessionFileError) -> (SavedSession, CopyList, note: String?)
    {
        let (file, path) = (reading.file, reading.file.path)
        let contents = file.read(reading.rows, lexicon: session.store.lexicon)
        var copies = CopyList()
        for copy in contents.copies {
            copies.insert(CopyList.Copy(id: copy.id, publisher: copy.publisher, path: copy.path), of: copy.article)
        }
        session.replaceStore(by: contents.store)
        var note: String?
        switch contents.state {
        case .whole: break
        case .factsRenewed:
            note = "\(path): made with another grammar; its facts were found anew"
            try rewrite(file, session, copies)
        case .stale:
            for reading in workers.map(contents.articles, session.analysis) { session.add(reading) }
            note = "\(path): made by another version of Hearsay; its articles were analysed again"
            try rewrite(file, session, copies)
        case .damaged(let lost, let all):
            for reading in workers.map(contents.articles, session.analysis) { session.add(reading) }
            note =
                "\(path): damaged; \(lost) of \(ArticleRenderer.count(all, "article")) could not be read. It is not written to; .save to another file"
        }
        return (SavedSession(file: file, saved: session.articles.count), copies, note)
    }

    /// Brings a file of an older version up to date, where it can be written to.
    private static func rewrite(_ file: SessionFile, _ session: Session, _ copies: CopyList) throws(SessionFileError) {
        if file.isWritable { try file.replace(by: session.store, copies: copies.list) }
    }

    /// Adds what the session has more.
    mutating func append(_ session: Session, copies: CopyList) throws(SessionFileError) {
        guard file.isWritable else { throw SessionFileError(path: file.path, reason: .readOnly) }
        try file.append(articlesOf: session.store, from: saved, copies: copies.list)
        saved = session.articles.count
    }

    /// Writes all anew, where articles went or changed.
    mutating func replace(_ session: Session, copies: CopyList) throws(SessionFileError) {
        try file.replace(by: session.store, copies: copies.list)
        saved = session.articles.count
    }
}

extension CopyList {
    fileprivate var list: [SessionFile.Copy] {
        copies.sorted { $0.key < $1.key }.flatMap { number, copies in
            copies.map { SessionFile.Copy(article: number, id: $0.id, publisher: $0.publisher, path: $0.path) }
        }
    }
}
