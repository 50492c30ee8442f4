import Foundation

/// The parts of a WordNet 3.0 database that tell which words are related (formats: man pages wndb.5WN, cntlist.5WN).
struct WordNetDatabase {
    private enum Part: String, CaseIterable {
        case noun, verb, adj, adv
    }

    private struct Sense: Hashable {
        var part: Part
        var offset: String
    }

    /// The words of a synset and its pointers to derived forms: own word's number, other synset, other word's number.
    private struct Synset {
        var words: [String]
        var derived: [(own: Int, sense: Sense, other: Int)]
    }

    private var synsets: [Sense: Synset] = [:]
    /// Each word's synsets, the most frequent first.
    private var senses: [Part: [String: [Sense]]] = [:]
    /// How often each word's senses were found in the tagged texts.
    private var counts: [String: Int] = [:]

    init(folder: URL) throws {
        for part in Part.allCases {
            try readData(part, folder)
            try readIndex(part, folder)
        }
        for line in try Self.lines(folder.appendingPathComponent("cntlist.rev")) {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let count = Int(fields[2]), let mark = fields[0].firstIndex(of: "%") else {
                continue
            }
            counts[String(fields[0][..<mark]), default: 0] += count
        }
    }

    /// The lines of the table, sorted by bytes.
    func relatedWords() -> [String] {
        var derivations: [String: Set<String>] = [:]
        var synonyms: [String: Set<String>] = [:]
        for (sense, synset) in synsets {
            for (index, word) in synset.words.enumerated() {
                for pointer in synset.derived where pointer.own == index {
                    guard let other = synsets[pointer.sense]?.words[pointer.other], other != word, isPlain(other),
                        isPlain(word)
                    else { continue }
                    // Only between frequent senses: "address" (speak to) is not "addressee" of a letter.
                    if isAmongFirst(Self.derivedSenses, word, sense),
                        isAmongFirst(Self.derivedSenses, other, pointer.sense)
                    {
                        derivations[word, default: []].insert(other)
                        derivations[other, default: []].insert(word)
                    }
                }
                for other in synset.words where other != word && isPlain(word) && isPlain(other) {
                    let first = Self.synonymSenses[sense.part] ?? 1
                    if isAmongFirst(first, word, sense), isAmongFirst(first, other, sense) {
                        synonyms[word, default: []].insert(other)
                    }
                }
            }
        }
        let words = Set(derivations.keys).union(synonyms.keys).filter { isUsed($0, with: derivations[$0, default: []]) }
        return words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { word in
            let derived = derivations[word, default: []].sorted()
            let same = synonyms[word, default: []].subtracting(derived).sorted()
            return "\(word)\t\(derived.joined(separator: " "))\t\(same.joined(separator: " "))"
        }.filter { !$0.hasSuffix("\t\t") }
    }

    private static let derivedSenses = 4
    private static let synonymSenses: [Part: Int] = [.verb: 2, .noun: 1, .adj: 1, .adv: 1]

    /// Words of letters only; names and phrases are left out.
    private func isPlain(_ word: String) -> Bool {
        word.utf8.count > 2 && word.utf8.allSatisfy { (97...122).contains($0) }
    }

    /// Rare words are seldom asked for: one of the word and those derived from it has to be in the tagged texts.
    private func isUsed(_ word: String, with derived: Set<String>) -> Bool {
        counts[word, default: 0] > 0 || derived.contains { counts[$0, default: 0] > 0 }
    }

    private func isAmongFirst(_ count: Int, _ word: String, _ sense: Sense) -> Bool {
        senses[sense.part]?[word]?.prefix(count).contains(sense) ?? false
    }

    // MARK: Reading

    private mutating func readData(_ part: Part, _ folder: URL) throws {
        for line in try Self.lines(folder.appendingPathComponent("data.\(part.rawValue)")) where !line.hasPrefix(" ") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 4, let count = Int(fields[3], radix: 16), fields.count > 4 + 2 * count else {
                continue
            }
            // "galore(ip)": the marker of an adjective's place is no part of it.
            let words = (0..<count).map {
                fields[4 + 2 * $0].lowercased().split(separator: "(").first.map(String.init) ?? ""
            }
            var synset = Synset(words: words, derived: [])
            var next = 5 + 2 * count
            for _ in 0..<(Int(fields[4 + 2 * count]) ?? 0) where next + 3 < fields.count {
                let (symbol, offset, target, numbers) = (
                    fields[next], fields[next + 1], fields[next + 2], fields[next + 3]
                )
                next += 4
                guard symbol == "+" || symbol == "\\", let other = Self.part(target), numbers.count == 4,
                    let own = Int(numbers.prefix(2), radix: 16), let theirs = Int(numbers.suffix(2), radix: 16),
                    own > 0, theirs > 0
                else { continue }
                synset.derived.append((own - 1, Sense(part: other, offset: offset), theirs - 1))
            }
            synsets[Sense(part: part, offset: fields[0])] = synset
        }
    }

    private mutating func readIndex(_ part: Part, _ folder: URL) throws {
        for line in try Self.lines(folder.appendingPathComponent("index.\(part.rawValue)")) where !line.hasPrefix(" ") {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count > 6 else { continue }
            senses[part, default: [:]][fields[0]] = fields.filter {
                $0.utf8.count == 8 && $0.utf8.allSatisfy { (48...57).contains($0) }
            }
            .map { Sense(part: part, offset: $0) }
        }
    }

    private static func part(_ letter: String) -> Part? {
        switch letter {
        case "n": .noun
        case "v": .verb
        case "a", "s": .adj
        case "r": .adv
        default: nil
        }
    }

    private static func lines(_ file: URL) throws -> [String] {
        String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
