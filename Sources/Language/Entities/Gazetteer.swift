import Articles

/// Names and name words that are known beforehand: countries, cities, titles, first names, organizations, the calendar.
///
/// Phrases are matched by their norms, the longest first.
package struct Gazetteer: Sendable {
    /// What a phrase is listed as; a phrase may be several things ("Georgia").
    package struct Classes: OptionSet, Sendable, Hashable {
        package let rawValue: UInt32

        package init(rawValue: UInt32) {
            self.rawValue = rawValue
        }

        package static let country = Classes(rawValue: 1 << 0)
        package static let demonym = Classes(rawValue: 1 << 1)
        package static let capital = Classes(rawValue: 1 << 2)
        package static let state = Classes(rawValue: 1 << 3)
        package static let region = Classes(rawValue: 1 << 4)
        package static let city = Classes(rawValue: 1 << 5)
        package static let title = Classes(rawValue: 1 << 6)
        package static let maleTitle = Classes(rawValue: 1 << 7)
        package static let femaleTitle = Classes(rawValue: 1 << 8)
        package static let maleName = Classes(rawValue: 1 << 9)
        package static let femaleName = Classes(rawValue: 1 << 10)
        package static let firstName = Classes(rawValue: 1 << 11)
        package static let organization = Classes(rawValue: 1 << 12)
        package static let companySuffix = Classes(rawValue: 1 << 13)
        package static let bodyNoun = Classes(rawValue: 1 << 14)
        package static let month = Classes(rawValue: 1 << 15)
        package static let weekday = Classes(rawValue: 1 << 16)
        package static let timeUnit = Classes(rawValue: 1 << 17)
        package static let season = Classes(rawValue: 1 << 18)
        package static let timeZone = Classes(rawValue: 1 << 19)
        package static let maybeOrganization = Classes(rawValue: 1 << 20)

        package static let place: Classes = [.country, .capital, .state, .region, .city]
    }

    package static let embedded = Gazetteer(GazetteerEntries.embedded)

    /// Nouns that measure time, weekdays, months: "week", "monday".
    static let timeNouns = CalendarWords.embedded.words(.month, .weekday, .weekdays, .unit, .season, .zone)

    private var phrases: [UInt64: Classes] = [:]
    /// Hashes of phrases' beginnings: a search goes on only where one stands.
    private var beginnings: Set<UInt64> = []

    init(_ entries: GazetteerEntries) {
        var document = Document(text: entries.text)
        let tokenizer = Tokenizer()
        var spans: [Range<Int>] = []
        phrases.reserveCapacity(entries.phrases.count)
        for (range, classes) in entries.phrases {
            // Most entries are plain words: they are what the tokeniser would make of them. This counts at every start.
            let phrase = entries.text[range].dropLast(GazetteerEntries.end.count)
            if let hash = plainHash(phrase) {
                phrases[hash, default: []].formUnion(classes)
                spans.append(document.count..<document.count)
                continue
            }
            let first = document.count
            tokenizer.tokenize(range, of: &document)
            spans.append(first..<max(first, document.count - 1))
        }
        let words = WordColumn(document).words
        for (span, entry) in zip(spans, entries.phrases) {
            var hash: UInt64 = 0
            for token in span {
                if token > span.lowerBound { beginnings.insert(hash) }
                hash = FeatureHash.mix(hash, words[token].norm)
            }
            if !span.isEmpty { phrases[hash, default: []].formUnion(entry.classes) }
        }
    }

    /// The hash of a phrase of letters and spaces; nil for one that needs the tokeniser. Notes its beginnings.
    private mutating func plainHash(_ phrase: ArraySlice<UInt8>) -> UInt64? {
        guard !phrase.isEmpty,
            phrase.allSatisfy({ $0 == 32 || $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") })
        else { return nil }
        var hash: UInt64 = 0
        var isFirst = true
        for word in phrase.split(separator: 32) {
            if !isFirst { beginnings.insert(hash) }
            hash = FeatureHash.mix(hash, FeatureHash.hash(word.lazy.map { $0 | 0x20 }))
            isFirst = false
        }
        return isFirst ? nil : hash
    }

    /// What a single word is listed as.
    package func classes(of norm: String) -> Classes { phrases[FeatureHash.mix(0, FeatureHash.hash(norm.utf8))] ?? [] }

    /// What a span of a document is listed as.
    package func classes(ofPhrase document: Document, _ tokens: Range<Int>) -> Classes {
        phrases[tokens.reduce(0) { FeatureHash.mix($0, FeatureHash.hash(document.norm($1).utf8)) }] ?? []
    }

    /// What a phrase is listed as.
    package func classes(of words: ArraySlice<Word>) -> Classes {
        phrases[words.reduce(0) { FeatureHash.mix($0, $1.norm) }] ?? []
    }

    /// Calls `body` with the phrases of a token range and what they are, from left to right; where one begins another, the
    /// longer comes later and is the one to keep.
    func forEachMatch(_ tokens: Range<Int>, _ words: [Word], _ body: (Range<Int>, Classes) -> Void) {
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            var hash: UInt64 = 0
            var end = token
            var next = token + 1
            repeat {
                hash = FeatureHash.mix(hash, words[end].norm)
                end += 1
                if let classes = phrases[hash] {
                    body(token..<end, classes)
                    next = end
                }
            } while end < tokens.upperBound && beginnings.contains(hash)
            token = next
        }
    }
}
