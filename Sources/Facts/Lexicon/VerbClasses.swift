/// The verb classes of `grammar/verbs.classes`: which verbs mean nearly the same, and what their objects are.
public struct VerbClasses: Sendable {
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
    public private(set) var classes: [Class] = []
    private var ids: [String: ID] = [:]
    private var verbs: [String: Frame] = [:]
    /// The verbs of each class in the file's order.
    private var members: [[String]] = []
    private var nouns: [String: String] = [:]
    private var adjectives: [String: Frame] = [:]
    private var particles: [String: Set<String>] = [:]
    private var converses: [String: [Converse]] = [:]
    private var agents: [String: String] = [:]
    private var places: [String: String] = [:]

    /// The class with this ID.
    public subscript(id: ID) -> Class { classes[id.index] }

    /// The class of this name.
    public func id(named name: String) -> ID? { ids[name] }

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
    public func isPart(_ id: ID, of ancestor: ID) -> Bool {
        var current: ID? = id
        while let here = current {
            if here == ancestor { return true }
            current = classes[here.index].parent
        }
        return false
    }
}

// MARK: - Reading the file

extension VerbClasses {
    /// Reads the file's text.
    ///
    /// - Throws: `GrammarError` with line and column of the first mistake.
    public init(_ text: String, file: String = "verbs.classes") throws {
        let lines = GrammarLines(text)
        for line in lines where line.words[0] == "class" {
            guard line.words.count >= 2 else {
                throw GrammarError(
                    file: file, line: line.number, column: 6, message: "a class needs a name: class NAME [< PARENT]")
            }
            guard ids[line.words[1]] == nil else {
                throw GrammarError(
                    file: file, line: line.number, column: 7, message: "the class \(line.words[1]) was defined before")
            }
            let id = ID(classes.count)
            ids[line.words[1]] = id
            classes.append(Class(name: line.words[1]))
            members.append([])
        }
        var current: ID?
        for line in lines {
            let words = line.words
            if words[0] == "class" {
                current = ids[words[1]]
                if words.count == 4, words[2] == "<", let current {
                    let parent = try known(words[3], in: line, file: file)
                    guard !isPart(parent, of: current) else {
                        throw GrammarError(
                            file: file, line: line.number, column: 1, message: "\(words[1]) would be a part of itself")
                    }
                    classes[current.index].parent = parent
                }
                continue
            }
            guard let current else {
                throw GrammarError(
                    file: file, line: line.number, column: 1, message: "expected class NAME before this line")
            }
            try read(words, of: current, in: line, file: file)
        }
    }

    private mutating func read(_ words: [String], of current: ID, in line: GrammarLines.Line, file: String) throws {
        switch words[0] {
        case "verbs":
            for word in words.dropFirst() { addVerb(word, to: current) }
        case "adjectives":
            for word in words.dropFirst() {
                let (lemma, frame) = Self.entry(word)
                adjectives[lemma, default: Frame()].merge(frame, class: current)
            }
        case "nouns", "agents", "places":
            for word in words.dropFirst() {
                let parts = word.split(separator: "=").map(String.init)
                guard parts.count == 2 else {
                    throw GrammarError(
                        file: file, line: line.number, column: line.column(of: word),
                        message: "expected NOUN=VERB, found \(word)")
                }
                switch words[0] {
                case "nouns": nouns[parts[0]] = nouns[parts[0]] ?? parts[1]
                case "agents": agents[parts[0]] = agents[parts[0]] ?? parts[1]
                default: places[parts[0]] = places[parts[0]] ?? parts[1]
                }
            }
        case "symmetric":
            guard words.count == 2 else {
                throw GrammarError(file: file, line: line.number, column: 1, message: "expected symmetric PREPOSITION")
            }
            classes[current.index].symmetricMarker = words[1]
        case "converse":
            for word in words.dropFirst() {
                let parts = word.split(separator: "=").map { $0.split(separator: "/").map(String.init) }
                guard parts.count == 2, parts[0].count <= 2, let verb = parts[0].first, parts[1].count == 1 else {
                    throw GrammarError(
                        file: file, line: line.number, column: line.column(of: word),
                        message: "expected VERB/PREPOSITION=VERB, found \(word)")
                }
                converses[verb, default: []].append(
                    Converse(marker: parts[0].count == 2 ? parts[0][1] : "", verb: parts[1][0]))
            }
        case "near":
            for word in words.dropFirst() { classes[current.index].near.append(try known(word, in: line, file: file)) }
        case "against":
            for word in words.dropFirst() {
                classes[current.index].against.append(try known(word, in: line, file: file))
            }
        default:
            throw GrammarError(
                file: file, line: line.number, column: line.column(of: words[0]),
                message:
                    "expected class, verbs, nouns, agents, places, adjectives, symmetric, converse, near or against, found \(words[0])"
            )
        }
    }

    private func known(_ name: String, in line: GrammarLines.Line, file: String) throws -> ID {
        guard let id = ids[name] else {
            throw GrammarError(
                file: file, line: line.number, column: line.column(of: name),
                message: "there is no class \(name) in this file")
        }
        return id
    }

    private mutating func addVerb(_ word: String, to current: ID) {
        let (lemma, frame) = Self.entry(word)
        verbs[lemma, default: Frame()].merge(frame, class: current)
        members[current.index].append(lemma)
        if let cut = lemma.firstIndex(of: "_") {
            particles[String(lemma[..<cut]), default: []].insert(String(lemma[lemma.index(after: cut)...]))
        }
    }

    private static func entry(_ word: String) -> (lemma: String, frame: Frame) {
        let parts = word.split(separator: "/", maxSplits: 1)
        var lemma = String(parts.first ?? "")
        var frame = Frame()
        if lemma.hasSuffix(">") {
            lemma.removeLast()
            frame.addressesObject = true
        }
        if parts.count == 2 { frame.themeMarkers = parts[1].split(separator: ",").map(String.init) }
        return (lemma, frame)
    }
}

extension VerbClasses.Frame {
    fileprivate mutating func merge(_ other: Self, class id: VerbClasses.ID) {
        if !classes.contains(id) { classes.append(id) }
        for marker in other.themeMarkers where !themeMarkers.contains(marker) { themeMarkers.append(marker) }
        addressesObject = addressesObject || other.addressesObject
    }
}
