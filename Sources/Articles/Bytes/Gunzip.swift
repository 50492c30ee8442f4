import CZlib

/// Unpacks gzip (RFC 1952) part by part, several members one after the other included.
final class Gunzip {

    private var stream = z_stream()
    private var isOpen = false
    private var isInMember = false
    /// Bytes unpacked so far.
    private(set) var unpacked = 0
    /// Bytes taken so far.
    private(set) var packed = 0

    static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    init() {
        // 15 + 16: the largest window, with gzip's header.
        isOpen = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isOpen { inflateEnd(&stream) }
    }

    /// Unpacks the next part.
    ///
    /// - Parameter take: Gets the unpacked bytes in pieces; false stops.
    func unpack(_ part: [UInt8], _ take: ([UInt8]) throws(ArticleError.Reason) -> Bool) throws(ArticleError.Reason) {
        guard isOpen else { throw .malformed("gzip", "zlib cannot be started") }
        packed += part.count
        var part = part
        let count = part.count
        var offset = 0
        while offset < count {
            // Zeros after the last member pad tapes and blocks.
            if !isInMember, part[offset] == 0, unpacked > 0 {
                offset += 1
                continue
            }
            isInMember = true
            var result = Z_OK
            let room = 64 << 10
            var used = 0
            let piece = [UInt8](unsafeUninitializedCapacity: room) { output, initialized in
                part.withUnsafeMutableBufferPointer { input in
                    stream.next_in = input.baseAddress.map { $0 + offset }
                    stream.avail_in = UInt32(count - offset)
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(room)
                    result = inflate(&stream, Z_NO_FLUSH)
                    used = count - offset - Int(stream.avail_in)
                    initialized = room - Int(stream.avail_out)
                }
            }
            offset += used
            unpacked += piece.count
            if !piece.isEmpty, !(try take(piece)) { return }
            switch result {
            case Z_STREAM_END:
                isInMember = false
                inflateReset(&stream)
            case Z_OK: break
            case Z_BUF_ERROR where piece.isEmpty && used == 0: return
            case Z_BUF_ERROR: break
            default: throw .malformed("gzip", "its packed bytes are damaged at byte \(packed - count + offset)")
            }
        }
    }

    /// To be called after the last part.
    func finish() throws(ArticleError.Reason) {
        if isInMember { throw .malformed("gzip", "it ends before its packed bytes do") }
    }
}
