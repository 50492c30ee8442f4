import Language

/// PolNeAR's articles as Stanford CoreNLP analysed them: automatic, so not gold.
struct SilverCorpus {
    struct Token {
        var form: String
        var lemma: String
        var xpos: PennTag
        /// CoreNLP's kind of name: "PERSON", "O".
        var ner: Substring
        /// Head in the sentence, from 1; 0 for the root.
        var head: Int
        var relation: Substring
        /// Where the token begins and ends in the article, in Unicode code points.
        var characters: Range<Int>
        /// The coreference chains of which a mention with this head word, or of which a mention begins here.
        var coreference: Substring
    }

    struct Article {
        var name: String
        var tokens: [Token] = []
        /// Ranges of `tokens`.
        var sentences: [Range<Int>] = []
    }

    private(set) var articles: [Article] = []

    init(_ corpus: Corpus, _ split: Corpus.Split) throws {
        let text = String(decoding: try corpus.read("polnear/\(split.rawValue).corenlp.conll.gz"), as: UTF8.self)
        var sentenceStart = 0
        func endSentence(_ corpus: inout SilverCorpus) {
            guard let last = corpus.articles.indices.last else { return }
            let count = corpus.articles[last].tokens.count
            if count > sentenceStart { corpus.articles[last].sentences.append(sentenceStart..<count) }
            sentenceStart = count
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# article = ") {
                endSentence(&self)
                articles.append(Article(name: String(line.dropFirst(12))))
                sentenceStart = 0
            } else if line.isEmpty {
                endSentence(&self)
            } else {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard columns.count >= 10, let start = Int(columns[7]), let end = Int(columns[8]), !articles.isEmpty
                else { continue }
                articles[articles.count - 1].tokens.append(
                    Token(
                        form: Self.unescaped(columns[1]), lemma: String(columns[2]),
                        xpos: PennTag(name: String(columns[3])) ?? .xx, ner: columns[4], head: Int(columns[5]) ?? 0,
                        relation: columns[6], characters: start..<max(start, end), coreference: columns[9]))
            }
        }
        endSentence(&self)
    }

    /// Whether the automatic lemma is as the treebanks would have it: regular inflection of words in lower case.
    static func hasReliableLemma(_ token: Token) -> Bool {
        switch token.xpos {
        case .vbd, .vbn, .vbg, .vbz, .nns: token.form.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
        default: false
        }
    }

    private static func unescaped(_ form: Substring) -> String {
        switch form {
        case "-LRB-": "("
        case "-RRB-": ")"
        case "-LSB-": "["
        case "-RSB-": "]"
        case "``", "''": "\""
        default: String(form)
        }
    }
}
