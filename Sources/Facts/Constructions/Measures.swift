import Language

/// What a phrase tells of price, age and dead by the way.
///
///     the £2.7 billion runway → cost(agent: the runway, quantity: £2.7 billion)
///     a 112-year-old pool → be(agent: a pool, quantity: 112-year-old)
///     Ada Berg, 34, said → be(agent: Ada Berg, quantity: 34)
///     The death toll rose to 143. → die(agent: 143)
enum Measures: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        prices(in: reading) + ages(in: reading) + agesBehindNames(in: reading) + tolls(in: reading)
    }

    private static func prices(in reading: Reading) -> [Fact] {
        reading.document.entities.compactMap { sum in
            guard sum.kind == .money, let noun = noun(after: sum.tokens.upperBound, in: reading),
                let frame = reading.lexicon.verbs.frame(ofVerb: "cost")
            else { return nil }
            return fact("cost", classes: frame.classes, of: noun, quantity: sum.tokens, in: reading)
        }
    }

    /// The noun that a measure stands before: the sum is a part of its phrase.
    private static func noun(after token: Int, in reading: Reading) -> Int? {
        let document = reading.document
        var noun = token
        while noun < document.count, [.noun, .adj, .propn].contains(document.upos[noun]), noun - token < 4 {
            if document.upos[noun] == .noun,
                noun + 1 == document.count || ![.noun, .propn].contains(document.upos[noun + 1]),
                document.sentence(of: noun) == document.sentence(of: token - 1), !reading.isTime(noun)
            {
                return reading.lexicon.words[.kindMoney].contains(document.lemma(noun)) ? nil : noun
            }
            noun += 1
        }
        return nil
    }

    /// "a 112-year-old pool", "112 years old" is a clause of its own.
    private static func ages(in reading: Reading) -> [Fact] {
        let document = reading.document
        return (0..<document.count).compactMap { token in
            guard document.norm(token) == "old" || document.norm(token).hasSuffix("-year-old"), token > 0,
                let noun = noun(after: token + 1, in: reading) ?? named(after: token + 1, in: reading)
            else { return nil }
            var start = token
            if document.norm(token) == "old" {
                guard token >= 4, document.norm(token - 1) == "-", document.norm(token - 2) == "year" else {
                    return nil
                }
                start = token - (document.norm(token - 3) == "-" ? 4 : 3)
            }
            return fact("be", classes: [], of: noun, quantity: start..<token + 1, in: reading)
        }
    }

    /// How many have died.
    private static func tolls(in reading: Reading) -> [Fact] {
        let document = reading.document
        return (1..<max(document.count, 1)).compactMap { token in
            guard document.norm(token) == "toll", document.norm(token - 1) == "death",
                let frame = reading.lexicon.verbs.frame(ofVerb: "die")
            else { return nil }
            let sentence = document.sentences[document.sentence(of: token)].tokens
            let number = document.entities.first {
                $0.kind == .number && $0.tokens.lowerBound > token && sentence.contains($0.tokens.lowerBound)
                    && ["to", "at", "of", "was", "is", "reached", "hit", "passed"].contains(
                        document.norm($0.tokens.lowerBound - 1))
            }
            guard let number else { return nil }
            return Fact(
                predicate: "die", classes: frame.classes, rule: .modifier, cue: token - 1..<token + 1,
                roles: [Role(kind: .agent, tokens: number.tokens, head: number.tokens.upperBound - 1)],
                sentence: document.sentence(of: token))
        }
    }

    private static func named(after token: Int, in reading: Reading) -> Int? {
        token < reading.document.count && reading.entity(at: token)?.kind == .person ? token : nil
    }

    private static func agesBehindNames(in reading: Reading) -> [Fact] {
        let document = reading.document
        return document.entities.compactMap { name in
            let age = name.tokens.upperBound + 1
            guard name.kind == .person, age < document.count, document.norm(age - 1) == ",", document.xpos[age] == .cd,
                let years = Int(document.form(age)), (1..<120).contains(years),
                age + 1 == document.count || [",", ".", ";", "and"].contains(document.norm(age + 1))
            else { return nil }
            return fact("be", classes: [], of: name.tokens.upperBound - 1, quantity: age..<age + 1, in: reading)
        }
    }

    private static func fact(
        _ predicate: String, classes: [VerbClasses.ID], of noun: Int, quantity: Range<Int>, in reading: Reading
    ) -> Fact {
        Fact(
            predicate: predicate, classes: classes, rule: .modifier, cue: quantity,
            roles: [
                Role(kind: .agent, tokens: reading.entity(at: noun)?.tokens ?? noun..<noun + 1, head: noun),
                Role(kind: .quantity, tokens: quantity, head: quantity.lowerBound),
            ], sentence: reading.document.sentence(of: noun))
    }
}
