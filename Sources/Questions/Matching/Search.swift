/// Runs an automaton over a question: the best path to every state at every token (Viterbi 1967).
///
/// Slots that take any words are open paths that are carried from token to token, one an edge, so the time is linear in the
/// length of the question: tokens times the edges that are alive.
struct Search {
    /// A step of a path: an edge that took tokens.
    struct Node {
        var score: Double
        var previous: Int32
        var state: Int32
        /// The edge, -1 for the beginning, -2 for a filter between the parts, -3 for a comma.
        var edge: Int32
        var start: Int32
        var end: Int32
        /// Which of the readings of the token was taken: the verb, the filter.
        var reading: Int32
    }

    /// A slot that has begun and not ended.
    private struct Open {
        var score: Double
        var node: Int32
        var edge: Int32
        var start: Int32
        var hasMeaning: Bool
    }

    /// The states that are alive before a token.
    private struct Frontier {
        var states: [Int32] = []
        var nodeOfState: [Int32] = []
    }

    let automaton: Automaton
    let readings: TokenReadings
    private(set) var nodes: [Node] = []
    private var frontiers: [Frontier]
    private var open: [Open] = []
    private var openOfEdge: [Int32]
    /// The last token before which a state was alive that expects something, and those states.
    private(set) var furthest = 0
    private(set) var furthestStates: [Int32] = []
    /// How well each of them was come to.
    private(set) var furthestScores: [Int32: Double] = [:]
    /// The states and their nodes, as the search found them.
    private var furthestNodes: [Int32] = []

    /// The longest step: a filter or a name; frontiers behind it are used again.
    static let longestStep = 32

    init(_ automaton: Automaton, _ readings: TokenReadings) {
        self.automaton = automaton
        self.readings = readings
        frontiers = Array(repeating: Frontier(), count: Self.longestStep + 1)
        openOfEdge = Array(repeating: -1, count: automaton.edges.count)
        nodes.reserveCapacity(256 + 16 * readings.count)
    }

    /// The accepting nodes at the end, best first; ties in the order of the file.
    mutating func run(_ tokens: Range<Int>) -> [Int32] {
        add(state: 0, at: tokens.lowerBound, score: 0, previous: -1, edge: -1, start: tokens.lowerBound, reading: 0)
        var accepted: [Int32] = []
        for position in tokens.lowerBound...tokens.upperBound {
            let slot = position % frontiers.count
            // Taken out, so that emptying it copies nothing.
            var frontier = Frontier()
            swap(&frontier, &frontiers[slot])
            let alive = frontier.states.filter {
                !automaton.edges(of: $0).isEmpty && isSound(frontier.nodeOfState[Int($0)], tokens)
            }
            if !alive.isEmpty {
                furthest = position
                furthestStates = alive
                furthestNodes = alive.map { frontier.nodeOfState[Int($0)] }
            }
            if position == tokens.upperBound {
                accepted = frontier.states.filter { automaton.acceptedWording[Int($0)] >= 0 }.map {
                    frontier.nodeOfState[Int($0)]
                }
                break
            }
            for state in frontier.states {
                step(from: state, node: frontier.nodeOfState[Int(state)], at: position, end: tokens.upperBound)
            }
            carry(position, end: tokens.upperBound)
            for state in frontier.states { frontier.nodeOfState[Int(state)] = -1 }
            frontier.states.removeAll(keepingCapacity: true)
            swap(&frontier, &frontiers[slot])
        }
        for (state, node) in zip(furthestStates, furthestNodes) { furthestScores[state] = nodes[Int(node)].score }
        return accepted.sorted {
            nodes[Int($0)].score != nodes[Int($1)].score
                ? nodes[Int($0)].score > nodes[Int($1)].score
                : automaton.acceptedWording[Int(nodes[Int($0)].state)]
                    < automaton.acceptedWording[Int(nodes[Int($1)].state)]
        }
    }

