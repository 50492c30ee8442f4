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
    /// The last added word of each beginning, and of each first letter, length and end; `earlier` leads on from there.
    private var lastOfStem: [UInt64: WordID] = [:]
    private var lastOfShape: [UInt64: WordID] = [:]
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
    public func id(of word: String) -> WordID? {
        if !ids.isEmpty, let id = ids[word] { return id }
        return saved.place(of: word).map { savedIDs[$0] }
    }

    mutating func intern(_ word: String) -> WordID {
        if let id = id(of: word) { return id }
        let id = WordID(count)
        ids[word] = id
        added.append(word)
        let stem = Self.stem(word)
        earlierOfStem.append(stem.flatMap { lastOfStem.updateValue(id, forKey: $0) } ?? -1)
        earlierOfShape.append(Self.shape(word).flatMap { lastOfShape.updateValue(id, forKey: $0) } ?? -1)
        return id
    }

    /// Calls a function with each other word that may be another form of this one: those that begin with the same five bytes,
    /// and those of six bytes or more that begin with the same byte and may differ by one edit within the first five.
    /// Some are called twice.
    public func forEachAlike(_ word: String, _ body: (WordID, String) -> Void) {
        func call(_ id: WordID) {
            let other = self.word(id)
            if other != word { body(id, other) }
        }
        if let stem = Self.stem(word) {
            follow(from: lastOfStem[stem], earlierOfStem, call)
            for place in saved.places(beginningWith: word.utf8.prefix(Self.stemLength)) { call(savedIDs[place]) }
        }
        var bytes = Array(word.utf8)
        guard bytes.count > Self.stemLength else { return }
        // Behind the edit both are the same: a byte further on in the longer one.
        var shapes = (-1...1).map { (length: bytes.count + $0, end: bytes[(Self.stemLength - $0)...]) }
        // Two letters that changed places may reach one byte further.
        if bytes[Self.stemLength] != bytes[Self.stemLength - 1] {
            bytes.swapAt(Self.stemLength - 1, Self.stemLength)
            shapes.append((bytes.count, bytes[Self.stemLength...]))
        }
        shapes.removeAll { $0.length <= Self.stemLength }
        for shape in shapes {
            follow(from: lastOfShape[Self.shape(bytes[0], shape.length, shape.end)], earlierOfShape, call)
        }
        for place in saved.places(beginningWith: bytes[0], of: shapes) { call(savedIDs[place]) }
    }

    /// Added words, by the one added last.
    private func follow(from last: WordID?, _ earlier: [WordID], _ body: (WordID) -> Void) {
        var next = last ?? -1
        while next >= 0 {
            body(next)
            next = earlier[Int(next) - savedIDs.count]
        }
    }

    private static let stemLength = 5

    private static func stem(_ word: String) -> UInt64? {
        guard word.utf8.count >= stemLength else { return nil }
        return word.utf8.prefix(stemLength).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A hash (FNV-1a) of the first byte, the length and the bytes behind the fifth; nil for what has no more than five.
    private static func shape(_ word: String) -> UInt64? {
        guard word.utf8.count > stemLength, let first = word.utf8.first else { return nil }
        return shape(first, word.utf8.count, word.utf8.dropFirst(stemLength))
    }

    private static func shape(_ first: UInt8, _ length: Int, _ end: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        add(first)
        add(UInt8(truncatingIfNeeded: length))
        for byte in end { add(byte) }
        return hash
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
