/// The header of a model file as words of four bytes, the lowest byte first; the first two are its magic number and its version.
struct HeaderWords {
    private let bytes: UnsafeRawBufferPointer

    /// - Throws: `ModelError` where the bytes are no such file, or one of another version.
    init(
        _ bytes: UnsafeRawBufferPointer, size: Int, magic: UInt32, version: UInt32, name: String
    ) throws(ModelError) {
        self.bytes = bytes
        guard bytes.count >= size, self[0] == Int(magic) else { throw ModelError(model: name, reason: .damaged) }
        guard self[1] == Int(version) else { throw ModelError(model: name, reason: .version(UInt32(self[1]))) }
    }

    subscript(index: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
    }
}
