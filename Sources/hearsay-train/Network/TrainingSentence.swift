import Language

/// A sentence as the network learns from it: rows of features, and what is known of each word.
struct TrainingSentence {
    /// Rows of the feature table from 1, `WordFeatures.capacity` a word; 0 where a key has no row.
    var rows: [Int32]
    /// The head of each word from 1, 0 for the root; -1 where it is not known.
    var heads: [Int16]
    /// Classes that are right, a bit each; no bit where nothing is known.
    var relations: [UInt64]
    var xpos: [UInt64]
    var upos: [UInt64]
    var entities: [UInt64]
    /// Outside, beginning, inside of a cue, a source, a content.
    var cues: [UInt64] = []
    var sources: [UInt64] = []
    var contents: [UInt64] = []
    /// Whether a word is a proper noun or part of a name.
    var isName: [Bool] = []
    /// Whether the trees and tags are those of another program and have another scheme.
    var isSilver: Bool

    var count: Int { heads.count }
}

/// The features that have a row of their own: those that the training sentences hold often enough.
struct FeatureVocabulary {
    private var counts: [UInt64: Int32] = [:]
    /// In the order they were first kept.
    private(set) var keys: [UInt64] = []
    private var rows: [UInt64: Int32] = [:]

    mutating func count(_ sentenceKeys: [UInt64]) {
        for key in sentenceKeys where key != 0 { counts[key, default: 0] += 1 }
    }

    /// Keeps what was counted at least so often.
    mutating func close(minimum: Int32) {
        keys = counts.lazy.filter { $0.value >= minimum }.map(\.key).sorted()
        rows = Dictionary(uniqueKeysWithValues: zip(keys, 1...))
        counts = [:]
    }

    func rows(_ sentenceKeys: [UInt64]) -> [Int32] { sentenceKeys.map { rows[$0] ?? 0 } }
}

extension WordFeatures {
    /// The keys of some tokens, `capacity` a token.
    func keys(_ tokens: Range<Int>) -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: tokens.count * Self.capacity) { buffer, count in
            count = tokens.count * Self.capacity
            guard let base = buffer.baseAddress else { return }
            base.initialize(repeating: 0, count: count)
            for (index, token) in tokens.enumerated() { _ = keys(token, into: base + index * Self.capacity) }
        }
    }
}
