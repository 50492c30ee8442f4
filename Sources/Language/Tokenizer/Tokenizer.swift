/// Splits text into tokens as the English treebanks of Universal Dependencies do.
///
///     The minister's aides didn't say.   →   The | minister | 's | aides | did | n't | say | .
///
/// Works on bytes, in time linear in their number, and takes any bytes: the tokens stand in order, do not overlap and
/// cover everything but white space.
package struct Tokenizer: Sendable {
    private let lexicon = TokenLexicon.embedded

    package init() {}

    /// Appends the tokens of a UTF-8 byte range of the document's text: `starts`, `ends`, `forms`, `norms`.
    func tokenize(_ range: Range<Int>, of document: inout Document) {
        let first = document.starts.count
        document.text.withUnsafeBufferPointer { bytes in
            var scanner = TokenScanner(bytes: bytes, end: range.upperBound, lexicon: lexicon)
            swap(&scanner.starts, &document.starts)
            swap(&scanner.ends, &document.ends)
            scanner.scan(from: range.lowerBound)
            swap(&scanner.starts, &document.starts)
            swap(&scanner.ends, &document.ends)
        }
        document.forms.reserveCapacity(document.starts.count)
        document.norms.reserveCapacity(document.starts.count)
        for token in first..<document.starts.count { Self.appendWord(token, to: &document) }
    }

    /// Appends the form and the norm of the next token, of which the offsets are known.
    static func appendWord(_ token: Int, to document: inout Document) {
        let range = Int(document.starts[token])..<Int(document.ends[token])
        let (form, norm) = document.text.withUnsafeBufferPointer { text -> (Symbol, Symbol) in
            let bytes = UnsafeBufferPointer(rebasing: text[range])
            let form = document.symbols.intern(bytes)
            var (isPlain, isCapital) = (true, true)
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): isPlain = false
                case UInt8(ascii: "`"), UInt8(ascii: "'"), 0x80...0xFF: (isPlain, isCapital) = (false, false)
                default: break
                }
            }
            if isPlain { return (form, form) }
            // Of a word that differs by its capitals alone no string is made.
            if isCapital, bytes.count <= 32 {
                let norm = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { lower -> Symbol in
                    for (index, byte) in bytes.enumerated() {
                        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                        lower.initializeElement(at: index, to: isUpper ? byte | 0x20 : byte)
                    }
                    return document.symbols.intern(UnsafeBufferPointer(lower))
                }
                return (form, norm)
            }
            return (form, document.symbols.intern(Self.norm(of: document.symbols[form])))
        }
        document.forms.append(form)
        document.norms.append(norm)
    }

    /// A word in lower case, with straight quotes and dashes.
    ///
    ///     norm(of: "Don’t")   →   "don't"
    package static func norm(of form: String) -> String {
        guard form.utf8.first.map(isPlain) != true else { return lowerNorm(of: form) }
        switch form {
        case "’", "‘", "`", "‚", "‛", "ʼ", "´": return "'"
        case "“", "”", "„", "‟", "«", "»", "``", "''", "’’", "‘‘": return "\""
        case "–", "‒", "‐", "‑", "−": return "-"
        case "—", "―": return "--"
        case "…": return "..."
        default: return lowerNorm(of: form)
        }
    }

    /// Whether a byte is a letter or a digit in ASCII, with which no quote or dash begins.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func lowerNorm(of form: String) -> String {
        let lower = form.lowercased()
        guard lower.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "`") }) else { return lower }
        var norm = ""
        for scalar in lower.unicodeScalars {
            switch scalar {
            case "’", "ʼ", "`": norm.unicodeScalars.append("'")
            case "–", "‐", "‑": norm.unicodeScalars.append("-")
            default: norm.unicodeScalars.append(scalar)
            }
        }
        return norm
    }
}