    /// Whether a state is reached by words that mean something: a question does not begin with any noun, and a name of the articles is
    /// not taken together with what follows it.
    private func isSound(_ node: Int32, _ tokens: Range<Int>) -> Bool {
        let node = nodes[Int(node)]
        guard node.edge >= 0, automaton.edges[Int(node.edge)].kind == .name else { return true }
        let length = Int(node.end - node.start)
        let known = readings.knownNames[Int(node.start)]
        if known.contains(where: { $0.length == length }) { return true }
        return Int(node.start) > tokens.lowerBound && !known.contains { $0.length < length }
    }

    /// The path to a node, from the beginning.
    func path(to node: Int32) -> [Node] {
        var path: [Node] = []
        var current = node
        while current >= 0 {
            path.append(nodes[Int(current)])
            current = nodes[Int(current)].previous
        }
        return path.reversed()
    }

    private mutating func add(
        state: Int32, at position: Int, score: Double, previous: Int32, edge: Int32, start: Int, reading: Int
    ) {
        let slot = position % frontiers.count
        if frontiers[slot].nodeOfState.isEmpty {
            frontiers[slot].nodeOfState = Array(repeating: -1, count: automaton.stateCount)
        }
        let node = Node(
            score: score, previous: previous, state: state, edge: edge, start: Int32(start), end: Int32(position),
            reading: Int32(reading))
        let existing = frontiers[slot].nodeOfState[Int(state)]
        if existing >= 0 {
            // No other path goes on from it yet: paths go on only when their token is reached.
            if score > nodes[Int(existing)].score { nodes[Int(existing)] = node }
        } else {
            frontiers[slot].nodeOfState[Int(state)] = Int32(nodes.count)
            frontiers[slot].states.append(state)
            nodes.append(node)
        }
    }

    // MARK: One token

    private mutating func step(from state: Int32, node: Int32, at token: Int, end: Int) {
        let score = nodes[Int(node)].score
        if nodes[Int(node)].edge != -2 || !readings.filters[token].isEmpty {
            for (index, filter) in readings.filters[token].enumerated()
            where filter.rule >= 0 && mayStand(filter, after: node) {
                guard token + filter.length <= end else { continue }
                add(
                    state: state, at: token + filter.length, score: score + filter.score, previous: node, edge: -2,
                    start: token, reading: index)
            }
        }
        if readings.isComma[token], token > 0, !readings.isQuoted[token] {
            add(state: state, at: token + 1, score: score - 0.3, previous: node, edge: -3, start: token, reading: 0)
        }
        for index in automaton.edges(of: state) {
            let edge = automaton.edges[index]
            func take(_ length: Int, _ gain: Double, reading: Int = 0) {
                guard token + length <= end else { return }
                add(
                    state: edge.target, at: token + length, score: score + gain, previous: node, edge: Int32(index),
                    start: token, reading: reading)
            }
            switch edge.kind {
            case .words:
                if automaton.accepts(readings.words[token], set: edge.payload) {
                    take(1, readings.literalScores[token])
                }
            case .verb:
                for (number, verb) in readings.verbs(at: token).enumerated() {
                    guard edge.form == .any || (edge.form == .participle ? verb.isParticiple : verb.isGerund) else {
                        continue
                    }
                    guard edge.payload < 0 || readings.vocabulary.classes[Int(verb.lemma)][Int(edge.payload)] else {
                        continue
                    }
                    take(
                        verb.length, verb.score + (edge.payload < 0 ? 0 : 1) + (edge.form == .participle ? 0.5 : 0),
                        reading: number)
                }
            case .noun: if readings.nouns[token] >= 0 { take(1, 3) }
            case .adjective: if readings.isAdjective[token] { take(1, 5) }
            case .number: if readings.numbers[token] != nil { take(1, 2) }
            case .date: if let date = readings.dates[token] { take(date.length, date.score) }
            case .publisher: for span in readings.publishers[token] { take(span.length, span.score) }
            case .quoted: if let span = readings.quotations[token] { take(span.length, span.score) }
            case .filter:
                for (number, filter) in readings.filters[token].enumerated()
                where edge.payload < 0 || Int(edge.payload) == filter.rule {
                    take(filter.length, filter.score, reading: number)
                }
            case .name:
                for span in readings.knownNames[token] { take(span.length, span.score) }
                // A question begins with no other name.
                if state != 0 { begin(index, node, score, token) }
            case .kind: if readings.kindMayBegin[token] { begin(index, node, score, token) }
            case .clause, .rest: begin(index, node, score, token)
            }
        }
    }

