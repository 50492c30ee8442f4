import Language

/// A document and the entities it should have.
struct EntityExample {
    var document: Document
    /// In order of their first token, without overlaps.
    var entities: [NamedEntity]
    /// Kinds that are marked in this document. A token that is in no marked entity may be of any other kind.
    var markedKinds: Set<NamedEntity.Kind>

    init(
        _ document: Document, _ entities: [NamedEntity],
        marked: Set<NamedEntity.Kind> = Set(NamedEntity.Kind.allCases)
    ) {
        self.document = document
        self.entities = entities
        markedKinds = marked
    }
}
