/// Entities in the order in which they were added. Most lists have one, which takes no memory of its own.
struct EntityList: Sendable, Equatable {
    private enum Content: Sendable, Equatable {
        case one(Entity.ID)
        case several([Entity.ID])
    }

    private var content = Content.several([])

    init() {}

    init(_ ids: [Entity.ID]) {
        content = ids.count == 1 ? .one(ids[0]) : .several(ids)
    }

    var ids: [Entity.ID] {
        switch content {
        case .one(let id): [id]
        case .several(let ids): ids
        }
    }

    var last: Entity.ID? {
        switch content {
        case .one(let id): id
        case .several(let ids): ids.last
        }
    }

    /// Adds to the end, save what is the end already.
    mutating func append(_ id: Entity.ID) { if last != id { self = EntityList(ids + [id]) } }
}