    /// Whether a filter may stand behind what was taken last.
    private func mayStand(_ filter: TokenReadings.Span, after node: Int32) -> Bool {
        switch filter.place {
        case .anywhere: return true
        case .placed: return false
        case .first: return nodes[Int(node)].state == 0
        case .outsideClauses: break
        }
        let edge = nodes[Int(node)].edge
        return edge < 0 || ![.clause, .rest].contains(automaton.edges[Int(edge)].kind)
            || readings.isComma[max(Int(nodes[Int(node)].end) - 1, 0)]
            || automaton.edges[Int(edge)].payload == automaton.topicSlot
    }

    private mutating func begin(_ edge: Int, _ node: Int32, _ score: Double, _ token: Int) {
        guard readings.mayBegin[token] else { return }
        if automaton.edges[edge].kind == .name {
            let fit = readings.names[token]
            if fit.mayBeAlone, readings.mayEnd[token] {
                close(edge, node, score + fit.last, start: token, after: token + 1)
            }
            guard fit.mayBegin else { return }
        }
        let existing = openOfEdge[edge]
        if existing >= 0 {
            if open[Int(existing)].score < score {
                open[Int(existing)] = Open(
                    score: score, node: node, edge: Int32(edge), start: Int32(token), hasMeaning: false)
            }
        } else {
            openOfEdge[edge] = Int32(open.count)
            open.append(Open(score: score, node: node, edge: Int32(edge), start: Int32(token), hasMeaning: false))
        }
    }

    private mutating func close(_ edge: Int, _ node: Int32, _ score: Double, start: Int, after position: Int) {
        add(
            state: automaton.edges[edge].target, at: position, score: score, previous: node, edge: Int32(edge),
            start: start, reading: 0)
    }

    /// Takes the token into all open slots: as their last one, and as one inside.
    private mutating func carry(_ token: Int, end: Int) {
        let mayEnd = readings.mayEnd[token]
        let isOnlyInside = token + 1 < end && !readings.filterBegins[token + 1]
        var kept = 0
        for index in open.indices {
            var slot = open[index]
            let edge = automaton.edges[Int(slot.edge)]
            let length = token - Int(slot.start) + 1
            openOfEdge[Int(slot.edge)] = -1
            var goesOn = true
            switch edge.kind {
            case .name:
                let fit = readings.names[token]
                if length > 1, fit.mayEnd, mayEnd {
                    close(Int(slot.edge), slot.node, slot.score + fit.last, start: Int(slot.start), after: token + 1)
                }
                goesOn = fit.mayStandInside && length < 24
                slot.score += fit.inside
            case .kind:
                slot.score -= length == 1 ? -0.6 : 0.1
                if readings.kindMayEnd[token], length == 1 || readings.kindMayStandInside[token], mayEnd {
                    close(Int(slot.edge), slot.node, slot.score, start: Int(slot.start), after: token + 1)
                }
                goesOn = (length == 1 || readings.kindMayStandInside[token]) && length < 6
            case .rest:
                slot.score -= 0.05
                slot.hasMeaning = slot.hasMeaning || !readings.isPunctuation[token]
                if mayEnd, slot.hasMeaning, !(edge.isLast && isOnlyInside) {
                    close(Int(slot.edge), slot.node, slot.score, start: Int(slot.start), after: token + 1)
                }
            default:
                slot.score -= 0.02
                slot.hasMeaning = slot.hasMeaning || readings.hasMeaning[token]
                if mayEnd, slot.hasMeaning, !(edge.isLast && isOnlyInside) {
                    close(Int(slot.edge), slot.node, slot.score, start: Int(slot.start), after: token + 1)
                }
            }
            if goesOn {
                openOfEdge[Int(slot.edge)] = Int32(kept)
                open[kept] = slot
                kept += 1
            }
        }
        open.removeSubrange(kept...)
    }
}
