/// Finds names, dates and numbers, and says what kind each is.
///
/// Needs `sentences`, `xpos` and the words; sets `entities`. A linear model labels tokens from left to right (averaged
/// perceptron, Collins 2002; BILOU and the memory of earlier labels, Ratinov and Roth 2009); rules for whole documents follow.
package struct EntityRecognizer: Sendable {
    static let file = "weights/entities.model"

    private let model: LinearModel
    private let gazetteer: Gazetteer

    /// Reads the embedded weights.
    init() throws(ModelError) {
        try self.init(LinearModel(resource: Self.file, templates: EntityFeatures.templates))
    }

    /// Reads weights that were just trained.
    package init(model: [UInt8]) throws(ModelError) {
        try self.init(LinearModel(model, name: Self.file, templates: EntityFeatures.templates))
    }

    private init(_ model: LinearModel) throws(ModelError) {
        guard model.classes == EntityLabel.names else { throw ModelError(model: Self.file, reason: .classes) }
        self.model = model
        gazetteer = .embedded
    }

    /// Finds the entities of the document.
    package func recognize(_ document: inout Document, _ words: WordColumn) {
        document.entities = labelled(document, words)
        EntityConsistency(document, words, gazetteer).apply(to: &document.entities)
    }

    /// What the model alone finds.
    func labelled(_ document: Document, _ words: WordColumn) -> [NamedEntity] {
        var entities: [NamedEntity] = []
        var features = EntityFeatures(document, words, gazetteer)
        var buffer = FeatureBuffer(capacity: EntityFeatures.capacity)
        var scores = Scores(count: EntityLabel.count)
        for sentence in document.sentences.lazy.map(\.tokens) {
            var last = EntityLabel.outside
            var last2 = EntityLabel.outside
            var start = sentence.lowerBound
            for token in sentence {
                features.fill(&buffer, token, in: sentence, last, last2)
                model.score(buffer, into: &scores)
                let label = EntityLabel(
                    index: scores.best {
                        EntityLabel(index: $0).follows(last, isLast: token == sentence.upperBound - 1)
                    } ?? 0)
                (last, last2) = (label, last)
                switch label.position {
                case .begin: start = token
                case .unit:
                    start = token
                    fallthrough
                case .last:
                    if let kind = label.kind {
                        entities.append(NamedEntity(tokens: start..<token + 1, kind: kind))
                        features.note(kind, start..<token + 1)
                    }
                case .inside, nil: break
                }
            }
        }
        return entities
    }
}
