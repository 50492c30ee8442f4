/// Weights that were looked up, for values that come again with the same types: their three weights together, at a place that
/// the next such may take.
///
/// Used by one thread at a time: whoever took it.
final class KeptWeights: @unchecked Sendable {
    fileprivate static let capacity = 1 << 14
    fileprivate let places: UnsafeMutablePointer<Place>

    fileprivate struct Place {
        /// The hash of template, value and both types; not that of the feature, which costs more.
        var key: UInt64
        var weight: Int
    }

    init() {
        places = .allocate(capacity: Self.capacity)
        places.initialize(repeating: Place(key: 0, weight: 0), count: Self.capacity)
        // A hash is looked for in the place of its lowest bits: no 0 there but this one's.
        places[0].key = 1
    }

    deinit { places.deallocate() }
}

/// Sums the weights of features as they are found.
struct AntecedentScore: AntecedentFeatureSink, ~Copyable {
    /// The sum since it was last set to 0.
    var sum = 0

    private let model: AntecedentModel
    private let kept: KeptWeights

    init(_ model: AntecedentModel, _ kept: KeptWeights) {
        (self.model, self.kept) = (model, kept)
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64, type: UInt64) {
        let feature = AntecedentModel.feature(template, value)
        sum += model.weight(of: feature) + model.weight(of: AntecedentModel.feature(feature, type: type))
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64, types: MentionTypes) {
        let key = FeatureHash.mix(types.both &+ FeatureHash.seed(template), value)
        let place = kept.places + (Int(truncatingIfNeeded: key) & (KeptWeights.capacity - 1))
        if place.pointee.key != key { place.pointee = KeptWeights.Place(key: key, weight: weight(template, value, types)) }
        sum += place.pointee.weight
    }

    @inline(never)
    private func weight(_ template: UInt64, _ value: UInt64, _ types: MentionTypes) -> Int {
        let feature = AntecedentModel.feature(template, value)
        return model.weight(of: feature) + model.weight(of: AntecedentModel.feature(feature, type: types.own))
            + model.weight(of: AntecedentModel.feature(feature, types: types.both))
    }

    @inline(__always)
    mutating func addWord(_ template: UInt64, _ word: UInt64, type: UInt64) {
        sum += model.weight(of: AntecedentModel.feature(AntecedentModel.feature(template, word), type: type))
    }
}
