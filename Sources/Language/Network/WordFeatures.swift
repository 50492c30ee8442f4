/// What the network is told of each word: the word, its ends, its look, what name lists say of it; as hashed keys.
package struct WordFeatures {
    /// Change a feature and the weights must be trained again: add to the version.
    package static let templates = "network 1: norm form suffixes1-4 prefixes1-4 shape first gazetteer"
    /// The most keys that a word has.
    package static let capacity = 10 + 1 + 21
    /// The first keys of a word say which word it is: training leaves them out at times, so that the others are learnt too.
    package static let lexicalCount = 2

    private let words: [Word]
    private let isFirst: [Bool]
    /// The gazetteer's classes of each token, and where in the phrase it stands: bit 0 begins it, bit 1 ends it.
    private let listings: [UInt32]

    package init(_ document: Document, _ column: WordColumn, _ gazetteer: Gazetteer) {
        let words = column.words
        var isFirst = Array(repeating: false, count: document.count)
        var listings = [UInt32](repeating: 0, count: document.count)
        for sentence in document.sentences where !sentence.tokens.isEmpty {
            isFirst[sentence.tokens.lowerBound] = true
            gazetteer.forEachMatch(sentence.tokens, words) { tokens, classes in
                for token in tokens {
                    let begins: UInt32 = token == tokens.lowerBound ? 1 : 0
                    let ends: UInt32 = token == tokens.upperBound - 1 ? 2 : 0
                    listings[token] = classes.rawValue << 2 | begins | ends
                }
            }
        }
        (self.words, self.isFirst, self.listings) = (words, isFirst, listings)
    }

    /// Writes the keys of a token and gives their number, `capacity` at most. A key of 0 is none.
    @inline(__always)
    package func keys(_ token: Int, into keys: UnsafeMutablePointer<UInt64>) -> Int {
        let word = words[token]
        keys[0] = Self.key(0, word.norm)
        keys[1] = word.form == word.norm ? 0 : Self.key(1, word.form)
        for length in 1...4 as ClosedRange<UInt64> {
            keys[1 + Int(length)] = Self.key(1 + length, word.suffix(length))
            keys[5 + Int(length)] = Self.key(5 + length, word.prefix(length))
        }
        keys[10] = Self.key(10, word.shape &+ UInt64(word.casing.rawValue) << 1 &+ (isFirst[token] ? 1 : 0))
        var count = 11
        var classes = listings[token] >> 2
        let position = UInt64(listings[token] & 3)
        while classes != 0 {
            keys[count] = Self.key(11, UInt64(classes.trailingZeroBitCount) << 2 | position)
            count += 1
            classes &= classes - 1
        }
        return count
    }

    @inline(__always)
    private static func key(_ template: UInt64, _ value: UInt64) -> UInt64 {
        FeatureHash.mix(FeatureHash.seed(template), value)
    }
}
