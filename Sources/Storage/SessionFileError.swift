/// Why a session file could not be opened or written: what, and what to do about it.
public struct SessionFileError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        case missing
        /// No session file: a database of other software, or no database at all.
        case foreign
        /// Written by a newer Hearsay: its version.
        case newer(Int)
        /// Written by an older Hearsay, and it cannot be made new: its version.
        case older(Int)
        /// Another program writes to it.
        case busy
        /// Another program changed it after it was opened.
        case changedByOther
        case readOnly
        case full
        /// What SQLite says.
        case database(String)
        case unreadable(String)
    }

    public var path: String
    public var reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    init(path: String, _ error: DatabaseError) {
        self.path = path
        if error.isBusy {
            reason = .busy
        } else if error.isFull {
            reason = .full
        } else if error.code & 0xFF == 8 {
            reason = .readOnly
        } else if error.code & 0xFF == 26 {
            reason = .foreign
        } else {
            reason = .database(error.message)
        }
    }

    public var description: String {
        let why =
            switch reason {
            case .missing: "no such session file; .save \(path) makes one"
            case .foreign: "not a session file of Hearsay; it is left as it is"
            case .newer(let version): "written by a newer Hearsay (format \(version)); update Hearsay to open it"
            case .older(let version):
                "written by an older Hearsay (format \(version)), and it cannot be written to; copy it and open the copy"
            case .busy: "another program is writing to it; try again when it is done"
            case .changedByOther: "another program has changed it; .open it again, then go on"
            case .readOnly: "cannot be written to; .save to another file"
            case .full: "the disk is full; nothing was saved, the file is as it was"
            case .database(let message): "SQLite says: \(message)"
            case .unreadable(let message): "cannot be opened: \(message)"
            }
        return "\(path): \(why)"
    }
}
