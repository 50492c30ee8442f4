import Packing

/// What the facts of a store are found by.
struct FactIndex: Sendable {
    /// Each sentence's first fact; facts stand in the order of their sentences.
    var firstFactOfSentence: [Int32] = []
    /// Each fact's predicate with its classes, an index into `FactStore.senses`.
    var senseOfFact: [Int32] = []
    /// The facts of which an object or attribute goes on beyond their sentence, in order.
    private(set) var factsBeyondSentence: [Int32] = []
    /// The same by fact, as bits.
    private(set) var isBeyondSentence: [UInt64] = []
    /// Facts by their predicate with its classes.
    var factsOfSense = Postings()
    /// Sentences by the content words in them.
    var sentencesOfWord = Postings()
    /// Sentences by the entities in their facts.
    var sentencesOfEntity = Postings()
    /// Entities by the words of what they are said to be.
    var entitiesOfWord = Postings()

    init() {}

    /// Notes the next fact, with what it is told apart by.
    mutating func append(_ fact: Int32, sense: Int32, isBeyondSentence isBeyond: Bool) {
        senseOfFact.append(sense)
        factsOfSense.append(fact, to: Int(sense))
        if isBeyond { noteBeyondSentence(fact) }
    }

    private mutating func noteBeyondSentence(_ fact: Int32) {
        factsBeyondSentence.append(fact)
        let word = Int(fact) >> 6
        while isBeyondSentence.count <= word { isBeyondSentence.append(0) }
        isBeyondSentence[word] |= 1 << UInt64(fact & 63)
    }

    /// How much there is of what the numbers of an index stand for.
    struct Limits {
        var facts: Int
        var words: Int
        var entities: Int
        var senses: Int
    }

    func write(to writer: inout PackedWriter) {
        writer.write(firstFactOfSentence.count)
        writer.write(lists: [firstFactOfSentence])
        writer.write(senseOfFact.count)
        for sense in senseOfFact { writer.write(Int(sense)) }
        writer.write(lists: [factsBeyondSentence])
        sentencesOfWord.write(to: &writer)
        sentencesOfEntity.write(to: &writer)
        entitiesOfWord.write(to: &writer)
    }

    init(from reader: inout PackedReader, limits: Limits) throws(PackedError) {
        let sentences = try reader.count()
        (_, firstFactOfSentence) = try reader.lists(1, below: limits.facts + 1)
        guard firstFactOfSentence.count == sentences else { throw reader.damage }
        for (first, next) in zip(firstFactOfSentence, firstFactOfSentence.dropFirst()) where first > next {
            throw reader.damage
        }
        guard try reader.count() == limits.facts else { throw reader.damage }
        senseOfFact = try reader.numbers(limits.facts, below: limits.senses)
        for fact in try reader.lists(1, below: limits.facts).values { noteBeyondSentence(fact) }
        factsOfSense = Postings(indicesOf: senseOfFact, keys: limits.senses)
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
        isBeyondSentence = isBeyondSentence.shrunk
        factsBeyondSentence = factsBeyondSentence.shrunk
    }
}

/// What facts are told apart by before they are unpacked.
public struct FactNumbers: Sendable {
    @usableFromInline let senses: [Int32]
    @usableFromInline let firstOfSentence: [Int32]
    @usableFromInline let isBeyondSentence: [UInt64]

    /// A fact's predicate with its classes, as in `FactStore`.
    @inlinable public func sense(of fact: FactStore.ID) -> Int { Int(senses[fact]) }

    /// Whether an object or attribute of a fact goes on beyond its sentence: a quotation of several.
    @inlinable public func goesBeyondSentence(_ fact: FactStore.ID) -> Bool {
        let word = fact >> 6
        return word < isBeyondSentence.count && isBeyondSentence[word] >> UInt64(fact & 63) & 1 != 0
    }

    /// The facts of a sentence, as in `FactStore`.
    @inlinable public func facts(ofSentence sentence: FactStore.SentenceID) -> Range<FactStore.ID> {
        let next = Int(sentence) + 1
        return Int(
            firstOfSentence[Int(sentence)])..<(next < firstOfSentence.count ? Int(firstOfSentence[next]) : senses.count)
    }
}

/// A predicate with the verb classes that it is in.
public struct PredicateSense: Sendable, Hashable {
    public let predicate: String
    public let classes: [VerbClasses.ID]
}
