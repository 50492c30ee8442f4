#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Size and time of a file, by which it is told whether it changed.
public struct FileStamp: Sendable, Equatable {
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970 of the last change.
    public var time: Int

    public init(size: Int, time: Int) {
        self.size = size
        self.time = time
    }

    /// The stamp of the file at a path; nil where there is none.
    public init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        size = Int(status.st_size)
        #if canImport(Darwin)
        time = status.st_mtimespec.tv_sec * 1_000_000_000 + status.st_mtimespec.tv_nsec
        #else
        time = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        #endif
    }
}
