/// Finds the attributions in whose content a fact stands, in one way through the article: the facts are asked for in the
/// order of their cues.
struct EnclosingAttributions {
    private struct Attribution {
        var index: Int
        var content: Range<Int>
        var cue: Range<Int>
    }

    /// Those whose content begins later, the nearest last.
    private var coming: [Attribution]
    private var open: [Attribution] = []

    /// - Parameter facts: All of an article; indices are those of this array.
    init(_ facts: [Fact]) {
        coming = facts.indices.compactMap { index in
            guard facts[index].isAttribution, let content = facts[index].role(.theme)?.tokens,
                !content.contains(facts[index].cue.lowerBound)
            else { return nil }
            return Attribution(index: index, content: content, cue: facts[index].cue)
        }
        coming.sort { ($1.content.lowerBound, $1.index) < ($0.content.lowerBound, $0.index) }
    }

    /// The attribution with the least content around a fact.
    mutating func innermost(around fact: Fact, at index: Int) -> Int? {
        let place = fact.cue.lowerBound
        while let next = coming.last, next.content.lowerBound <= place {
            open.append(next)
            coming.removeLast()
        }
        open.removeAll { $0.content.upperBound <= place }
        let enclosing = open.lazy.filter { attribution in
            attribution.index != index && !(fact.rule == .mustStatement && attribution.cue == fact.cue)
        }
        return enclosing.min { ($0.content.count, $0.index) < ($1.content.count, $1.index) }?.index
    }
}
