/// What the network is told of each word: the word, its ends, its look, what name lists say of it; as hashed keys.
package struct WordFeatures {
    /// Change a feature and the weights must be trained again: add to the version.
    package static let templates = "network 2: norm form suffixes1-4 prefixes1-4 shape first gazetteer names"
    /// The most keys that a word has; what name lists say beyond that is left out.
    package static let capacity = 24
    /// The first keys of a word say which word it is: training leaves them out at times, so that the others are learnt too.
    package static let lexicalCount = 2
    /// Where the key of a word's look stands, the only one that all names share.
    package static let shapeIndex = 10

    private let words: [Word]
    private let isFirst: [Bool]
    /// The gazetteer's classes of each token, and where in the phrase it stands: bit 0 begins it, bit 1 ends it.
    private let listings: [UInt32]
    /// The same of the long lists of names.
    private let names: [UInt16]

    package init(_ document: Document, _ column: WordColumn, _ gazetteer: Gazetteer) {
        let words = column.words
        var isFirst = Array(repeating: false, count: document.count)
        var listings = [UInt32](repeating: 0, count: document.count)
        var names = [UInt16](repeating: 0, count: document.count)
        for sentence in document.sentences where !sentence.tokens.isEmpty {
            isFirst[sentence.tokens.lowerBound] = true
            gazetteer.forEachMatch(sentence.tokens, words) { tokens, classes in
                for token in tokens {
                    let begins: UInt32 = token == tokens.lowerBound ? 1 : 0
                    let ends: UInt32 = token == tokens.upperBound - 1 ? 2 : 0
                    listings[token] = classes.rawValue << 2 | begins | ends
                }
            }
            NameTable.embedded.forEachMatch(sentence.tokens, words) { tokens, kinds in
                for token in tokens {
                    let begins: UInt16 = token == tokens.lowerBound ? 1 : 0
                    let ends: UInt16 = token == tokens.upperBound - 1 ? 2 : 0
                    names[token] = UInt16(kinds.rawValue) << 2 | begins | ends
                }
            }
        }
        (self.words, self.isFirst, self.listings, self.names) = (words, isFirst, listings, names)
    }

    /// The hash of all that a token's keys are made of: its spelling, its look in its sentence, its listings.
    @inline(__always)
    package func identity(_ token: Int) -> UInt64 {
        let word = words[token]
        let spelling = FeatureHash.mix(FeatureHash.mix(word.norm, word.form), look(token))
        return FeatureHash.mix(spelling, UInt64(listings[token]) << 16 | UInt64(names[token]))
    }

    /// A word's kinds of characters, how its sentence uses capitals, and whether it is the first.
    @inline(__always)
    private func look(_ token: Int) -> UInt64 {
        let word = words[token]
        return word.shape &+ UInt64(word.casing.rawValue) << 1 &+ (isFirst[token] ? 1 : 0)
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
        keys[Self.shapeIndex] = Self.key(10, look(token))
        var count = 11
        func list(_ template: UInt64, _ classes: UInt32, _ position: UInt32) {
            var classes = classes
            while classes != 0, count < Self.capacity {
                keys[count] = Self.key(template, UInt64(classes.trailingZeroBitCount) << 2 | UInt64(position))
                count += 1
                classes &= classes - 1
            }
        }
        list(11, listings[token] >> 2, listings[token] & 3)
        list(12, UInt32(names[token] >> 2), UInt32(names[token] & 3))
        return count
    }

    @inline(__always)
    private static func key(_ template: UInt64, _ value: UInt64) -> UInt64 {
        FeatureHash.mix(FeatureHash.seed(template), value)
    }
}
