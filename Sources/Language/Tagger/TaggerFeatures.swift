/// The features of the two taggers. Change a template and the weights must be trained again: add to its `version`.
enum TaggerFeatures {
    static let xposTemplates = "xpos 2: norm form shape affixes neighbours casing tags-before"
    static let uposTemplates = "upos 2: norm shape suffix xpos-around upos-before"

    /// Room for the features of one token.
    static let capacity = 64

    /// Features of an XPOS, chosen from left to right; `tags` holds those before, shifted by 2.
    static func xpos(
        _ words: UnsafePointer<Word>, _ tags: UnsafePointer<UInt8>, isLast: Bool, into features: inout FeatureBuffer
    ) {
        let (word, next, next2) = (words[0], words[1], words[2])
        let (last, last2) = (words[-1], words[-2])
        let t1 = UInt64(tags[-1])
        let t2 = UInt64(tags[-2])
        let casing = UInt64(word.casing.rawValue)
        let look = word.shape &+ casing
        let isFirst: UInt64 = last.norm == 0 ? 1 : 0

        features.removeAll()
        features.add(0)
        features.add(1, word.norm)
        features.add(2, word.form)
        features.add(3, look, isFirst)
        features.add(4, word.suffix(1))
        features.add(5, word.suffix(2))
        features.add(6, word.suffix(3))
        features.add(7, word.suffix(4))
        features.add(8, word.prefix(1))
        features.add(9, word.prefix(2))
        features.add(10, word.prefix(3))
        features.add(11, word.prefix(4))
        features.add(12, word.suffix(3), look)
        features.add(13, word.suffix(2), word.prefix(1), look)
        features.add(14, t1)
        features.add(15, t1, t2)
        features.add(16, t1, word.norm)
        features.add(17, t1, word.suffix(3))
        features.add(18, t1, look)
        features.add(19, last.norm)
        features.add(20, last2.norm)
        features.add(21, next.norm)
        features.add(22, next2.norm)
        features.add(23, last.norm, word.norm)
        features.add(24, word.norm, next.norm)
        features.add(25, last.norm, next.norm)
        features.add(26, t1, next.norm)
        features.add(27, last.suffix(3))
        features.add(28, next.suffix(3))
        features.add(29, last.shape, look)
        features.add(30, next.shape, look)
        features.add(31, word.suffix(3), next.suffix(3))
        features.add(32, t1, t2, word.norm)
        features.add(33, t1, word.suffix(2), next.suffix(2))
        features.add(34, word.norm, look)
        features.add(35, next.norm, next2.norm)
        features.add(36, next2.suffix(3), word.suffix(2))
        features.add(37, isLast ? 1 : 0, look)
        features.add(38, t1, next.suffix(3), word.suffix(3))
        features.add(39, t1, t2, look)
    }

    /// Features of a UPOS; all XPOS are known, of the UPOS those before. Both are shifted by 2.
    static func upos(
        _ words: UnsafePointer<Word>, _ xpos: UnsafePointer<UInt8>, _ upos: UnsafePointer<UInt8>,
        into features: inout FeatureBuffer
    ) {
        let word = words[0]
        let x = UInt64(xpos[0])
        let (x1, x2) = (UInt64(xpos[1]), UInt64(xpos[2]))
        let (xm1, xm2) = (UInt64(xpos[-1]), UInt64(xpos[-2]))
        let u1 = UInt64(upos[-1])

        features.removeAll()
        features.add(0, x)
        features.add(1, word.norm)
        features.add(2, word.norm, x)
        features.add(3, word.suffix(3), x)
        features.add(4, x, x1)
        features.add(5, x, x1, x2)
        features.add(6, xm1, x)
        features.add(7, xm2, xm1, x)
        features.add(8, xm1, x, x1)
        features.add(9, word.norm, x, x1)
        features.add(10, word.norm, xm1, x)
        features.add(11, word.norm, x1, x2)
        features.add(12, x, words[1].norm)
        features.add(13, x, words[-1].norm)
        features.add(14, word.norm, words[1].norm)
        features.add(15, word.norm, words[-1].norm)
        features.add(16, word.norm, x, words[2].norm)
        features.add(17, u1, x)
        features.add(18, u1, word.norm)
        features.add(19, word.shape, x)
        features.add(20, word.form, x)
        features.add(21, word.norm, x1, x2, xm1)
        features.add(22, word.norm, words[1].suffix(3))
    }
}
