/// Mentions and how they are joined so far: the sieves read it and join.
struct CoreferenceState {
    let document: Document
    let mentions: [CoreferenceMention]
    let gazetteer: Gazetteer
    let nouns: NounLexicon
    private var parent: [Int]
    private var agreements: [Agreement]
    /// Mentions of each cluster, by its representative.
    private var members: [[Int]]
    /// Full names of the persons in each cluster, as norms.
    private var personNames: [[[String]]]

    init(_ document: Document, _ mentions: [CoreferenceMention], _ gazetteer: Gazetteer, _ nouns: NounLexicon) {
        self.document = document
        self.mentions = mentions
        self.gazetteer = gazetteer
        self.nouns = nouns
        parent = Array(mentions.indices)
        agreements = mentions.map(\.agreement)
        members = mentions.indices.map { [$0] }
        personNames = mentions.map { mention in
            guard mention.kind == .person, let name = mention.name else { return [] }
            return [name.map { document.norm($0) }]
        }
    }

    /// The representative of a mention's cluster.
    func cluster(_ mention: Int) -> Int {
        var root = mention
        while parent[root] != root { root = parent[root] }
        return root
    }

    func members(of mention: Int) -> [Int] { members[cluster(mention)] }

    func agreement(of mention: Int) -> Agreement { agreements[cluster(mention)] }

    /// The names that persons of the cluster go by, as norms.
    func personNames(of mention: Int) -> [[String]] { personNames[cluster(mention)] }

    /// The kind of the first name in the cluster.
    func kind(of mention: Int) -> NamedEntity.Kind? {
        members(of: mention).lazy.compactMap { mentions[$0].kind }.first
    }

    func areJoined(_ a: Int, _ b: Int) -> Bool { cluster(a) == cluster(b) }

    /// Joins two clusters, unless they cannot be the same: other genders, or persons of other names.
    @discardableResult
    mutating func join(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (cluster(a), cluster(b))
        guard a != b else { return true }
        guard agreements[a].allows(agreements[b]), PersonName.areCompatible(personNames[a], personNames[b]) else { return false }
        let (root, other) = members[a].count >= members[b].count ? (a, b) : (b, a)
        parent[other] = root
        agreements[root] = agreements[root].narrowed(by: agreements[other])
        members[root] += members[other]
        members[other] = []
        personNames[root] += personNames[other]
        return true
    }

    /// The norms of a name.
    func words(_ tokens: Range<Int>) -> [String] { tokens.map { document.norm($0) } }

    /// The chains: mentions in textual order, at least two.
    func chains() -> [[Mention]] {
        members.lazy
            .filter { $0.count > 1 }
            .map { members in
                members.sorted().map { mentions[$0].mention }
            }
            .sorted { ($0[0].tokens.lowerBound, $0[0].tokens.upperBound) < ($1[0].tokens.lowerBound, $1[0].tokens.upperBound) }
    }
}
