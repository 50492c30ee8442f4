/// What could stand at a place, for people: what most wordings have there comes first.
struct Expectations {
    private var weights: [String: Double] = [:]
    private var order: [String] = []
    private var wordWeights: [String: Double] = [:]

    /// What could stand there, as it is told.
    var expected: [String] { order.indices.sorted { rank(order[$0], $0) < rank(order[$1], $1) }.map { order[$0] } }

    /// All words that could stand there, the likeliest first.
    var words: [String] { wordWeights.keys.sorted { (-(wordWeights[$0] ?? 0), $0) < (-(wordWeights[$1] ?? 0), $1) } }

    private func rank(_ text: String, _ index: Int) -> (Double, Int) { (-(weights[text] ?? 0), index) }

    /// Notes what leads on from a state. Each wording counts the same, however many words may stand in it.
    mutating func note(_ edges: Range<Int>, _ automaton: Automaton, filters: [FilterRule]) {
        var alternatives: [Int32: Int] = [:]
        for edge in edges.map({ automaton.edges[$0] }) {
            alternatives[automaton.wordingOfState[Int(edge.target)], default: 0] += size(of: edge, automaton)
        }
        for edge in edges.map({ automaton.edges[$0] }) {
            note(
                edge, weight: 1 / Double(alternatives[automaton.wordingOfState[Int(edge.target)]] ?? 1), automaton,
                filters)
        }
    }

    private func size(of edge: Automaton.Edge, _ automaton: Automaton) -> Int {
        edge.kind == .words ? automaton.wordSets[Int(edge.payload)].count : 1
    }

    private mutating func note(_ edge: Automaton.Edge, weight: Double, _ automaton: Automaton, _ filters: [FilterRule])
    {
        switch edge.kind {
        case .words:
            for word in automaton.wordSets[Int(edge.payload)].sorted() where !word.contains("'") {
                wordWeights[word, default: 0] += weight
                expect(word, weight)
            }
        case .name: expect("a name", weight)
        case .kind: expect("a kind of thing (people, countries ...)", weight)
        case .clause, .rest: expect("some words", weight)
        case .verb, .adjective: expect("a verb", weight)
        case .noun: expect("demands, proposals, promises ...", weight)
        case .number: expect("a number", weight)
        case .date: expect("a date", weight)
        case .publisher: expect("a publisher", weight)
        case .quoted: expect("words in quotation marks", weight)
        case .filter:
            if edge.payload >= 0 { expect(filters[Int(edge.payload)].name, weight) }
        }
    }

    private mutating func expect(_ text: String, _ weight: Double) {
        if weights[text] == nil { order.append(text) }
        weights[text, default: 0] += weight
    }
}
