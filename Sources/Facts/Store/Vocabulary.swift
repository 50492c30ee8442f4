import Language
import Packing

/// A content word of the store: words that mean the same to a question are one.
public typealias WordID = Int32

/// The content words of all articles, interned: lemmas, with derived nouns under their verb and names under their group.
///
///     "Ukraine's acceptance", "the Ukrainians accepted" → the same two words
///
/// What a saved session brings is looked up in the columns it comes in; words that are added stand behind it.
public struct Vocabulary: Sendable {
    private var saved = SortedWords()
    /// The saved words' ids, by their places.
    private var savedIDs: [WordID] = []
    /// The saved words' places, by their ids.
    private var savedPlaces: [Int32] = []

    /// Ids of the words that are added, and of the saved ones with letters beyond ASCII, which can be the same in other bytes.
    private var ids: [String: WordID] = [:]
    private var added: [String] = []
    /// The last added word of each beginning, and of each first letter and length; `earlier` leads on from there.
    private var lastOfStem: [UInt64: WordID] = [:]
    private var lastOfShape: [UInt16: WordID] = [:]
    private var earlierOfStem: [WordID] = []
    private var earlierOfShape: [WordID] = []

    init() {}

    public var count: Int { savedIDs.count + added.count }

    /// The word with an id.
    public func word(_ id: WordID) -> String {
        let index = Int(id)
        return index < savedIDs.count ? saved[Int(savedPlaces[index])] : added[index - savedIDs.count]
    }

    /// The word's id, or nil where no article has it.
    public func id(of word: String) -> WordID? { ids[word] ?? saved.place(of: word).map { savedIDs[$0] } }

    mutating func intern(_ word: String) -> WordID {
        if let id = id(of: word) { return id }
        let id = WordID(count)
        ids[word] = id
        added.append(word)
        let stem = Self.stem(word)
        earlierOfStem.append(stem.flatMap { lastOfStem.updateValue(id, forKey: $0) } ?? -1)
        earlierOfShape.append(lastOfShape.updateValue(id, forKey: Self.shape(word, longer: 0)) ?? -1)
        return id
    }

    /// Words that begin with the same five bytes, the last added first.
    public func words(withStemOf word: String) -> [WordID] {
        guard let stem = Self.stem(word) else { return [] }
        return chain(from: lastOfStem[stem], earlierOfStem)
            + saved.places(beginningWith: word.utf8.prefix(Self.stemLength)).map { savedIDs[$0] }.sorted(by: >)
    }

    /// Words with the same first byte that are as long as this one, give or take a byte.
    public func words(shapedLike word: String) -> [WordID] {
        guard let first = word.utf8.first else { return [] }
        let shapes = [-1, 0, 1].map { Self.shape(word, longer: $0) }
        var found: [[WordID]] = [[], [], []]
        for place in saved.places(beginningWith: [first]) {
            let shape = Self.shape(first, saved.length(place))
            if let index = shapes.firstIndex(of: shape) { found[index].append(savedIDs[place]) }
        }
        return zip(shapes, found).flatMap { shape, saved in
            chain(from: lastOfShape[shape], earlierOfShape) + saved.sorted(by: >)
        }
    }

    /// Added words, by the one added last.
    private func chain(from last: WordID?, _ earlier: [WordID]) -> [WordID] {
        var found: [WordID] = []
        var next = last ?? -1
        while next >= 0 {
            found.append(next)
            next = earlier[Int(next) - savedIDs.count]
        }
        return found
    }

    private static let stemLength = 5

    private static func stem(_ word: String) -> UInt64? {
        guard word.utf8.count >= stemLength else { return nil }
        return word.utf8.prefix(stemLength).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func shape(_ word: String, longer: Int) -> UInt16 {
        shape(word.utf8.first ?? 0, word.utf8.count + longer)
    }

    private static func shape(_ first: UInt8, _ length: Int) -> UInt16 {
        UInt16(first) << 8 | UInt16(truncatingIfNeeded: max(0, min(255, length)))
    }

    // MARK: Bytes

    func write(to writer: inout PackedWriter) {
        let all = (0..<count).map { (word: word(WordID($0)), id: $0) }
            .sorted { SortedWords.areInOrder($0.word, $1.word) }
        SortedWords.write(all.map(\.word), to: &writer)
        for entry in all { writer.write(entry.id) }
    }

    init(from reader: inout PackedReader) throws(PackedError) {
        saved = try SortedWords(from: &reader)
        savedIDs = try reader.numbers(saved.count, below: saved.count)
        savedPlaces = [Int32](repeating: -1, count: saved.count)
        for (place, id) in savedIDs.enumerated() { savedPlaces[Int(id)] = Int32(truncatingIfNeeded: place) }
        guard !savedPlaces.contains(-1) else { throw reader.damage }
        for place in saved.otherPlaces { ids[saved[place]] = savedIDs[place] }
    }
}

/// Reads the content words of a token span.
public struct ContentWords: Sendable {
    private let lexicon: Lexicon

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// A content word and the token it stands at.
    public struct Occurrence: Sendable, Equatable {
        public var word: String
        public var token: Int
    }

    /// The content words of a span in order; function words and punctuation are left out.
    public func occurrences(in tokens: Range<Int>, of document: Document) -> [Occurrence] {
        var found: [Occurrence] = []
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            if let (length, group) = groupName(at: token, before: tokens.upperBound, in: document) {
                found.append(Occurrence(word: "@\(lexicon.names.groups[group].name)", token: token))
                token += length
                continue
            }
            if let word = word(at: token, in: document) { found.append(Occurrence(word: word, token: token)) }
            token += 1
        }
        return found
    }

    /// The content word of a token; nil for a function word or punctuation.
    public func word(at token: Int, in document: Document) -> String? {
        if document.upos[token] == .punct { return nil }
        let norm = document.norm(token)
        if lexicon.words[.stop].contains(norm) { return nil }
        let lemma = document.lemma(token).lowercased()
        if lexicon.words[.stop].contains(lemma) { return nil }
        return word(forLemma: lemma)
    }

    /// A derived noun counts as its verb: "acceptance" as "accept".
    public func word(forLemma lemma: String) -> String {
        lexicon.verbs.verb(ofNoun: lemma) ?? lemma
    }

    /// The longest name of a group that begins here; seats ("Moscow") are words of their own.
    private func groupName(at token: Int, before end: Int, in document: Document) -> (
        length: Int, group: NameGroups.ID
    )? {
        guard lexicon.names.beginsName(document.norm(token)) else { return nil }
        if token + 1 < end, document.starts[token + 1] > document.ends[token],
            !lexicon.names.beginsName(document.norm(token), before: document.norm(token + 1))
        {
            return nil
        }
        var name = ""
        var best: (Int, NameGroups.ID)?
        for length in 1...lexicon.names.longest where token + length <= end {
            name +=
                (length > 1 && document.starts[token + length - 1] > document.ends[token + length - 2] ? " " : "")
                + document.norm(token + length - 1)
            if length == 1, lexicon.words[.stop].contains(name), !isAcronym(token, in: document) { continue }
            if let (group, part) = lexicon.names.group(of: name), part != .seat { best = (length, group) }
        }
        return best
    }

    /// "US" is a country, "us" is not.
    private func isAcronym(_ token: Int, in document: Document) -> Bool {
        document.form(token).utf8.prefix(2).allSatisfy { $0 >= 65 && $0 <= 90 }
    }
}
