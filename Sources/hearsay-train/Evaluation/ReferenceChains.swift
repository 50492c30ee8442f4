import Language

/// Chains that a document should have, as byte ranges of its text, so that other tokens can be held against them.
struct ReferenceChains {
    struct Mention {
        var bytes: Range<Int>
        /// Byte range of the head word.
        var head: Range<Int>
        /// The head word in lower case.
        var word: String
        /// Whether the head is a proper noun; whether it is a pronoun.
        var isName: Bool
        var isPronoun: Bool
        /// "Britain and France" as a whole.
        var isCoordination = false
    }

    /// Of at least two mentions each.
    private(set) var chains: [[Mention]] = []

    /// The chains of a treebank's document; singletons are left out.
    init(_ item: Treebank.Item) {
        let document = item.gold
        var chains: [Substring: [Mention]] = [:]
        var order: [Substring] = []
        for mention in item.mentions {
            let head = mention.tokens.first { token in
                document.head(of: token).map { !mention.tokens.contains($0) } ?? true
            }
            guard let head else { continue }
            if chains[mention.chain] == nil { order.append(mention.chain) }
            chains[mention.chain, default: []].append(
                Mention(
                    bytes: document.byteRange(mention.tokens), head: document.byteRange(head..<head + 1),
                    word: document.norm(head), isName: document.xpos[head].isProper,
                    isPronoun: document.xpos[head].isPronoun,
                    isCoordination: document.isCoordination(Language.Mention(tokens: mention.tokens, head: head))))
        }
        self.chains = order.compactMap { chains[$0] }.filter { $0.count > 1 }
    }

    /// The automatic chains of PolNeAR's articles.
    ///
    /// - Parameter bytes: where each code point of the text begins, and where the text ends.
    init(_ article: SilverCorpus.Article, bytes: [Int]) {
        func range(_ tokens: Range<Int>) -> Range<Int> {
            bytes[
                article.tokens[tokens.lowerBound].characters.lowerBound]..<bytes[
                    article.tokens[tokens.upperBound - 1].characters.upperBound]
        }
        var chains: [Substring: [Mention]] = [:]
        var order: [Substring] = []
        for sentence in article.sentences {
            for token in sentence where article.tokens[token].coreference != "_" {
                for part in article.tokens[token].coreference.split(separator: "|") {
                    let fields = part.drop { $0 == "(" }.split(separator: ":")
                    guard fields.count == 2, let length = Int(fields[1]), token + length <= sentence.upperBound else {
                        continue
                    }
                    let tokens = token..<token + length
                    // The word whose head is outside.
                    let head =
                        tokens.first { !tokens.contains(sentence.lowerBound + article.tokens[$0].head - 1) } ?? token
                    guard article.tokens[tokens.upperBound - 1].characters.upperBound < bytes.count else { continue }
                    let xpos = article.tokens[head].xpos
                    if chains[fields[0]] == nil { order.append(fields[0]) }
                    chains[fields[0], default: []].append(
                        Mention(
                            bytes: range(tokens), head: range(head..<head + 1),
                            word: Tokenizer.norm(of: article.tokens[head].form), isName: xpos.isProper,
                            isPronoun: xpos.isPronoun))
                }
            }
        }
        self.chains = order.compactMap { chains[$0] }.filter { $0.count > 1 }
    }
}

extension PennTag {
    var isProper: Bool { self == .nnp || self == .nnps }
    var isPronoun: Bool { self == .prp || self == .prpPossessive }
}

extension Document {
    /// Whether a mention is several things: another conjunct of its head stands in it.
    func isCoordination(_ mention: Mention) -> Bool {
        mention.tokens.contains { heads[$0] == Int32(mention.head) && relations[$0] == .conj }
    }
}
