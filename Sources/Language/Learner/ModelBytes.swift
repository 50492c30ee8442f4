/// The bytes of a model that is not embedded in the binary, aligned to 64 as models are read.
final class ModelBytes: Sendable {
    // Written once, before anybody else has them.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(_ array: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 64)
        copy.copyBytes(from: array)
        bytes = UnsafeRawBufferPointer(copy)
    }

    deinit { bytes.deallocate() }
}
