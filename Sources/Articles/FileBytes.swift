#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file's bytes, with the ways this fails told apart.
enum FileBytes {
    /// Reads a file, pipe or device to its end; never more than `limit` bytes.
    static func read(path: String, limit: Int) throws(ArticleError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw ArticleError(name: path, reason: .folder) }
        let expected = Int(status.st_size)
        guard expected <= limit else { throw ArticleError(name: path, reason: .tooLarge(limit: limit)) }

        var bytes: [UInt8] = []
        // One byte more than the file has, so that the end is seen without growing the array.
        var chunk = max(expected + 1, 64 << 10)
        while true {
            let start = bytes.count
            var count = 0
            bytes.reserveCapacity(start + chunk)
            let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
                repeat { count = Self.read(descriptor, buffer) } while count < 0 && errno == EINTR
                initialized = max(count, 0)
            }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            if start == 0 { bytes = part } else { bytes += part }
            guard bytes.count <= limit else { throw ArticleError(name: path, reason: .tooLarge(limit: limit)) }
            chunk = 64 << 10
        }
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    /// What `errno` says of the last call.
    private static func failure(_ path: String) -> ArticleError {
        let code = errno
        switch code {
        case ENOENT, ENOTDIR: return ArticleError(name: path, reason: .missing)
        case EISDIR: return ArticleError(name: path, reason: .folder)
        default: return ArticleError(name: path, reason: .unreadable(String(cString: strerror(code))))
        }
    }
}
