/// Tags the tokens of sentences: XPOS greedily from left to right, then UPOS from the XPOS on both sides.
///
/// Needs `starts`, `ends` and `sentences`; sets `xpos` and `upos`. Linear models over hashed features, trained by
/// averaged perceptron (Collins 2002).
package struct Tagger: Sendable {
    private let xpos: XposTagger
    private let upos: UposTagger

    /// Reads the embedded weights.
    init() throws(ModelError) {
        xpos = try XposTagger(LinearModel(resource: XposTagger.file, templates: TaggerFeatures.xposTemplates))
        upos = try UposTagger(LinearModel(resource: UposTagger.file, templates: TaggerFeatures.uposTemplates))
    }

    /// Reads weights that were just trained.
    package init(xpos: [UInt8], upos: [UInt8]) throws(ModelError) {
        self.xpos = try XposTagger(model: xpos)
        self.upos = try UposTagger(model: upos)
    }

    /// Tags every token of the document.
    package func tag(_ document: inout Document, _ words: WordColumn) {
        xpos.tag(&document, words)
        upos.tag(&document, words)
    }
}

/// Sets `xpos`.
package struct XposTagger: Sendable {
    static let file = "weights/xpos.model"

    private let model: LinearModel

    /// Reads weights that were just trained.
    package init(model: [UInt8]) throws(ModelError) {
        try self.init(LinearModel(model, name: Self.file, templates: TaggerFeatures.xposTemplates))
    }

    init(_ model: LinearModel) throws(ModelError) {
        guard model.classes == PennTag.allCases.map(\.name) else { throw ModelError(model: Self.file, reason: .classes) }
        self.model = model
    }

    package func tag(_ document: inout Document, _ column: WordColumn) {
        document.xpos = Array(repeating: .nn, count: document.count)
        var features = FeatureBuffer(capacity: TaggerFeatures.capacity)
        var scores = Scores(count: model.classes.count)
        var sentence = TaggerSentence()
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            sentence.read(column.words[tokens])
            for (index, token) in tokens.enumerated() {
                sentence.xposFeatures(index, into: &features)
                model.score(features, into: &scores)
                let best = UInt8(scores.best)
                sentence.xpos[index + 2] = best
                document.xpos[token] = PennTag(rawValue: best) ?? .xx
            }
        }
    }
}

/// Needs `xpos`; sets `upos`.
package struct UposTagger: Sendable {
    static let file = "weights/upos.model"

    private let model: LinearModel

    /// Reads weights that were just trained.
    package init(model: [UInt8]) throws(ModelError) {
        try self.init(LinearModel(model, name: Self.file, templates: TaggerFeatures.uposTemplates))
    }

    init(_ model: LinearModel) throws(ModelError) {
        guard model.classes == UniversalTag.allCases.map(\.name) else {
            throw ModelError(model: Self.file, reason: .classes)
        }
        self.model = model
    }

    package func tag(_ document: inout Document, _ column: WordColumn) {
        document.upos = Array(repeating: .noun, count: document.count)
        var features = FeatureBuffer(capacity: TaggerFeatures.capacity)
        var scores = Scores(count: model.classes.count)
        var sentence = TaggerSentence()
        for tokens in document.sentences.lazy.map(\.tokens) where !tokens.isEmpty {
            sentence.read(column.words[tokens])
            for (index, token) in tokens.enumerated() { sentence.xpos[index + 2] = document.xpos[token].rawValue }
            for (index, token) in tokens.enumerated() {
                sentence.uposFeatures(index, into: &features)
                model.score(features, into: &scores)
                let best = UInt8(scores.best)
                sentence.upos[index + 2] = best
                document.upos[token] = UniversalTag(rawValue: best) ?? .x
            }
        }
    }
}
