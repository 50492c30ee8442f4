import Resources

/// Long lists of names (cities, companies, names of people) as one table of hashes, read in place: tens of thousands of
/// phrases cost nothing at the start. They are hints for the network, with words among them that are mostly something else;
/// the `Gazetteer` is what rules may trust.
///
/// The file: magic "HSNT", number of slots (a power of two), then the slots' fingerprints (the high 32 bits of a phrase's
/// hash), then their kinds, a byte each; little-endian. `hearsay-train names` writes it.
package struct NameTable: Sendable {
    package struct Kinds: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let city = Kinds(rawValue: 1)
        package static let company = Kinds(rawValue: 2)
        package static let lastName = Kinds(rawValue: 4)
        package static let firstName = Kinds(rawValue: 8)
        /// Longer phrases begin so.
        static let beginning = Kinds(rawValue: 128)
    }

    package static let file = "lexicons/names.table"
    package static let embedded = NameTable(Resource.named(file)?.bytes)

    private static let magic: UInt32 = 0x544E_5348
    private let slotCount: Int
    // Constant data of the executable.
    private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// Reads a table in place; one that is absent or cut short knows no names.
    init(_ bytes: UnsafeRawBufferPointer?) {
        let bytes = bytes ?? UnsafeRawBufferPointer(start: nil, count: 0)
        var count = 0
        if bytes.count > 8, bytes.loadUnaligned(as: UInt32.self) == Self.magic.littleEndian {
            count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        }
        let isWhole = count > 0 && count & (count - 1) == 0 && bytes.count == 8 + count * 5
        (slotCount, self.bytes) = (isWhole ? count : 0, bytes)
    }

    /// What a hash of norms stands for.
    @inline(__always)
    private func kinds(_ hash: UInt64) -> Kinds {
        let fingerprint = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
        while true {
            let kinds = bytes[8 + slotCount * 4 + slot]
            if kinds == 0 { return [] }
            if UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + slot * 4, as: UInt32.self)) == fingerprint {
                return Kinds(rawValue: kinds)
            }
            slot = (slot + 1) & (slotCount - 1)
        }
    }

    /// Calls `body` with the phrases that stand in a token range, from left to right, of those with the same beginning the
    /// longest last.
    func forEachMatch(_ tokens: Range<Int>, _ words: [Word], _ body: (Range<Int>, Kinds) -> Void) {
        guard slotCount > 0 else { return }
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            var hash: UInt64 = 0
            var end = token
            var next = token + 1
            var goesOn = true
            while goesOn, end < tokens.upperBound {
                hash = FeatureHash.mix(hash, words[end].norm)
                end += 1
                let kinds = kinds(hash)
                let names = kinds.subtracting(.beginning)
                if !names.isEmpty {
                    body(token..<end, names)
                    next = end
                }
                goesOn = kinds.contains(.beginning)
            }
            token = next
        }
    }

    /// The table of these phrases.
    package static func file(_ phrases: [(text: String, kinds: Kinds)]) -> [UInt8] {
        let tokenizer = Tokenizer()
        var kinds: [UInt64: Kinds] = [:]
        for phrase in phrases {
            // What follows keeps a last period from being taken for the end of a sentence.
            var document = Document(text: Array((phrase.text + " Z").utf8))
            tokenizer.tokenize(0..<document.text.count, of: &document)
            let words = WordColumn(document).words.dropLast()
            var hash: UInt64 = 0
            for (index, word) in words.enumerated() {
                hash = FeatureHash.mix(hash, word.norm)
                kinds[hash, default: []].formUnion(index == words.count - 1 ? phrase.kinds : .beginning)
            }
        }
        var slotCount = 16
        while slotCount * 2 < kinds.count * 3 { slotCount *= 2 }
        var slots = [(fingerprint: UInt32, kinds: UInt8)](repeating: (0, 0), count: slotCount)
        for (hash, kinds) in kinds.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
            while slots[slot].kinds != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = (UInt32(truncatingIfNeeded: hash >> 32), kinds.rawValue)
        }
        var file: [UInt8] = []
        for value in [magic, UInt32(slotCount)] + slots.map(\.fingerprint) {
            withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) }
        }
        return file + slots.map(\.kinds)
    }
}
