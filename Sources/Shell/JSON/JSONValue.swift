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
        var text = ""
        write(to: &text)
        return text
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

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let isTrue): text += isTrue ? "true" : "false"
        case .string(let string): Self.write(string, to: &text)
        case .integer(let number): text += String(number)
        case .number(let number): text += Self.decimal(number)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += ", " }
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: text += "\\\""
            case 0x5C: text += "\\\\"
            case 0x0A: text += "\\n"
            case 0x0D: text += "\\r"
            case 0x09: text += "\\t"
            // The separators end a line for some readers of JSON lines.
            case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
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
