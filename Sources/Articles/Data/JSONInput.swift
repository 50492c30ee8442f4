/// A JSON value that was read (RFC 8259). Objects keep the order of their keys.
indirect enum JSONInput: Equatable {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONInput])
    case object([(key: String, value: JSONInput)])

    /// What is wrong, and at which byte.
    struct Failure: Error, Equatable {
        var message: String
        var offset: Int
    }

    /// Levels that values may stand in each other.
    static let deepest = 200

    /// Reads bytes that hold one value.
    init(parsing bytes: ArraySlice<UInt8>) throws(Failure) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }

    static func == (first: JSONInput, second: JSONInput) -> Bool {
        switch (first, second) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    /// The value of a key, exactly as written; nil where there is none or it is null.
    subscript(key: String) -> JSONInput? {
        guard case .object(let members) = self, let member = members.first(where: { $0.key == key }),
            member.value != .null
        else { return nil }
        return member.value
    }

    /// A string, or a number as it is written.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let text): text
        default: nil
        }
    }

    var elements: [JSONInput] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The strings of what may be one value or a list of them.
    var texts: [String] {
        if case .array(let elements) = self { elements.compactMap(\.text) } else { text.map { [$0] } ?? [] }
    }

    /// Names in what may be a string, an object with a name, or a list of these.
    var names: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(\.names)
        case .object:
            ["name", "title", "value", "main", "original", "full", "rendered", "text"].lazy.compactMap { self[$0] }
                .first?.names ?? []
        default: []
        }
    }
}

private struct JSONParser {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var depth = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func document() throws(JSONInput.Failure) -> JSONInput {
        let value = try value()
        skipSpace()
        guard index == bytes.endIndex else { throw failure("something follows the value") }
        return value
    }

    private func failure(_ message: String) -> JSONInput.Failure {
        JSONInput.Failure(message: message, offset: index - bytes.startIndex)
    }

    private mutating func skipSpace() {
        while index < bytes.endIndex, case let byte = bytes[index],
            byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
        {
            index += 1
        }
    }

    private mutating func value() throws(JSONInput.Failure) -> JSONInput {
        skipSpace()
        guard index < bytes.endIndex else { throw failure("it ends where a value should be") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return number()
        default: throw failure("unexpected \(Self.shown(bytes[index]))")
        }
    }

    private static func shown(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? String(Unicode.Scalar(byte)) : "byte \(byte)"
    }

    private mutating func word(_ word: String, _ value: JSONInput) throws(JSONInput.Failure) -> JSONInput {
        guard bytes[index...].starts(with: word.utf8) else { throw failure("expected \(word)") }
        index += word.utf8.count
        return value
    }

    private mutating func number() -> JSONInput {
        let start = index
        while index < bytes.endIndex, case let byte = bytes[index],
            (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
        { index += 1 }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func enter() throws(JSONInput.Failure) {
        depth += 1
        guard depth <= JSONInput.deepest else {
            throw failure("values stand more than \(JSONInput.deepest) levels in each other")
        }
        index += 1
    }

    private mutating func array() throws(JSONInput.Failure) -> JSONInput {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONInput] = []
        skipSpace()
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "]") {
            index += 1
            return .array([])
        }
        while true {
            elements.append(try value())
            if try isLast(UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func object() throws(JSONInput.Failure) -> JSONInput {
        try enter()
        defer { depth -= 1 }
        var members: [(key: String, value: JSONInput)] = []
        skipSpace()
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "}") {
            index += 1
            return .object([])
        }
        while true {
            skipSpace()
            guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else {
                throw failure("expected a key in quotes")
            }
            let key = try string()
            skipSpace()
            guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else {
                throw failure("expected : after the key \(key.prefix(40))")
            }
            index += 1
            members.append((key, try value()))
            if try isLast(UInt8(ascii: "}")) { return .object(members) }
        }
    }

    /// Reads a comma, or the closing bracket.
    private mutating func isLast(_ close: UInt8) throws(JSONInput.Failure) -> Bool {
        skipSpace()
        guard index < bytes.endIndex else { throw failure("it ends before \(Self.shown(close))") }
        guard bytes[index] == close || bytes[index] == UInt8(ascii: ",") else {
            throw failure("expected , or \(Self.shown(close))")
        }
        defer { index += 1 }
        return bytes[index] == close
    }

    private mutating func string() throws(JSONInput.Failure) -> String {
        index += 1
        let start = index
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
            index += 1
        }
        guard index < bytes.endIndex else { throw failure("a string does not end") }
        if bytes[index] == UInt8(ascii: "\"") {
            defer { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.endIndex {
            // What stands between escapes is taken at once.
            let run = index
            while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
                index += 1
            }
            text += bytes[run..<index]
            guard index < bytes.endIndex else { break }
            index += 1
            if bytes[index - 1] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard index < bytes.endIndex else { break }
            try escape(into: &text)
        }
        throw failure("a string does not end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONInput.Failure) {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            var unit = try hex()
            if (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: "\\u".utf8) {
                let mark = index
                index += 2
                let low = try hex()
                if (0xDC00..<0xE000).contains(low) {
                    unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    index = mark
                }
            }
            // Half of a pair is no letter.
            let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
            text.append(contentsOf: String(Character(scalar)).utf8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        default: throw failure("unknown escape \\\(Self.shown(byte))")
        }
    }

    private mutating func hex() throws(JSONInput.Failure) -> UInt32 {
        guard index + 4 <= bytes.endIndex,
            let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw failure("expected four hexadecimal digits after \\u") }
        index += 4
        return value
    }
}
