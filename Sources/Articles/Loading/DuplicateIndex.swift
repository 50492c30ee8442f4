/// Finds articles that were loaded before: the same text again, or nearly the same.
///
/// Nearly the same is measured as the resemblance of Broder (1997, "On the resemblance and containment of documents"): the
/// part of runs of four words that two texts share, estimated from the smallest hashes of each. A wire story that another
/// outlet prints with small edits, or cut at its end, is a copy; one that says more is not.
public struct DuplicateIndex: Sendable {
    /// An article that has the text already.
    public struct Match: Sendable, Equatable {
        public var number: Int
        /// The part of the new article that is the same, in per cent; 100 for the same text.
        public var percent: Int
        public var isExact: Bool
    }

    /// Words in a run.
    private static let run = 4
    /// Hashes that are kept of an article.
    private static let sketchSize = 128
    /// Hashes of an article by which others find it.
    private static let keys = 24
    /// Runs that a text has to have; shorter ones are too much alike by chance.
    private static let fewestRuns = 40
    private static let resemblance = 0.8
    private static let containment = 0.9

    fileprivate struct Sketch: Sendable {
        /// The smallest hashes, in order.
        var hashes: [UInt32]
        /// Different runs in all.
        var runs: Int
    }

    private var byText: [UInt64: Int] = [:]
    private var sketches: [Int: Sketch] = [:]
    private var byHash: [UInt32: [Int32]] = [:]

    public init() {}

    /// What an article is compared by.
    public struct Fingerprint: Sendable {
        fileprivate let text: UInt64
        /// Nil for a text that is too short to be nearly the same as another.
        fileprivate let sketch: Sketch?

        public init(_ article: Article) {
            text = DuplicateIndex.textHash(of: article)
            sketch = DuplicateIndex.sketch(of: article)
        }
    }

    /// The article that has this text.
    public func match(of article: Article) -> Match? { match(of: Fingerprint(article)) }

    /// The article that has this text.
    public func match(of fingerprint: Fingerprint) -> Match? {
        if let number = byText[fingerprint.text] { return Match(number: number, percent: 100, isExact: true) }
        guard let sketch = fingerprint.sketch else { return nil }
        var shared: [Int32: Int] = [:]
        for hash in sketch.hashes.prefix(2 * Self.keys) {
            for number in byHash[hash] ?? [] { shared[number, default: 0] += 1 }
        }
        var best: Match?
        for (number, count) in shared.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) where count >= 4 {
            guard let other = sketches[Int(number)] else { continue }
            let same = Self.resemblance(sketch, other)
            // From resemblance and sizes: what part of the new article the other one holds.
            let common = same / (1 + same) * Double(sketch.runs + other.runs)
            let contained = min(1, common / Double(sketch.runs))
            guard same >= Self.resemblance || contained >= Self.containment else { continue }
            let percent = min(99, Int((contained * 100).rounded()))
            if best.map({ percent > $0.percent }) ?? true {
                best = Match(number: Int(number), percent: percent, isExact: false)
            }
        }
        return best
    }

    /// Takes an article in, under its number.
    public mutating func insert(_ article: Article, number: Int) { insert(Fingerprint(article), number: number) }

    /// Takes an article in, under its number.
    public mutating func insert(_ fingerprint: Fingerprint, number: Int) {
        if byText[fingerprint.text] == nil { byText[fingerprint.text] = number }
        guard let sketch = fingerprint.sketch else { return }
        sketches[number] = sketch
        for hash in sketch.hashes.prefix(Self.keys) { byHash[hash, default: []].append(Int32(number)) }
    }

    /// Forgets the articles from this number on.
    public mutating func remove(from number: Int) {
        byText = byText.filter { $0.value < number }
        sketches = sketches.filter { $0.key < number }
        byHash = byHash.compactMapValues { numbers in
            let kept = numbers.filter { $0 < number }
            return kept.isEmpty ? nil : kept
        }
    }

    // MARK: Hashes

    fileprivate static func textHash(of article: Article) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for paragraph in article.paragraphs where paragraph.kind == .title || paragraph.kind == .body {
            for byte in article.text[paragraph.range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x0A) &* 0x100_0000_01B3
        }
        return mixed(hash)
    }

    fileprivate static func sketch(of article: Article) -> Sketch? {
        var words: [UInt64] = []
        for paragraph in article.paragraphs where paragraph.kind == .body {
            var hash: UInt64 = 0
            for byte in article.text[paragraph.range] {
                let isWord = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
                if isWord {
                    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                    hash = ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(lower)) &* 0x100_0000_01B3
                } else if hash != 0 {
                    words.append(hash)
                    hash = 0
                }
            }
            if hash != 0 { words.append(hash) }
        }
        guard words.count >= fewestRuns + run else { return nil }
        var hashes: [UInt32] = []
        hashes.reserveCapacity(words.count)
        for start in 0...(words.count - run) {
            var hash: UInt64 = 0
            for word in words[start..<start + run] { hash = mixed(hash &* 31 &+ word) }
            hashes.append(UInt32(truncatingIfNeeded: hash >> 32))
        }
        hashes.sort()
        var distinct: [UInt32] = []
        var runs = 0
        var last: UInt32?
        for hash in hashes where hash != last {
            if distinct.count < sketchSize { distinct.append(hash) }
            runs += 1
            last = hash
        }
        return Sketch(hashes: distinct, runs: runs)
    }

    /// The part that two sets of runs share, from their smallest hashes.
    private static func resemblance(_ first: Sketch, _ second: Sketch) -> Double {
        let size = min(sketchSize, first.hashes.count, second.hashes.count)
        var (a, b, seen, common) = (0, 0, 0, 0)
        while seen < size, a < first.hashes.count, b < second.hashes.count {
            let (x, y) = (first.hashes[a], second.hashes[b])
            if x == y { common += 1 }
            if x <= y { a += 1 }
            if y <= x { b += 1 }
            seen += 1
        }
        return seen == 0 ? 0 : Double(common) / Double(seen)
    }

    /// Spreads the bits of a hash (the finisher of SplitMix64).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
