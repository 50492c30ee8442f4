/// A token that may end a sentence, and how sure its spelling makes that.
enum SentenceMark: Equatable {
    case period, question, ellipsis
    /// "Mr.": never ends a sentence.
    case title
    /// "J.": ends one before a word that opens sentences.
    case initial
    /// "U.S.": the same.
    case abbreviation
    /// "Inc.", "etc.", "p.m.": ends one before any capital.
    case finalAbbreviation

    init?(_ document: borrowing Document, _ token: Int, _ lexicon: borrowing TokenLexicon) {
        let bytes = document.text[Int(document.starts[token])..<Int(document.ends[token])]
        guard let last = bytes.last, let first = bytes.first else { return nil }
        switch last {
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
            self = .question
        case UInt8(ascii: "."):
            if bytes.count == 1 {
                self = .period
                return
            }
            if first == UInt8(ascii: ".") {
                self = .ellipsis
                return
            }
            let inner = bytes.dropLast()
            if inner.count == 1 {
                self = .initial
                return
            }
            if inner.contains(UInt8(ascii: ".")) {
                let isTimeOfDay = inner.count == 3 && (inner.last ?? 0) | 0x20 == UInt8(ascii: "m")
                self = isTimeOfDay ? .finalAbbreviation : .abbreviation
                return
            }
            switch lexicon.abbreviation(String(decoding: inner, as: UTF8.self)) {
            case .title, .number, .date: self = .title
            case .suffix: self = .abbreviation
            case .general: self = .abbreviation
            case nil: self = .finalAbbreviation
            }
        case 0xA6 where bytes.elementsEqual("…".utf8):
            self = .ellipsis
        default:
            return nil
        }
    }

    /// Whether it is nothing but a mark: "?", ".".
    var isPlain: Bool { self == .period || self == .question }
}

/// How what follows a sentence mark begins.
struct SentenceOpening {
    /// The first word, after an opening quotation mark or bracket.
    let word: Int
    let isQuoted: Bool
    let isWord: Bool
    let isCapitalized: Bool
    /// A mark that goes on with a sentence: comma, semicolon, dash.
    let isContinuation: Bool
    /// Whether no space stands before it.
    let isAttached: Bool

    init(_ document: borrowing Document, _ token: Int, _ end: Int) {
        var word = token
        var isQuoted = false
        while word + 1 < end, document.isOpeningMark(word) {
            word += 1
            isQuoted = true
        }
        self.word = word
        self.isQuoted = isQuoted
        let first = document.text[Int(document.starts[word])]
        let isDigit = TokenScanner.isDigit(first)
        isWord = TokenScanner.isLetter(first) || isDigit || first >= 0xC3
        isCapitalized =
            TokenScanner.isUpper(first) || isDigit || (first >= 0xC3 && document.forms[word] != document.norms[word])
        switch document.text[Int(document.starts[token])] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): isContinuation = true
        default: isContinuation = false
        }
        isAttached = document.starts[token] == document.ends[token - 1] && !isQuoted && !isCapitalized
    }
}

extension Document {
    /// An opening bracket, or a quotation mark that stands before its word.
    func isOpeningMark(_ token: Int) -> Bool {
        switch form(token) {
        case "(", "[", "“", "‘", "``", "„", "«": return true
        case "\"", "'", "''":
            return token + 1 < count && ends[token] == starts[token + 1]
                && (token == 0 || ends[token - 1] < starts[token])
        default: return false
        }
    }
}
