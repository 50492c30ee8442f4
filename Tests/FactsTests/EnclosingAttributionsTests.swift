import Language
import Testing

@testable import Facts

/// Who says a fact that stands in what others say.
@Suite struct EnclosingAttributionsTests {
    private func attribution(cue: Int, content: Range<Int>) -> Fact {
        Fact(
            predicate: "say", rule: .clause, cue: cue..<cue + 1,
            roles: [Role(kind: .theme, tokens: content, head: content.lowerBound)], sentence: 0, isAttribution: true)
    }

    /// The attribution with the least content; the first of those with the same.
    private func innermost(_ index: Int, _ facts: [Fact]) -> Int? {
        let (place, fact) = (facts[index].cue.lowerBound, facts[index])
        return facts.indices.filter { candidate in
            guard candidate != index, facts[candidate].isAttribution,
                let content = facts[candidate].role(.theme)?.tokens
            else { return false }
            return content.contains(place) && !content.contains(facts[candidate].cue.lowerBound)
                && !(fact.rule == .mustStatement && facts[candidate].cue == fact.cue)
        }
        .min { first, second in
            let counts = [first, second].map { facts[$0].role(.theme)?.tokens.count ?? 0 }
            return (counts[0], first) < (counts[1], second)
        }
    }

    @Test func `the innermost says it`() {
        // Reuters reports that Grushko said a deal must come.
        let facts = [
            attribution(cue: 1, content: 3..<9), attribution(cue: 4, content: 5..<9),
            Fact(predicate: "come", rule: .clause, cue: 7..<8, sentence: 0),
        ]
        var attributions = EnclosingAttributions(facts)
        #expect(facts.indices.map { attributions.innermost(around: facts[$0], at: $0) } == [nil, 0, 1])
    }

    @Test func `it is the same as looking at each attribution for each fact`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var facts: [Fact] = []
            for _ in 0..<Int.random(in: 1...25, using: &random) {
                let cue = Int.random(in: 0..<40, using: &random)
                let start = Int.random(in: 0..<40, using: &random)
                var fact = attribution(cue: cue, content: start..<start + Int.random(in: 1...15, using: &random))
                fact.isAttribution = Bool.random(using: &random)
                if Bool.random(using: &random) { fact.rule = .mustStatement }
                facts.append(fact)
            }
            facts.sort { $0.cue.lowerBound < $1.cue.lowerBound }
            var attributions = EnclosingAttributions(facts)
            for index in facts.indices {
                #expect(
                    attributions.innermost(around: facts[index], at: index) == innermost(index, facts), "\(facts)")
            }
        }
    }
}
