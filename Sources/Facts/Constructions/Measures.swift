import Language

/// What a phrase tells of price, age and dead by the way.
///
///     the £2.7 billion runway → cost(agent: the runway, quantity: £2.7 billion)
///     a 112-year-old pool → be(agent: a pool, quantity: 112-year-old)
///     Ada Berg, 34, said → be(agent: Ada Berg, quantity: 34)
///     The death toll rose to 143. → die(agent: 143)
///     a profit of £4 million → be(agent: profit, attribute: £4 million)
///     the boards' 2,900 employees → have(agent: the boards, theme: 2,900 employees)
///     the Havn-based company → base(theme: company, place: Havn)
enum Measures: Construction {
    static func facts(in reading: Reading) -> [Fact] {
        prices(in: reading) + ages(in: reading) + agesBehindNames(in: reading) + tolls(in: reading)
            + amounts(in: reading)
            + bases(in: reading) + counts(in: reading)
    }

    /// "the boards' 2,900 employees": so many they have.
    private static func counts(in reading: Reading) -> [Fact] {
        let document = reading.document
        guard let frame = reading.lexicon.verbs.frame(ofVerb: "have") else { return [] }
        return document.entities.compactMap { number in
            let noun = number.tokens.upperBound
            guard number.kind == .number, noun < document.count, document.xpos[noun] == .nns,
                reading.tree.child(of: noun, .nummod).map(number.tokens.contains) ?? false,
                let owner = reading.tree.child(of: noun, .nmodPossessive), owner < number.tokens.lowerBound
            else { return nil }
            return Fact(
                predicate: "have", classes: frame.classes, rule: .modifier, cue: noun..<noun + 1,
                roles: [
                    reading.participant(.agent, owner),
                    Role(kind: .theme, tokens: number.tokens.lowerBound..<noun + 1, head: noun),
                ], sentence: document.sentence(of: noun))
        }
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

    /// "a profit of 41 million pounds", "a quote of £5,000 for a new door"
    private static func amounts(in reading: Reading) -> [Fact] {
        let document = reading.document
        return document.entities.flatMap { sum -> [Fact] in
            let noun = sum.tokens.lowerBound - 2
            guard [.money, .percent].contains(sum.kind), noun >= 0, document.norm(noun + 1) == "of",
                document.upos[noun] == .noun,
                document.sentence(of: noun) == document.sentence(of: sum.tokens.lowerBound), !reading.isTime(noun)
            else { return [] }
            var end = sum.tokens.upperBound
            if end < document.count, reading.lexicon.words[.kindMoney].contains(document.lemma(end)) { end += 1 }
            let amount = sum.tokens.lowerBound..<end
            var start = noun
            while start > 0, [.adj, .noun, .propn, .punct].contains(document.upos[start - 1]),
                document.norm(start - 1) != ",",
                document.sentence(of: start - 1) == document.sentence(of: noun)
            {
                start -= 1
            }
            var found = [
                Fact(
                    predicate: "be", rule: .modifier, cue: noun..<noun + 1,
                    roles: [
                        Role(kind: .agent, tokens: start..<noun + 1, head: noun),
                        Role(kind: .attribute, tokens: amount, head: amount.lowerBound),
                    ], sentence: document.sentence(of: noun))
            ]
            if sum.kind == .money, let earning = earning(noun, amount, in: reading) { found.append(earning) }
            if sum.kind == .money, reading.lexicon.words[.price].contains(document.lemma(noun).lowercased()),
                end + 1 < document.count,
                document.norm(end) == "for", let frame = reading.lexicon.verbs.frame(ofVerb: "cost"),
                let thing = (end + 1..<min(end + 5, document.count)).first(where: {
                    document.upos[$0] == .noun && ($0 + 1 == document.count || document.upos[$0 + 1] != .noun)
                })
            {
                found.append(
                    Fact(
                        predicate: "cost", classes: frame.classes, rule: .modifier, cue: noun..<noun + 1,
                        roles: [
                            Role(kind: .agent, tokens: end + 1..<thing + 1, head: thing),
                            Role(kind: .quantity, tokens: amount, head: amount.lowerBound),
                        ], sentence: document.sentence(of: noun)))
            }
            return found
        }
    }

    /// "reported a profit of £4 million": it earned that.
    private static func earning(_ profit: Int, _ amount: Range<Int>, in reading: Reading) -> Fact? {
        let document = reading.document
        guard reading.lexicon.words[.earning].contains(document.lemma(profit).lowercased()),
            reading.tree.relation(profit) == .obj, let verb = reading.tree.head(of: profit),
            let clause = reading.clauses[verb], let subject = clause.subject, !clause.isPassive,
            reading.lexicon.words[.earningVerb].contains(clause.predicate)
        else { return nil }
        return Fact(
            predicate: "earn", rule: .modifier, cue: profit..<profit + 1,
            roles: [
                reading.participant(.agent, subject),
                Role(kind: .theme, tokens: amount, head: amount.lowerBound),
            ] + clause.obliques.filter { reading.isTime($0.head) }.map { reading.circumstance($0, of: "earn") },
            polarity: clause.polarity, modality: clause.modality, sentence: document.sentence(of: profit))
    }

    /// "the Havn-based company"
    private static func bases(in reading: Reading) -> [Fact] {
        let document = reading.document
        return (2..<max(document.count, 2)).compactMap { based in
            guard document.norm(based) == "based", document.norm(based - 1) == "-", document.upos[based - 2] == .propn,
                document.sentence(of: based - 2) == document.sentence(of: based),
                let noun = noun(after: based + 1, in: reading)
            else { return nil }
            var start = based - 2
            while start > 0, document.xpos[start - 1] == .nnp,
                document.sentence(of: start - 1) == document.sentence(of: based)
            { start -= 1 }
            return Fact(
                predicate: "base", rule: .modifier, cue: based..<based + 1,
                roles: [
                    Role(kind: .theme, tokens: noun..<noun + 1, head: noun),
                    Role(kind: .place, marker: "in", tokens: start..<based - 1, head: based - 2),
                ], sentence: document.sentence(of: based))
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
            let number = document.entities(in: token..<sentence.upperBound).first {
                $0.kind == .number && $0.tokens.lowerBound > token && sentence.contains($0.tokens.lowerBound)
                    && reading.lexicon.words[.tollLink].contains(document.norm($0.tokens.lowerBound - 1))
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
