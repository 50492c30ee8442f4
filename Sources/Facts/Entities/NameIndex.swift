import Packing

/// Entities by a name, or by a word of their names. What a saved session brings is looked up in the columns it comes in.
struct NameIndex: Sendable {
    private var saved = SortedWords()
    /// The entities of each saved name, in its order.
    private var savedIDs = Postings()
    /// Names that are not saved, and those to which something was added.
    private var changed: [String: EntityList] = [:]

    init() {}

    /// The entities with this name, in the order in which they came.
    subscript(name: String) -> [Entity.ID] {
        if !changed.isEmpty, let list = changed[name] { return list.ids }
        return saved.place(of: name).map { Array(savedIDs[$0]) } ?? []
    }

    /// The same without a list of its own.
    func slice(_ name: String) -> ArraySlice<Entity.ID> {
        if !changed.isEmpty, let list = changed[name] { return list.ids[...] }
        return saved.place(of: name).map { savedIDs[$0] } ?? []
    }

    /// Whether any entity has this name.
    func contains(_ name: String) -> Bool {
        if !changed.isEmpty, let list = changed[name] { return !list.ids.isEmpty }
        return saved.place(of: name).map { !savedIDs[$0].isEmpty } ?? false
    }

    /// All names, in no order.
    var names: [String] {
        saved.words.filter { changed[$0] == nil } + changed.keys
    }

    mutating func append(_ id: Entity.ID, to name: String) {
        if changed[name] == nil { changed[name] = EntityList(self[name]) }
        changed[name]?.append(id)
    }

    mutating func remove(_ id: Entity.ID, from name: String) {
        let ids = self[name]
        if ids.contains(id) { changed[name] = EntityList(ids.filter { $0 != id }) }
    }

    // MARK: Bytes

    func write(to writer: inout PackedWriter) {
        let sorted = names.sorted(by: SortedWords.areInOrder)
        SortedWords.write(sorted, to: &writer)
        writer.write(lists: sorted.map { self[$0] })
    }

    /// - Parameter entities: How many entities there are.
    init(from reader: inout PackedReader, entities: Int) throws(PackedError) {
        saved = try SortedWords(from: &reader)
        savedIDs = try Postings(from: &reader, lists: saved.count, below: entities)
        // Words beyond ASCII can be the same in other bytes.
        for place in saved.otherPlaces { changed[saved[place]] = EntityList(Array(savedIDs[place])) }
    }
}
