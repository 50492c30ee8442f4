import Facts

/// All wordings of a grammar as one automaton, without empty edges: made once, run for every question.
struct Automaton: Sendable {
    enum Kind: UInt8, Sendable {
        case words, verb, noun, adjective
        /// E, E2: a name or noun phrase.
        case name
        /// T, C: any words, one of them at least with a meaning.
        case clause
        /// R: any words.
        case rest
        /// N: a kind of thing.
        case kind
        /// A, D, P, Q: a number, a date, a publisher, words in quotation marks.
        case number, date, publisher, quoted
        case filter
    }

    struct Edge: Sendable {
        var kind: Kind
        var form = Wording.Form.any
        /// Words: the set; verb: the class in `verbClasses`, or -1; slots: the slot in `slotNames`; filter: its index, or -1 for any.
        var payload: Int32 = -1
        var target: Int32
        /// Whether nothing can follow but filters: the slot need not end before the question or a filter does.
        var isLast = false
    }

    private(set) var edges: [Edge] = []
    /// Where each state's edges begin; one more than there are states.
    private(set) var firstEdge: [Int32] = [0]
    /// The wording that each state accepts; -1 for none.
    private(set) var acceptedWording: [Int32] = []
    /// The index of each wording's shape or filter.
    private(set) var ownerOfWording: [Int] = []
    /// Which wording a state belongs to; -1 for the first state, which all share.
    private(set) var wordingOfState: [Int32] = []
    private(set) var slotNames: [String] = []
    private(set) var verbClasses: [String] = []
    private(set) var wordSets: [Set<String>] = []
    private var wordIDs: [String: Int32] = [:]
    private var setsOfWord: [[Bool]] = []

    /// The slot T, which dates may follow; -1 where no wording has it.
    private(set) var topicSlot: Int32 = -1
    var stateCount: Int { acceptedWording.count }
    /// All words that wordings name.
    var words: Dictionary<String, Int32>.Keys { wordIDs.keys }

    func edges(of state: Int32) -> Range<Int> { Int(firstEdge[Int(state)])..<Int(firstEdge[Int(state) + 1]) }

    /// The number of a word that wordings name; -1 for another.
    func id(of word: String) -> Int32 { wordIDs[word] ?? -1 }

    func accepts(_ word: Int32, set: Int32) -> Bool { word >= 0 && setsOfWord[Int(word)][Int(set)] }

    /// - Parameter filters: the names of the filters that wordings may name.
    init(_ owners: [[Wording]], filters: [String]) {
        var perState: [[Edge]] = [[]]
        acceptedWording = [-1]
        wordingOfState = [-1]
        var setIDs: [Set<String>: Int32] = [:]
        for (owner, wordings) in owners.enumerated() {
            for wording in wordings {
                let index = Int32(ownerOfWording.count)
                ownerOfWording.append(owner)
                let offset = Int32(perState.count)
                for state in wording.states.indices {
                    let reached = Self.closure(of: state, in: wording)
                    perState.append(
                        reached.flatMap { wording.states[$0] }.filter { $0.label != .empty }.map {
                            edge($0, wording, offset: offset, filters: filters, sets: &setIDs)
                        })
                    acceptedWording.append(reached.contains(wording.accepting) ? index : -1)
                    wordingOfState.append(index)
                }
                // Where the wording begins, all begin.
                perState[0] += perState[Int(offset)]
            }
        }
        topicSlot = slotNames.firstIndex(of: "T").map(Int32.init) ?? -1
        for edges in perState {
            self.edges += edges
            firstEdge.append(Int32(self.edges.count))
        }
        setsOfWord =
            wordIDs.isEmpty
            ? [] : Array(repeating: Array(repeating: false, count: wordSets.count), count: wordIDs.count)
        for (set, words) in wordSets.enumerated() {
            for word in words {
                if let id = wordIDs[word] { setsOfWord[Int(id)][set] = true }
            }
        }
    }

    private static func closure(of state: Int, in wording: Wording) -> [Int] {
        var reached = [state]
        var next = 0
        while next < reached.count {
            for edge in wording.states[reached[next]] where edge.label == .empty && !reached.contains(edge.target) {
                reached.append(edge.target)
            }
            next += 1
        }
        return reached
    }

    private mutating func edge(
        _ edge: Wording.Edge, _ wording: Wording, offset: Int32, filters: [String], sets: inout [Set<String>: Int32]
    ) -> Edge {
        let target = offset + Int32(edge.target)
        let onward = Self.closure(of: edge.target, in: wording).flatMap { wording.states[$0] }
        let isLast = onward.allSatisfy { if case .empty = $0.label { true } else { false } }
        switch edge.label {
        case .empty: preconditionFailure("empty edges are closed before")
        case .words(let words):
            if sets[words] == nil {
                sets[words] = Int32(wordSets.count)
                wordSets.append(words)
                for word in words.sorted() where wordIDs[word] == nil { wordIDs[word] = Int32(wordIDs.count) }
            }
            return Edge(kind: .words, payload: sets[words] ?? -1, target: target, isLast: isLast)
        case .verb(let name, let form):
            return Edge(
                kind: .verb, form: form, payload: name.map { Self.index(of: $0, in: &verbClasses) } ?? -1,
                target: target, isLast: isLast)
        case .noun: return Edge(kind: .noun, target: target, isLast: isLast)
        case .adjective: return Edge(kind: .adjective, target: target, isLast: isLast)
        case .filter(let name):
            return Edge(
                kind: .filter, payload: name.flatMap { filters.firstIndex(of: $0) }.map(Int32.init) ?? -1,
                target: target, isLast: isLast)
        case .slot(let name):
            return Edge(
                kind: Self.kind(ofSlot: name), payload: Self.index(of: name, in: &slotNames), target: target,
                isLast: isLast)
        }
    }

    private static func kind(ofSlot name: String) -> Kind {
        switch name {
        case "E", "E2": .name
        case "N": .kind
        case "R": .rest
        case "A": .number
        case "D", "D2": .date
        case "P": .publisher
        case "Q": .quoted
        default: .clause
        }
    }

    private static func index(of name: String, in names: inout [String]) -> Int32 {
        if let index = names.firstIndex(of: name) { return Int32(index) }
        names.append(name)
        return Int32(names.count - 1)
    }
}
