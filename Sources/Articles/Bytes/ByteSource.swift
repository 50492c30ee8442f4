#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The bytes of a file, part by part; those of a `.gz` unpacked.
struct ByteSource {
    /// How far packed bytes may unpack.
    struct Unpacking {
        /// Bytes that may always come out.
        var free: Int
        /// Beyond them, how often the packed bytes may be multiplied.
        var most: Int
    }

    var unpacking = Unpacking(free: 64 << 20, most: 200)
    private let input: any Input
    /// What was looked at and not taken yet.
    private var pending: [UInt8] = []
    private var gunzip: Gunzip?
    private var hasBegun = false
    private var hasEnded = false

    /// Opens a file.
    ///
    /// - Parameter patience: Milliseconds that a pipe may say nothing.
    init(path: String, patience: Int) throws(ArticleError.Reason) {
        input = try FileInput(path: path, patience: patience)
    }

    /// Reads from a descriptor that is open, and stays so.
    init(descriptor: Int32) {
        input = FileInput(descriptor: descriptor)
    }

    init(bytes: [UInt8]) {
        input = ByteInput(bytes)
    }

    /// The next bytes; nil at the end.
    mutating func next() throws(ArticleError.Reason) -> [UInt8]? {
        if !pending.isEmpty {
            defer { pending = [] }
            return pending
        }
        while true {
            guard let part = try raw() else { return nil }
            guard let gunzip else { return part }
            var unpacked: [UInt8] = []
            let unpacking = unpacking
            try gunzip.unpack(part) { (piece) throws(ArticleError.Reason) -> Bool in
                unpacked += piece
                if gunzip.unpacked > unpacking.free, gunzip.unpacked / max(gunzip.packed, 1) > unpacking.most {
                    throw .unpacksTooLarge(limit: unpacking.free)
                }
                return true
            }
            if !unpacked.isEmpty { return unpacked }
        }
    }

    private mutating func raw() throws(ArticleError.Reason) -> [UInt8]? {
        guard !hasEnded else { return nil }
        guard let part = try input.next() else {
            hasEnded = true
            try gunzip?.finish()
            return nil
        }
        if !hasBegun, Gunzip.isPacked(part) { gunzip = Gunzip() }
        hasBegun = true
        return part
    }

    /// The first bytes, without taking them.
    mutating func peek(_ count: Int) throws(ArticleError.Reason) -> ArraySlice<UInt8> {
        while pending.count < count {
            let known = pending
            pending = []
            guard let part = try next() else {
                pending = known
                break
            }
            pending = known + part
        }
        return pending.prefix(count)
    }

    /// Leaves bytes out that were looked at.
    mutating func skip(_ count: Int) throws(ArticleError.Reason) {
        pending.removeFirst(min(count, pending.count))
    }

    /// All the bytes that are left.
    mutating func rest(limit: Int) throws(ArticleError.Reason) -> [UInt8] {
        if gunzip == nil, let expected = input.expectedCount, expected > limit { throw .tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        while let part = try next() {
            if bytes.isEmpty {
                bytes = part
                if gunzip == nil, let expected = input.expectedCount { bytes.reserveCapacity(expected + 1) }
            } else {
                bytes += part
            }
            if bytes.count > limit { throw gunzip == nil ? .tooLarge(limit: limit) : .unpacksTooLarge(limit: limit) }
        }
        return bytes
    }

    /// Size and time of the file.
    var stamp: FileStamp? { input.stamp }

    /// - Throws: `.changed` where the file is not what it was when it was opened.
    func checkUnchanged() throws(ArticleError.Reason) {
        if input.hasChanged { throw .changed }
    }
}

/// Where bytes come from.
private protocol Input {
    /// The next bytes; nil at the end.
    func next() throws(ArticleError.Reason) -> [UInt8]?
    /// How many there are in all, where that is known.
    var expectedCount: Int? { get }
    var hasChanged: Bool { get }
    var stamp: FileStamp? { get }
}

private final class ByteInput: Input {
    private var bytes: [UInt8]?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes.isEmpty ? nil : bytes
    }

    func next() -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }

    let expectedCount: Int? = nil
    let hasChanged = false
    let stamp: FileStamp? = nil
}

private final class FileInput: Input {
    private let descriptor: Int32
    private let isOwned: Bool
    private let patience: Int?
    private let opened: stat
    private var part = 64 << 10

    init(descriptor: Int32) {
        self.descriptor = descriptor
        isOwned = false
        patience = nil
        opened = stat()
    }

    init(path: String, patience: Int) throws(ArticleError.Reason) {
        // Without O_NONBLOCK a pipe would not open before somebody writes to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.failure(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw Self.failure(errno)
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFIFO else {
            close(descriptor)
            if kind == S_IFDIR { throw .folder }
            throw .noFile(kind == S_IFSOCK ? "a socket" : "a device")
        }
        self.descriptor = descriptor
        isOwned = true
        opened = status
        self.patience = kind == S_IFIFO ? patience : nil
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    var expectedCount: Int? { isOwned && opened.st_mode & S_IFMT == S_IFREG ? Int(opened.st_size) : nil }

    var hasChanged: Bool {
        guard let stamp else { return false }
        var status = systemStatus()
        return fstat(descriptor, &status) != 0 || FileStamp(status) != stamp
    }

    var stamp: FileStamp? { isOwned && opened.st_mode & S_IFMT == S_IFREG ? FileStamp(opened) : nil }

    func next() throws(ArticleError.Reason) -> [UInt8]? {
        if let patience {
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&ready, 1, Int32(patience)) == 0 { throw .noFile("a pipe into which nobody writes") }
        }
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: part) { buffer, initialized in
            repeat { count = systemRead(descriptor, buffer) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        guard count >= 0 else {
            if errno == EAGAIN { return try next() }
            throw Self.failure(errno)
        }
        // Larger files by larger parts.
        part = min(part * 2, 1 << 20)
        return count == 0 ? nil : bytes
    }

    private static func failure(_ code: Int32) -> ArticleError.Reason {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EISDIR: .folder
        case ENXIO: .noFile("a socket or device")
        default: .unreadable(String(cString: strerror(code)))
        }
    }
}

private func systemStatus() -> stat { stat() }

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
