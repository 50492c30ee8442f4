import Language

/// An unpacked analysis that is handed on by reference: copying a `Document` copies two dozen columns.
public final class StoredDocument: Sendable {
    public let columns: Document

    init(_ document: Document) {
        columns = document
    }

    // MARK: As in `Document`

    @inlinable public var count: Int { columns.starts.count }
    @inlinable public var upos: [UniversalTag] { columns.upos }
    @inlinable public var xpos: [PennTag] { columns.xpos }
    @inlinable public var heads: [Int32] { columns.heads }
    @inlinable public var relations: [Relation] { columns.relations }
    @inlinable public var starts: [Int32] { columns.starts }
    @inlinable public var ends: [Int32] { columns.ends }
    @inlinable public var sentences: [Sentence] { columns.sentences }
    @inlinable public var entities: [NamedEntity] { columns.entities }

    public func form(_ token: Int) -> String { columns.form(token) }
    public func norm(_ token: Int) -> String { columns.norm(token) }
    public func lemma(_ token: Int) -> String { columns.lemma(token) }
    public func head(of token: Int) -> Int? { columns.head(of: token) }
    public func sentence(of token: Int) -> Int { columns.sentence(of: token) }
    public func entity(at token: Int) -> NamedEntity? { columns.entity(at: token) }
    public func byteRange(_ tokens: Range<Int>) -> Range<Int> { columns.byteRange(tokens) }
    public func string(_ tokens: Range<Int>) -> String { columns.string(tokens) }
    public func string(bytes: Range<Int>) -> String { columns.string(bytes: bytes) }
}
