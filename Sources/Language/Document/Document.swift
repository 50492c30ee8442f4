import Articles

/// An analysed text, as columns: one array a field, indexed by token.
///
/// Token indices count over the whole document. Byte offsets are UTF-8 offsets into `text`.
public struct Document: Sendable {
    /// The analysed text, valid UTF-8.
    public let text: [UInt8]
    /// Interned words: forms, lower-cased forms and lemmas.
    public internal(set) var symbols = SymbolTable()

    // MARK: Tokens, one entry a token in every column.

    /// Where the token begins in `text`.
    public internal(set) var starts: [Int32] = []
    /// Where the token ends in `text` (exclusive). Parts of a contraction stand side by side: "do" + "n't".
    public internal(set) var ends: [Int32] = []
    /// The word as written.
    public internal(set) var forms: [Symbol] = []
    /// The word in lower case, typographic quotes and dashes made straight.
    public internal(set) var norms: [Symbol] = []
    /// The dictionary form: "say" for "said"; names keep their capitals.
    public internal(set) var lemmas: [Symbol] = []
    public internal(set) var upos: [UniversalTag] = []
    public internal(set) var xpos: [PennTag] = []
    /// The head's token index, or -1 for the root of a sentence. `head(of:)` gives an optional.
    public internal(set) var heads: [Int32] = []
    public internal(set) var relations: [Relation] = []
    /// The sentence each token stands in.
    public internal(set) var sentenceOfToken: [Int32] = []

    /// What the network knows of attributions; empty where it was not asked or the document was stored meanwhile.
    package internal(set) var attributionEvidence: [AttributionEvidence] = []

    // MARK: Spans.

    public internal(set) var sentences: [Sentence] = []
    /// Named entities, dates and numbers in order of their first token; they do not overlap.
    public internal(set) var entities: [NamedEntity] = []
    /// What refers to the same thing: each chain has its mentions in textual order, at least two.
    public internal(set) var chains: [[Mention]] = []

    public init(text: [UInt8]) {
        self.text = text
    }
}

/// A sentence of a document.
public struct Sentence: Sendable, Equatable {
    /// Token indices.
    public var tokens: Range<Int>
    /// Index of the paragraph (in `Article.paragraphs`) that the sentence stands in.
    public var paragraph: Int

    public init(tokens: Range<Int>, paragraph: Int) {
        self.tokens = tokens
        self.paragraph = paragraph
    }
}

/// A name, date or number in the text.
public struct NamedEntity: Sendable, Equatable {
    public enum Kind: UInt8, Sendable, CaseIterable {
        case person, organization, place
        /// "Russian", "Italians".
        case nationality
        /// A name of another kind: "Obamacare", "EB-5".
        case other
        case date, time, duration, money, percent, number, ordinal
    }

    /// Token indices.
    public var tokens: Range<Int>
    public var kind: Kind

    public init(tokens: Range<Int>, kind: Kind) {
        self.tokens = tokens
        self.kind = kind
    }
}

/// A span that refers to something: a name, a noun phrase, a pronoun.
public struct Mention: Sendable, Equatable {
    /// Token indices.
    public var tokens: Range<Int>
    /// The syntactic head, inside `tokens`.
    public var head: Int

    public init(tokens: Range<Int>, head: Int) {
        self.tokens = tokens
        self.head = head
    }
}
