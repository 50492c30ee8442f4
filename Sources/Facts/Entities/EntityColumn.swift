import Packing

/// The entities of all articles, in order. Those of a saved session are unpacked block by block, when one of them is wanted.
public struct EntityColumn: RandomAccessCollection, Sendable {
    private var made: [Entity] = []
    /// Where the entities come from, until one is added or changes.
    private var saved: SavedEntities?

    init() {}

    init(_ saved: SavedEntities) {
        self.saved = saved
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { saved?.count ?? made.count }

    public subscript(index: Int) -> Entity {
        _read {
            if let saved {
                yield saved[index]
            } else {
                yield made[index]
            }
        }
        _modify {
            thaw()
            yield &made[index]
        }
    }

    /// What an entity is; costs no copy of it.
    func kind(_ index: Int) -> Entity.Kind {
        guard let saved else { return made[index].kind }
        return saved.kind(index)
    }

    /// The forms of an entity's name; costs no copy of the rest.
    func aliases(_ index: Int) -> [String] {
        guard let saved else { return made[index].aliases }
        return saved.aliases(index)
    }

    func name(_ index: Int) -> String {
        guard let saved else { return made[index].name }
        return saved.name(index)
    }

    func descriptions(_ index: Int) -> [Entity.Description] {
        guard let saved else { return made[index].descriptions }
        return saved.descriptions(index)
    }

    func affiliations(_ index: Int) -> [Entity.ID] {
        guard let saved else { return made[index].affiliations }
        return saved.affiliations(index)
    }

    func mentions(_ index: Int) -> [Entity.Place] {
        guard let saved else { return made[index].mentions }
        return saved.mentions(index)
    }

    mutating func append(_ entity: Entity) {
        thaw()
        made.append(entity)
    }

    /// Unpacks all, so that they can change.
    private mutating func thaw() {
        guard let saved else { return }
        made = saved.all
        self.saved = nil
    }
}

/// Entities as a session file has them: blocks of so many, each packed by itself.
final class SavedEntities: Sendable {
    /// Entities of a block, but for the last.
    static let blockSize = 64

    /// What each entity is, so that a block need not be unpacked for it.
    private let kinds: [Entity.Kind]
    private let blocks: [Lazily<[Entity]>]

    var count: Int { kinds.count }

    subscript(index: Int) -> Entity {
        _read { yield blocks[index / Self.blockSize].value[index % Self.blockSize] }
    }

    func kind(_ index: Int) -> Entity.Kind { kinds[index] }

    func aliases(_ index: Int) -> [String] { blocks[index / Self.blockSize].value[index % Self.blockSize].aliases }

    func name(_ index: Int) -> String { blocks[index / Self.blockSize].value[index % Self.blockSize].name }

    func descriptions(_ index: Int) -> [Entity.Description] {
        blocks[index / Self.blockSize].value[index % Self.blockSize].descriptions
    }

    func affiliations(_ index: Int) -> [Entity.ID] {
        blocks[index / Self.blockSize].value[index % Self.blockSize].affiliations
    }

    func mentions(_ index: Int) -> [Entity.Place] {
        blocks[index / Self.blockSize].value[index % Self.blockSize].mentions
    }

    var all: [Entity] { blocks.flatMap(\.passing) }

    static func write(_ entities: EntityColumn, to writer: inout PackedWriter) {
        writer.write(entities.count)
        let kinds = Deflate.packed((0..<entities.count).map { entities.kind($0).code })
        writer.write(kinds.count)
        writer.write(bytes: kinds)
        for start in stride(from: 0, to: entities.count, by: blockSize) {
            var block = PackedWriter()
            for index in start..<Swift.min(start + blockSize, entities.count) { entities[index].write(to: &block) }
            let packed = Deflate.packed(block.bytes)
            writer.write(block.bytes.count)
            writer.write(packed.count)
            writer.write(bytes: packed)
        }
    }

    /// - Parameter groups: How many groups of names there are.
    init(from reader: inout PackedReader, groups: Int) throws(PackedError) {
        let count = try reader.number(below: 1 << 31)
        var kinds: [Entity.Kind] = []
        kinds.reserveCapacity(count)
        for code in try Deflate.unpacked(try reader.bytes(try reader.count()), count: count) {
            guard let kind = Entity.Kind(code: code) else { throw reader.damage }
            kinds.append(kind)
        }
        var blocks: [Lazily<[Entity]>] = []
        var first = 0
        while first < count {
            let size = try reader.number(below: 1 << 32)
            let packed = try reader.bytes(try reader.count())
            let inBlock = Swift.min(Self.blockSize, count - first)
            blocks.append(
                Lazily {
                    // What cannot be read is an entity without a name, so that others keep their numbers.
                    (try? Self.unpacked(packed, size: size, count: inBlock, entities: count, groups: groups))
                        ?? Array(repeating: Entity(name: "", kind: .other, aliases: []), count: inBlock)
                })
            first += inBlock
        }
        self.kinds = kinds
        self.blocks = blocks
    }

    private static func unpacked(_ packed: [UInt8], size: Int, count: Int, entities: Int, groups: Int)
        throws(PackedError) -> [Entity]
    {
        var reader = PackedReader(try Deflate.unpacked(packed, count: size))
        var block: [Entity] = []
        block.reserveCapacity(count)
        for _ in 0..<count { block.append(try Entity(from: &reader, entities: entities, groups: groups)) }
        return block
    }
}
