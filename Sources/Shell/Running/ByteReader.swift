/// Reads all that comes from a file descriptor, part by part.
struct ByteReader {
    let descriptor: Int32

    /// The next bytes; nil at the end.
    mutating func next() -> [UInt8]? {
        var count = 0
        let part = [UInt8](unsafeUninitializedCapacity: 64 << 10) { bytes, initialized in
            repeat { count = read(descriptor, bytes.baseAddress, bytes.count) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        return count > 0 ? part : nil
    }
}
