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
    /// The first mention of each cluster, by its representative.
    private var first: [Int]
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
        first = Array(mentions.indices)
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

    /// The cluster's first mention in the text.
    func first(of mention: Int) -> Int { first[cluster(mention)] }

    /// Members that were joined last: of a large cluster there is no need to look at all.
    func recentMembers(of mention: Int) -> ArraySlice<Int> { members[cluster(mention)].suffix(24) }

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
        guard agreements[a].allows(agreements[b]), PersonName.areCompatible(personNames[a], personNames[b]) else {
            return false
        }
        let (root, other) = members[a].count >= members[b].count ? (a, b) : (b, a)
        parent[other] = root
        agreements[root] = agreements[root].narrowed(by: agreements[other])
        members[root] += members[other]
        members[other] = []
        first[root] = min(first[root], first[other])
        for name in personNames[other] where !personNames[root].contains(name) { personNames[root].append(name) }
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
            .map(withoutOverlaps)
            .filter { $0.count > 1 }
            .sorted {
                ($0[0].tokens.lowerBound, $0[0].tokens.upperBound) < ($1[0].tokens.lowerBound, $1[0].tokens.upperBound)
            }
    }

    /// Of two mentions of a chain that overlap without one being inside of the other the first one.
    private func withoutOverlaps(_ chain: [Mention]) -> [Mention] {
        var kept: [Mention] = []
        for mention in chain {
            let crosses = kept.suffix(4).contains {
                $0.tokens.overlaps(mention.tokens) && $0.tokens.upperBound < mention.tokens.upperBound
                    || $0.tokens == mention.tokens
            }
            if !crosses { kept.append(mention) }
        }
        return kept
    }
}
