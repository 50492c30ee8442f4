/// The features of an entity label, chosen from left to right.
struct EntityFeatures {
    /// Change a template and the weights must be trained again: add to the version.
    static let templates = "entities 1: words shapes affixes xpos casing gazetteer labels-before history"

    static let capacity = 72

    /// What the gazetteer lists a token as, and where in the phrase it stands.
    private struct Listing {
        var classes: UInt64 = 0
    }

    private let words: [Word]
    private let xpos: [PennTag]
    private var listings: [Listing]
    /// The kind last given to a word of this norm in the document, from 1.
    private var history: [UInt64: UInt64] = [:]

    init(_ document: Document, _ words: WordColumn, _ gazetteer: Gazetteer) {
        self.words = words.words
        xpos = document.xpos
        listings = Array(repeating: Listing(), count: document.count)
        for sentence in document.sentences {
            gazetteer.forEachMatch(sentence.tokens, words.words) { tokens, classes in
                for token in tokens {
                    let isFirst: UInt64 = token == tokens.lowerBound ? 1 : 0
                    let isLast: UInt64 = token == tokens.upperBound - 1 ? 2 : 0
                    listings[token].classes = UInt64(classes.rawValue) << 2 | isFirst | isLast
                }
            }
        }
    }

    /// Notes what the tokens of an entity were taken for, so that the same words are taken so again.
    mutating func note(_ kind: NamedEntity.Kind, _ tokens: Range<Int>) {
        for token in tokens where words[token].isCapitalized || words[token].casing != .ordinary {
            history[words[token].norm] = UInt64(kind.rawValue) + 1
        }
    }

    /// Writes the features of one token; `last` and `last2` are the labels before it.
    func fill(_ features: inout FeatureBuffer, _ token: Int, in sentence: Range<Int>, _ last: EntityLabel, _ last2: EntityLabel) {
        func word(_ offset: Int) -> Word {
            sentence.contains(token + offset) ? words[token + offset] : .outside
        }
        func tag(_ offset: Int) -> UInt64 {
            sentence.contains(token + offset) ? UInt64(xpos[token + offset].rawValue) + 1 : 0
        }
        func listed(_ offset: Int) -> UInt64 {
            sentence.contains(token + offset) ? listings[token + offset].classes : 0
        }
        func known(_ word: Word) -> UInt64 { history.isEmpty ? 0 : history[word.norm] ?? 0 }

        let (w, n1, n2, p1, p2) = (word(0), word(1), word(2), word(-1), word(-2))
        let (t, tn, tp) = (tag(0), tag(1), tag(-1))
        let (g, gn, gp) = (listed(0), listed(1), listed(-1))
        let casing = UInt64(w.casing.rawValue)
        let look = w.shape &+ casing
        let isFirst: UInt64 = token == sentence.lowerBound ? 1 : 0
        let y1 = UInt64(last.index)
        let y2 = UInt64(last2.index)
        let before = known(w)

        features.removeAll()
        features.add(0)
        features.add(1, w.norm)
        features.add(2, w.form)
        features.add(3, w.norm, y1)
        features.add(4, look, isFirst)
        features.add(5, look, y1)
        features.add(6, w.suffix(2))
        features.add(7, w.suffix(3))
        features.add(8, w.suffix(4))
        features.add(9, w.prefix(2))
        features.add(10, w.prefix(3))
        features.add(11, w.prefix(4))
        features.add(12, t, y1)
        features.add(13, t, tn, y1)
        features.add(14, tp, t, y1)
        features.add(15, y1, y2)
        features.add(16, p1.norm)
        features.add(17, n1.norm)
        features.add(18, p2.norm)
        features.add(19, n2.norm)
        features.add(20, p1.norm, w.norm)
        features.add(21, w.norm, n1.norm)
        features.add(22, p1.norm, look, y1)
        features.add(23, n1.norm, look, y1)
        features.add(24, p1.shape, look, n1.shape)
        features.add(25, look, n1.shape, n2.shape)
        features.add(26, p1.norm, n1.norm)
        features.add(27, w.suffix(3), look, y1)
        features.add(28, n1.suffix(3), look)
        features.add(29, p1.suffix(3), look)
        features.add(30, p2.norm, p1.norm, y1)
        features.add(31, n1.norm, n2.norm)
        features.add(32, look, tn, y1)
        features.add(33, g, casing)
        features.add(34, g, look, isFirst)
        features.add(35, g, y1)
        features.add(36, gn, look, y1)
        features.add(37, gp, look, y1)
        features.add(38, g, t, gn)
        features.add(39, before, look)
        features.add(40, before, y1)
        features.add(41, known(n1), look, y1)
        features.add(42, known(p1), before, y1)
        features.add(43, w.norm, look)
        features.add(44, y1, y2, look)
        features.add(45, n1.shape, look, y1)
        // One feature a class of the gazetteer: the union of many classes is rare.
        var classes = g >> 2
        while classes != 0 {
            let bit = UInt64(classes.trailingZeroBitCount)
            features.add(46, bit, g & 3, look)
            features.add(47, bit, y1)
            classes &= classes - 1
        }
    }
}
