/// How much the network tells of each sentence; each depth has all of those before it.
package enum ReadingDepth: Int, Comparable, Sendable {
    /// `xpos` and `upos`.
    case tags
    /// `heads`, `relations` and `entities`.
    case trees
    /// `attributionEvidence`.
    case evidence

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Tags, parses and finds names with the network: one reading of each sentence gives all of them.
///
/// Needs tokens and sentences; sets `xpos`, `upos`, `heads`, `relations`, `entities` and `attributionEvidence`. Time is linear in the
/// number of tokens: sentences of more than `longest` tokens are read in pieces.
package struct SentenceAnalyzer: Sendable {
    /// Tokens that are read at a time.
    static let longest = 160
    /// Rows of a batch: enough for the multiplications, few enough for the caches.
    private static let batchRows = 600

    private let work: WorkPool<SentenceAnalysis>
    private let gazetteer = Gazetteer.embedded

    package init(_ network: Network) {
        work = WorkPool { SentenceAnalysis(network) }
    }

    /// Analyses all sentences.
    ///
    /// - Parameters:
    ///   - depth: What is set; the rest of each word is that of a word by itself, and there is no evidence.
    ///   - isStopped: Asked before each batch.
    /// - Returns: False where it was stopped amid them.
    @discardableResult
    package func analyze(
        _ document: inout Document, _ words: WordColumn, _ depth: ReadingDepth,
        unless isStopped: () -> Bool = { false }
    ) -> Bool {
        document.xpos = Array(repeating: .nn, count: document.count)
        document.upos = Array(repeating: .noun, count: document.count)
        document.heads = Array(repeating: -1, count: document.count)
        document.relations = Array(repeating: .root, count: document.count)
        document.entities = []
        document.attributionEvidence = Array(
            repeating: AttributionEvidence(), count: depth < .evidence ? 0 : document.count)
        let features = WordFeatures(document, words, gazetteer)
        let analysis = work.take()
        defer { work.giveBack(analysis) }
        var pieces: [Range<Int>] = []
        var rows = 0
        func flush(_ document: inout Document) {
            analysis.analyze(pieces, features, &document, depth)
            pieces.removeAll(keepingCapacity: true)
            rows = 0
        }
        for sentence in document.sentences {
            for piece in Self.pieces(sentence.tokens, document) {
                if rows + piece.count > Self.batchRows, rows > 0 {
                    if isStopped() { return false }
                    flush(&document)
                }
                pieces.append(piece)
                rows += piece.count
            }
        }
        flush(&document)
        for sentence in document.sentences where sentence.tokens.count > Self.longest && depth >= .trees {
            join(sentence.tokens, &document)
        }
        return true
    }

    /// A sentence in pieces of at most `longest` tokens, cut after a mark where there is one in the last third.
    private static func pieces(_ tokens: Range<Int>, _ document: Document) -> [Range<Int>] {
        guard tokens.count > longest else { return tokens.isEmpty ? [] : [tokens] }
        var pieces: [Range<Int>] = []
        var start = tokens.lowerBound
        while start < tokens.upperBound {
            var end = min(start + longest, tokens.upperBound)
            if end < tokens.upperBound,
                let mark = (start + longest * 2 / 3..<end).last(where: {
                    isMark(document.text[Int(document.starts[$0])])
                })
            {
                end = mark + 1
            }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    /// Makes one tree of the pieces of a sentence: the roots of the later ones hang on the first.
    private func join(_ tokens: Range<Int>, _ document: inout Document) {
        var root: Int?
        for token in tokens where document.heads[token] < 0 {
            if let root {
                document.heads[token] = Int32(root)
                document.relations[token] = document.upos[token] == .punct ? .punct : .parataxis
            } else {
                root = token
            }
        }
    }
}
