import Language
import Testing

@testable import Facts

/// Any tree gives facts, in finite time, and nobody says himself.
struct RandomTreeTests {
    /// A small generator with a seed (SplitMix64, Steele et al. 2014).
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((value ^ (value >> 31)) % UInt64(sides))
        }
    }

    private static let words = [
        "Ada Ada PROPN NNP NE=B-person", "Rep. Rep. PROPN NNP _", "said say VERB VBD _", "saying say VERB VBG _",
        "accused accuse VERB VBD _",
        "of of ADP IN _", "that that SCONJ IN _", ", , PUNCT , _", "\" \" PUNCT `` _", "mayor mayor NOUN NN _",
        "which which PRON WDT _",
        "who who PRON WP _", "demands demand NOUN NNS _", "is be AUX VBZ _", "Monday Monday PROPN NNP NE=B-date",
        "According accord VERB VBG _",
        "to to ADP IN _", "must must AUX MD _", "not not PART RB _", "Havn Havn PROPN NNP NE=B-place",
        "May may AUX MD NE=I-person", "Berg Berg PROPN NNP NE=I-person", "( ( PUNCT -LRB- _", ") ) PUNCT -RRB- _",
        "criticised criticise VERB VBD _", "waiting wait VERB VBG _", "for for SCONJ IN _", "stop stop VERB VB _",
    ]

    private func rows(_ dice: inout Dice) -> String {
        let relations = Relation.allCases.filter { $0 != .root }.map(\.name)
        var rows: [String] = []
        for _ in 0..<1 + dice.roll(4) {
            let count = 1 + dice.roll(18)
            // Heads come before their dependents in a random order, so that the heads make a tree.
            var order = Array(1...count)
            for index in order.indices.reversed() { order.swapAt(index, dice.roll(index + 1)) }
            var heads = [Int](repeating: 0, count: count + 1)
            for index in order.indices.dropFirst() { heads[order[index]] = order[dice.roll(index)] }
            var isInName = false
            for token in 1...count {
                let word = Self.words[dice.roll(Self.words.count)].split(separator: " ").map(String.init)
                let relation = heads[token] == 0 ? "root" : relations[dice.roll(relations.count)]
                rows.append(
                    [
                        "\(token)", word[0], word[1], word[2], word[3], "_", "\(heads[token])", relation, "_",
                        word[4] == "NE=I-person" && !isInName ? "_" : word[4],
                    ].joined(separator: "\t"))
                isInName = word[4].hasSuffix("person") && (isInName || word[4].hasPrefix("NE=B"))
            }
            rows.append("")
        }
        return rows.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [1, 7, 42]) func anyTreeGivesFacts(seed: UInt64) throws {
        let extractor = FactExtractor(lexicon: try Lexicon.embedded())
        var dice = Dice(state: seed)
        for _ in 0..<400 {
            let document = try Document(conllu: rows(&dice))
            let facts = extractor.facts(in: document)
            for (index, fact) in facts.enumerated() {
                for role in fact.roles { #expect(!role.tokens.isEmpty && role.tokens.upperBound <= document.count) }
                var steps = 0
                var outer = fact.within
                while let next = outer, steps <= facts.count {
                    outer = facts[next].within
                    steps += 1
                }
                #expect(steps <= facts.count, "fact \(index) is said in a circle")
            }
        }
    }
}
