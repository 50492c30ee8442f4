/// The verb classes of `grammar/verbs.classes`: which verbs mean nearly the same, and what their objects are.
///
/// A class only so that handing it on copies nothing; it never changes.
public final class VerbClasses: Sendable {
    /// A class, as an index into `classes`.
    public struct ID: Hashable, Sendable {
        public let index: Int

        init(_ index: Int) {
            self.index = index
        }
    }

    /// A class of verbs, such as "demand".
    public struct Class: Sendable {
        public let name: String
        /// The class this one is a part of; a question about the parent also finds this class.
        public internal(set) var parent: ID?
        /// Classes that answer a question about this one, ranked after its own.
        public internal(set) var near: [ID] = []
        /// Classes that state the opposite.
        public internal(set) var against: [ID] = []
        /// The preposition of the other party, where agent and other party may change places: "with".
        public internal(set) var symmetricMarker: String?
    }

    /// What a verb's objects are.
    public struct Frame: Sendable, Equatable {
        public var classes: [ID] = []
        /// Prepositions that mark the theme: "of" for "accuse".
        public var themeMarkers: [String] = []
        /// Whether the direct object is who it is addressed to, where there is a clause or a marked theme: "tell".
        public var addressesObject = false

        public init(classes: [ID] = []) {
            self.classes = classes
        }
    }

    /// A verb that states the same from the other side: own for "belong to".
    struct Converse: Sendable, Equatable {
        /// What marks who is the agent of the other verb; empty for the object.
        let marker: String
        let verb: String
    }

    /// The classes in the order of the file.
    public let classes: [Class]
    private let idsByName: [String: ID]
    private let verbs: [String: Frame]
    /// The verbs of each class in the file's order.
    private let members: [[String]]
    private let nouns: [String: String]
    private let adjectives: [String: Frame]
    private let particles: [String: Set<String>]
    private let converses: [String: [Converse]]
    private let agents: [String: String]
    private let places: [String: String]

    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake.
    public init(_ text: String, file: String = "verbs.classes") throws {
        let reader = try VerbClassReader(text, file: file)
        classes = reader.classes
        idsByName = reader.ids
        verbs = reader.verbs
        members = reader.members
        nouns = reader.nouns
        adjectives = reader.adjectives
        particles = reader.particles
        converses = reader.converses
        agents = reader.agents
        places = reader.places
    }

    /// All classes in the order of the file.
    public var ids: some Collection<ID> { classes.indices.lazy.map(ID.init) }

    /// The class with this ID.
    public subscript(id: ID) -> Class { classes[id.index] }

    /// The class of this name.
    public func id(named name: String) -> ID? { idsByName[name] }

    /// The frame of a verb lemma ("demand", "call_for"); nil for a verb in no class.
    public func frame(ofVerb lemma: String) -> Frame? { verbs[lemma] }

    /// The frame of an adjective ("afraid").
    public func frame(ofAdjective lemma: String) -> Frame? { adjectives[lemma] }

    /// The verb that a noun is derived from: "accept" for "acceptance".
    public func verb(ofNoun lemma: String) -> String? { nouns[lemma] }

    /// What somebody does whom a noun names by it: "own" for "owner".
    public func verb(ofAgent lemma: String) -> String? { agents[lemma] }

    /// What was done to something at the place that a noun names: "centre" for the "epicentre" of a quake.
    public func verb(ofPlace lemma: String) -> String? { places[lemma] }

    /// What this verb states from the other side.
    func converses(ofVerb lemma: String) -> [Converse] { converses[lemma] ?? [] }

    /// The particles or prepositions that make a verb of their own with this one: "for", "on" for "call".
    public func particles(ofVerb lemma: String) -> Set<String> { particles[lemma] ?? [] }

    /// The verb lemmas of a class, without those of its parts.
    public func verbs(of id: ID) -> [String] { members[id.index] }

    /// Whether `id` is `ancestor` or a part of it.
    public func isPart(_ id: ID, of ancestor: ID) -> Bool { classes.isPart(id, of: ancestor) }

    /// Whether a verb's lemma has a class of this name or a part of it.
    func isVerb(_ lemma: String, inClass name: String) -> Bool {
        guard let frame = frame(ofVerb: lemma), let id = id(named: name) else { return false }
        return frame.classes.contains { isPart($0, of: id) }
    }
}

extension [VerbClasses.Class] {
    /// Whether `id` is `ancestor` or a part of it.
    func isPart(_ id: VerbClasses.ID, of ancestor: VerbClasses.ID) -> Bool {
        var current: VerbClasses.ID? = id
        while let here = current {
            if here == ancestor { return true }
            current = self[here.index].parent
        }
        return false
    }
}
