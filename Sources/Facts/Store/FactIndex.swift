import Packing

/// What the facts of a store are found by.
struct FactIndex: Sendable {
    /// Each sentence's first fact; facts stand in the order of their sentences.
    var firstFactOfSentence: [Int32] = []
    /// Each fact's predicate with its classes, an index into `FactStore.senses`.
    var senseOfFact: [Int32] = []
    /// Facts by their predicate with its classes.
    var factsOfSense = Postings()
    /// Sentences by the content words in them.
    var sentencesOfWord = Postings()
    /// Sentences by the entities in their facts.
    var sentencesOfEntity = Postings()
    /// Entities by the words of what they are said to be.
    var entitiesOfWord = Postings()

    init() {}

    /// How much there is of what the numbers of an index stand for.
    struct Limits {
        var facts: Int
        var words: Int
        var entities: Int
        var senses: Int
    }

    func write(to writer: inout PackedWriter) {
        writer.write(firstFactOfSentence.count)
        var last: Int32 = 0
        for fact in firstFactOfSentence {
            writer.write(Int(fact - last))
            last = fact
        }
        writer.write(senseOfFact.count)
        for sense in senseOfFact { writer.write(Int(sense)) }
        sentencesOfWord.write(to: &writer)
        sentencesOfEntity.write(to: &writer)
        entitiesOfWord.write(to: &writer)
    }

    init(from reader: inout PackedReader, limits: Limits) throws(PackedError) {
        let sentences = try reader.count()
        firstFactOfSentence.reserveCapacity(sentences)
        var last = 0
        for _ in 0..<sentences {
            last += try reader.number(below: limits.facts - last + 1)
            firstFactOfSentence.append(Int32(last))
        }
        let facts = try reader.count()
        guard facts == limits.facts else { throw reader.damage }
        senseOfFact.reserveCapacity(facts)
        for fact in 0..<facts {
            let sense = try reader.number(below: limits.senses)
            senseOfFact.append(Int32(sense))
            factsOfSense.append(Int32(fact), to: sense)
        }
        factsOfSense.settle()
        sentencesOfWord = try Postings(from: &reader, keys: limits.words, below: sentences)
        sentencesOfEntity = try Postings(from: &reader, keys: limits.entities, below: sentences)
        entitiesOfWord = try Postings(from: &reader, keys: limits.words, below: limits.entities)
    }

    /// Takes no more memory than it needs.
    mutating func settle() {
        factsOfSense.settle()
        sentencesOfWord.settle()
        sentencesOfEntity.settle()
        entitiesOfWord.settle()
        firstFactOfSentence = firstFactOfSentence.shrunk
        senseOfFact = senseOfFact.shrunk
    }
}

/// A predicate with the verb classes that it is in.
public struct PredicateSense: Sendable, Hashable {
    public let predicate: String
    public let classes: [VerbClasses.ID]
}
