/// A sentence in the tagger's hands: its words and tags, with two of padding at each end.
struct TaggerSentence {
    /// The tag of what is outside of the sentence.
    static let outside: UInt8 = 255

    private(set) var words: [Word] = []
    var xpos: [UInt8] = []
    var upos: [UInt8] = []

    mutating func read(_ tokens: ArraySlice<Word>) {
        words.removeAll(keepingCapacity: true)
        words.append(.outside)
        words.append(.outside)
        words.append(contentsOf: tokens)
        words.append(.outside)
        words.append(.outside)
        xpos.removeAll(keepingCapacity: true)
        xpos.append(contentsOf: repeatElement(Self.outside, count: words.count))
        upos.removeAll(keepingCapacity: true)
        upos.append(contentsOf: repeatElement(Self.outside, count: words.count))
    }

    func xposFeatures(_ index: Int, into features: inout FeatureBuffer) {
        words.withUnsafeBufferPointer { words in
            xpos.withUnsafeBufferPointer { tags in
                guard let word = words.baseAddress, let tag = tags.baseAddress else { return }
                TaggerFeatures.xpos(
                    word + index + 2, tag + index + 2, isLast: index + 5 == words.count, into: &features)
            }
        }
    }

    func uposFeatures(_ index: Int, into features: inout FeatureBuffer) {
        words.withUnsafeBufferPointer { words in
            xpos.withUnsafeBufferPointer { xpos in
                upos.withUnsafeBufferPointer { upos in
                    guard let word = words.baseAddress, let x = xpos.baseAddress, let u = upos.baseAddress else { return }
                    TaggerFeatures.upos(word + index + 2, x + index + 2, u + index + 2, into: &features)
                }
            }
        }
    }
}
