import Packing

/// The facts of an article in a few bytes each, as they are kept in memory and in session files.
///
///     let packed = PackedFacts(facts)
///     let same = packed.facts(tokens: document.count, sentences: document.sentences.count)
public struct PackedFacts: Sendable, Equatable {
    public let bytes: [UInt8]
    /// How many facts they are.
    public let count: Int

    /// Raised whenever the layout changes.
    static let version = 2

    /// What the layout depends on. Classes are numbers of the verb classes of `grammar/`, so their names are part of it.
    public static func signature(_ lexicon: Lexicon) -> String {
        let names =
            Rule.allCases.map(\.rawValue) + Polarity.allCases.map(\.rawValue) + Modality.allCases.map(\.rawValue)
        let classes = lexicon.verbs.classes.map(\.name)
        let groups = lexicon.names.groups.map(\.name)
        return "\(version) \(EntityTable.version) "
            + (names + Role.Kind.allCases.map(\.rawValue) + classes + groups).joined(separator: " ")
    }

    public init(_ facts: [Fact]) {
        var content = PackedWriter()
        for fact in facts { fact.write(to: &content) }
        var writer = PackedWriter()
        writer.write(facts.count)
        writer.write(content.bytes.count)
        writer.write(bytes: Deflate.packed(content.bytes))
        bytes = writer.bytes.shrunk
        count = facts.count
    }

    /// How many different lists of classes are remembered; an article has few.
    private static let mostLists = 48

    /// Takes bytes that were written before.
    public init(bytes: [UInt8]) throws(PackedError) {
        var reader = PackedReader(bytes)
        (count, _) = try Self.counts(from: &reader)
        self.bytes = bytes
    }

    private static func counts(from reader: inout PackedReader) throws(PackedError) -> (facts: Int, bytes: Int) {
        let facts = try reader.number()
        let bytes = try reader.number(below: 1 << 32)
        // A fact takes several bytes.
        guard facts <= bytes else { throw reader.damage }
        return (facts, bytes)
    }

    /// The facts again.
    ///
    /// - Parameters:
    ///   - tokens: How many tokens the document has.
    ///   - sentences: How many sentences it has.
    ///   - classes: How many verb classes there are.
    func facts(tokens: Int, sentences: Int, classes: Int) throws(PackedError) -> [Fact] {
        var packed = PackedReader(bytes)
        let size = try Self.counts(from: &packed).bytes
        var reader = PackedReader(try Deflate.unpacked(try packed.rest(), count: size))
        let limits = Fact.Limits(tokens: tokens, sentences: sentences, facts: count, classes: classes)
        var facts: [Fact] = []
        facts.reserveCapacity(count)
        // Facts of the same classes share one list.
        var lists: [[VerbClasses.ID]] = []
        for _ in 0..<count {
            var fact = try Fact(from: &reader, limits: limits)
            if let known = lists.first(where: { $0 == fact.classes }) {
                fact.classes = known
            } else if lists.count < Self.mostLists {
                lists.append(fact.classes)
            }
            facts.append(fact)
        }
        return facts
    }
}

extension Fact {
    /// What the numbers in packed facts have to stay below.
    fileprivate struct Limits {
        var tokens: Int
        var sentences: Int
        var facts: Int
        var classes: Int
    }

    // A test compares the fields of a fact with those it knows: a new one has to be written and read here, and the version raised.
    fileprivate func write(to writer: inout PackedWriter) {
        writer.write(sentence)
        writer.write(predicate)
        writer.write(classes.count)
        for verbClass in classes { writer.write(verbClass.index) }
        writer.write(byte: Self.code(rule))
        writer.write(byte: Self.code(polarity) | Self.code(modality) << 2 | (isAttribution ? 0x80 : 0))
        writer.write(cue)
        writer.write(within.map { $0 + 1 } ?? 0)
        writer.write(roles.count)
        for role in roles { role.write(to: &writer) }
    }

    fileprivate init(from reader: inout PackedReader, limits: Limits) throws(PackedError) {
        let sentence = try reader.number(below: limits.sentences)
        let predicate = try reader.string()
        var classes: [VerbClasses.ID] = []
        for _ in 0..<(try reader.count()) { classes.append(VerbClasses.ID(try reader.number(below: limits.classes))) }
        let rule: Rule = try Self.value(try reader.byte(), reader)
        let flags = try reader.byte()
        let polarity: Polarity = try Self.value(flags & 3, reader)
        let modality: Modality = try Self.value(flags >> 2 & 0x1F, reader)
        let cue = try reader.range(upTo: limits.tokens)
        let within = try reader.number(below: limits.facts + 1)
        var roles: [Role] = []
        let count = try reader.count()
        roles.reserveCapacity(count)
        for _ in 0..<count { roles.append(try Role(from: &reader, tokens: limits.tokens)) }
        self.init(
            predicate: predicate, classes: classes, rule: rule, cue: cue, roles: roles, polarity: polarity,
            modality: modality,
            sentence: sentence, isAttribution: flags & 0x80 != 0)
        self.within = within == 0 ? nil : within - 1
    }

    fileprivate static func code<Value: CaseIterable & Equatable>(_ value: Value) -> UInt8 {
        var code: UInt8 = 0
        for other in Value.allCases {
            if other == value { return code }
            code += 1
        }
        return code
    }

    fileprivate static func value<Value: CaseIterable>(_ code: UInt8, _ reader: PackedReader) throws(PackedError)
        -> Value
    where Value.AllCases == [Value] {
        guard Int(code) < Value.allCases.count else { throw reader.damage }
        return Value.allCases[Int(code)]
    }
}

extension Role {
    fileprivate func write(to writer: inout PackedWriter) {
        writer.write(byte: Fact.code(kind))
        writer.write(marker)
        writer.write(tokens)
        writer.write(signed: head - tokens.lowerBound)
        writer.write(heads.count)
        for conjunct in heads { writer.write(signed: Int(conjunct) - head) }
    }

    fileprivate init(from reader: inout PackedReader, tokens limit: Int) throws(PackedError) {
        let kind: Kind = try Fact.value(try reader.byte(), reader)
        let marker = try reader.string()
        let tokens = try reader.range(upTo: limit)
        let head = tokens.lowerBound + (try reader.signed())
        guard (0..<limit).contains(head) else { throw reader.damage }
        var conjuncts: [Int] = []
        for _ in 0..<(try reader.count()) {
            let conjunct = head + (try reader.signed())
            guard (0..<limit).contains(conjunct) else { throw reader.damage }
            conjuncts.append(conjunct)
        }
        self.init(kind: kind, marker: marker, tokens: tokens, head: head, conjuncts: conjuncts)
    }
}
