import Language

/// Finds what an analysed article states.
///
///     let facts = FactExtractor(lexicon: lexicon).facts(in: document)
public struct FactExtractor: Sendable {
    private let lexicon: Lexicon

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The document's facts in the order of their sentences; `within` leads to who says them.
    public func facts(in document: Document) -> [Fact] {
        let reading = Reading(document, lexicon: lexicon)
        var facts = ClauseFacts.facts(in: reading)
        InvertedContent(reading: reading).complete(&facts)
        facts += Inscriptions.facts(in: reading).filter { inscription in
            !facts.contains { fact in
                fact.isAttribution && fact.cue.overlaps(inscription.cue)
            }
        }
        facts += Headlines.announced(in: reading)
        facts += AccordingTo.facts(in: reading)
        let transcript = Transcript(document)
        let turns = Transcripts.facts(of: transcript, in: reading)
        facts += turns
        // What stands in a turn is said by who has it.
        let inTurns = Set(turns.map(\.sentence))
        facts += ContinuedQuotations(reading: reading).facts(after: facts).filter { !inTurns.contains($0.sentence) }
        facts += MustStatements(reading: reading).facts(from: facts)
        facts += Nominals.facts(in: reading)
        facts += Copulas.facts(in: reading)
        facts += Appositions.facts(in: reading)
        facts += Memberships.facts(in: reading)
        facts += Titles.facts(in: reading)
        facts += AgentNouns(reading: reading).facts(from: facts)
        facts += Prices(reading: reading).facts(from: facts)
        facts += PlaceNouns(reading: reading).facts(from: facts)
        facts += RelativeDescriptions.facts(in: reading)
        facts += Controls.facts(in: reading)
        facts += Measures.facts(in: reading)
        // Nothing but punctuation may be left of a phrase of a wrong tree.
        for index in facts.indices { facts[index].roles.removeAll { $0.tokens.isEmpty } }
        let questions = AnsweredQuestions(reading: reading, transcript: transcript)
        facts.removeAll { $0.roles.isEmpty || questions.isOpen($0) }
        facts.sort {
            ($0.sentence, $0.cue.lowerBound, $0.cue.upperBound) < ($1.sentence, $1.cue.lowerBound, $1.cue.upperBound)
        }
        attributeNested(&facts)
        questions.complete(&facts)
        Agreements(reading: reading).complete(&facts)
        nameJudges(&facts)
        return facts
    }

    /// "“The captain is to blame,” the owner said": who says so blames him.
    private func nameJudges(_ facts: inout [Fact]) {
        for index in facts.indices where facts[index].predicate == "blame" && facts[index].role(.agent) == nil {
            guard let judge = facts[index].within.flatMap({ facts[$0].role(.agent) }) else { continue }
            facts[index].roles.insert(judge, at: 0)
        }
    }

    /// Links each fact to the innermost attribution whose content it stands in.
    private func attributeNested(_ facts: inout [Fact]) {
        var attributions = EnclosingAttributions(facts)
        for index in facts.indices.sorted(by: { facts[$0].cue.lowerBound < facts[$1].cue.lowerBound }) {
            facts[index].within = attributions.innermost(around: facts[index], at: index)
        }
        cutCircles(&facts)
    }

    /// Two attributions that each stand in the other's content would say each other for ever; what is certainly said
    /// ("..., Ada said") is then said by nobody else.
    private func cutCircles(_ facts: inout [Fact]) {
        let certain = facts.indices.filter { facts[$0].rule == .attribution }
        for index in certain + Array(facts.indices) {
            var seen: Set<Int> = []
            var outer = facts[index].within
            while let fact = outer, fact != index, seen.insert(fact).inserted { outer = facts[fact].within }
            if outer == index { facts[index].within = nil }
        }
    }
}
