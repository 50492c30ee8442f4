/// Tags the tokens of sentences: XPOS greedily from left to right, then UPOS from the XPOS on both sides.
///
/// Needs `starts`, `ends` and `sentences`; sets `xpos` and `upos`. Linear models over hashed features, trained by
/// averaged perceptron (Collins 2002).
package struct Tagger: Sendable {
    static let xposFile = "weights/xpos.model"
    static let uposFile = "weights/upos.model"

    private let xpos: LinearModel
    private let upos: LinearModel

    /// Reads the embedded weights.
    init() throws(ModelError) {
        try self.init(
            xpos: LinearModel(resource: Self.xposFile, templates: TaggerFeatures.xposTemplates),
            upos: LinearModel(resource: Self.uposFile, templates: TaggerFeatures.uposTemplates))
    }

    /// Reads weights that were just trained.
    package init(xpos: [UInt8], upos: [UInt8]) throws(ModelError) {
        try self.init(
            xpos: LinearModel(xpos, name: Self.xposFile, templates: TaggerFeatures.xposTemplates),
            upos: LinearModel(upos, name: Self.uposFile, templates: TaggerFeatures.uposTemplates))
    }

    private init(xpos: LinearModel, upos: LinearModel) throws(ModelError) {
        guard xpos.classes == PennTag.allCases.map(\.name) else {
            throw ModelError(model: Self.xposFile, reason: .classes)
        }
        guard upos.classes == UniversalTag.allCases.map(\.name) else {
            throw ModelError(model: Self.uposFile, reason: .classes)
        }
        self.xpos = xpos
        self.upos = upos
    }

    /// Tags every token of the document.
    package func tag(_ document: inout Document, _ column: WordColumn) {
        document.xpos = Array(repeating: .nn, count: document.count)
        document.upos = Array(repeating: .noun, count: document.count)
        var features = FeatureBuffer(capacity: TaggerFeatures.capacity)
        var xposScores = Scores(count: xpos.classes.count)
        var uposScores = Scores(count: upos.classes.count)
        var sentence = TaggerSentence()
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            sentence.read(column.words[tokens])
            for index in 0..<tokens.count {
                sentence.xposFeatures(index, into: &features)
                xpos.score(features, into: &xposScores)
                sentence.xpos[index + 2] = UInt8(xposScores.best)
            }
            for index in 0..<tokens.count {
                sentence.uposFeatures(index, into: &features)
                upos.score(features, into: &uposScores)
                sentence.upos[index + 2] = UInt8(uposScores.best)
            }
            for (index, token) in tokens.enumerated() {
                document.xpos[token] = PennTag(rawValue: sentence.xpos[index + 2]) ?? .xx
                document.upos[token] = UniversalTag(rawValue: sentence.upos[index + 2]) ?? .x
            }
        }
    }
}

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
