import Resources

/// Weights of the antecedents' features: a hash table with a fingerprint and a weight a feature, read in place.
package struct AntecedentModel: Sendable {
    static let file = "weights/coreference.model"
    static let magic: UInt32 = 0x5243_5348  // "HSCR"
    static let headerSize = 64

    // Constant data: embedded in the binary or kept by the caller.
    private nonisolated(unsafe) let slots: UnsafePointer<Slot>
    private let mask: UInt64

    struct Slot: Sendable {
        /// High bits of the feature's hash; 0 in an empty slot.
        var fingerprint: UInt16 = 0
        var weight: Int16 = 0
    }

    /// Reads the embedded weights.
    init() throws(ModelError) {
        guard let resource = Resource.named(Self.file) else { throw ModelError(model: Self.file, reason: .missing) }
        try self.init(resource.bytes)
    }

    /// Reads weights in place; the bytes must live as long as the process.
    package init(_ bytes: UnsafeRawBufferPointer) throws(ModelError) {
        func word(_ index: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        guard bytes.count > Self.headerSize, word(0) == Self.magic, let base = bytes.baseAddress else {
            throw ModelError(model: Self.file, reason: .damaged)
        }
        guard word(1) == Self.templates else { throw ModelError(model: Self.file, reason: .templates) }
        let count = Int(word(2))
        guard count > 0, count & (count - 1) == 0, bytes.count == Self.headerSize + count * MemoryLayout<Slot>.size
        else {
            throw ModelError(model: Self.file, reason: .damaged)
        }
        slots = (base + Self.headerSize).assumingMemoryBound(to: Slot.self)
        mask = UInt64(count - 1)
    }

    /// What ties the weights to the features.
    static var templates: UInt32 { UInt32(truncatingIfNeeded: FeatureHash.hash(AntecedentFeatures.version.utf8)) }

    /// The hash of a value of a template.
    @inline(__always)
    static func feature(_ template: UInt64, _ value: UInt64) -> UInt64 {
        FeatureHash.mix(FeatureHash.seed(template), value)
    }

    /// The hash of a feature together with a mention's type.
    @inline(__always)
    static func feature(_ feature: UInt64, type: UInt64) -> UInt64 { FeatureHash.mix(feature, type) }

    /// The hash of a feature together with the types of mention and candidate.
    @inline(__always)
    static func feature(_ feature: UInt64, types: UInt64) -> UInt64 {
        FeatureHash.mix(FeatureHash.mix(feature, 7), types)
    }

    /// The weight of a feature; 0 where it has none.
    @inline(__always)
    func weight(of feature: UInt64) -> Int {
        let fingerprint = Self.fingerprint(of: feature)
        var slot = feature & mask
        while true {
            let entry = slots[Int(slot)]
            if entry.fingerprint == fingerprint { return Int(entry.weight) }
            if entry.fingerprint == 0 { return 0 }
            slot = (slot + 1) & mask
        }
    }

    static func fingerprint(of feature: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: feature >> 48) | 1 }

    /// The file of these weights.
    package static func encoded(_ weights: [UInt64: Int16]) -> [UInt8] {
        var count = 1024
        while count < weights.count * 3 / 2 { count *= 2 }
        var slots = [Slot](repeating: Slot(), count: count)
        for (feature, weight) in weights.sorted(by: { $0.key < $1.key }) {
            var slot = Int(feature & UInt64(count - 1))
            while slots[slot].fingerprint != 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = Slot(fingerprint: fingerprint(of: feature), weight: weight)
        }
        var bytes: [UInt8] = []
        func write(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        write(magic)
        write(templates)
        write(UInt32(count))
        bytes += [UInt8](repeating: 0, count: headerSize - bytes.count)
        for slot in slots {
            withUnsafeBytes(of: slot.fingerprint.littleEndian) { bytes += $0 }
            withUnsafeBytes(of: slot.weight.littleEndian) { bytes += $0 }
        }
        return bytes
    }
}
