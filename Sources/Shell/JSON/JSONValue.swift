/// A JSON value whose objects keep the order of their keys.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    case string(String)
    case integer(Int)
    /// Written with at most three decimals.
    case number(Double)
    case array([JSONValue])
    case object([Member])

    struct Member: Equatable {
        var key: String
        var value: JSONValue

        init(_ key: String, _ value: JSONValue) {
            (self.key, self.value) = (key, value)
        }
    }

    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// The value on one line, UTF-8 as it is, control characters escaped; the same whatever the locale.
    var encoded: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value over several lines, two spaces a level.
    var indented: String { indented(0) }

    private func indented(_ depth: Int) -> String {
        let margin = String(repeating: "  ", count: depth)
        switch self {
        case .array(let values) where !values.isEmpty:
            return "[\n" + values.map { margin + "  " + $0.indented(depth + 1) }.joined(separator: ",\n")
                + "\n\(margin)]"
        case .object(let members) where !members.isEmpty:
            return "{\n"
                + members.map { margin + "  " + JSONValue.string($0.key).encoded + ": " + $0.value.indented(depth + 1) }
                .joined(separator: ",\n")
                + "\n\(margin)}"
        default: return encoded
        }
    }

    /// Appends the value as `encoded` gives it.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
        case .string(let string): Self.write(string, to: &bytes)
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): bytes += Self.decimal(number).utf8
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { Self.write(UInt8(ascii: ","), to: &bytes) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { Self.write(UInt8(ascii: ","), to: &bytes) }
                Self.write(member.key, to: &bytes)
                Self.write(UInt8(ascii: ":"), to: &bytes)
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A mark and a space.
    private static func write(_ mark: UInt8, to bytes: inout [UInt8]) {
        bytes.append(mark)
        bytes.append(UInt8(ascii: " "))
    }

    /// What needs no escape is copied in one piece.
    private static func write(_ string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { text in
            var copied = 0
            var at = 0
            while at < text.count {
                guard let (scalar, length) = escaped(text, at) else {
                    at += 1
                    continue
                }
                bytes += text[copied..<at]
                bytes += escape(scalar).utf8
                at += length
                copied = at
            }
            bytes += text[copied...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The character at a byte, and how many bytes it has, where it must not stand as it is: marks of JSON, control
    /// characters (U+0000 to U+001F, U+007F to U+009F), and the separators that end a line for some readers of JSON lines.
    @inline(__always)
    private static func escaped(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int)? {
        switch text[at] {
        case 0x00...0x1F, 0x22, 0x5C, 0x7F: (UInt32(text[at]), 1)
        case 0xC2 where at + 1 < text.count && text[at + 1] < 0xA0: (UInt32(text[at + 1]), 2)
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8:
            (0x2000 + UInt32(text[at + 2] & 0x3F), 3)
        default: nil
        }
    }

    private static func escape(_ scalar: UInt32) -> String {
        switch scalar {
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        default:
            let digits = String(scalar, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    private static func decimal(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return "null" }
        let thousandths = Int((abs(number) * 1000).rounded())
        var fraction = String(thousandths % 1000)
        fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = number < 0 && thousandths > 0 ? "-" : ""
        return sign + String(thousandths / 1000) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
