/// Sums of weights that were looked up, of groups of features that come again together: each at a place that the next may take.
///
/// Used by one thread at a time: whoever took it.
final class KeptWeights: @unchecked Sendable {
    fileprivate static let capacity = 1 << 14
    fileprivate let places: UnsafeMutablePointer<Place>

    fileprivate struct Place {
        /// The hash of the group and of all that its features depend on.
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
        let feature = AntecedentModel.feature(template, value)
        sum +=
            model.weight(of: feature) + model.weight(of: AntecedentModel.feature(feature, type: types.own))
            + model.weight(of: AntecedentModel.feature(feature, types: types.both))
    }

    @inline(__always)
    mutating func addWord(_ template: UInt64, _ word: UInt64, type: UInt64) {
        sum += model.weight(of: AntecedentModel.feature(AntecedentModel.feature(template, word), type: type))
    }

    @inline(__always)
    mutating func add(_ group: UInt64, _ key: UInt64, _ features: (inout Self) -> Void) {
        let key = FeatureHash.mix(FeatureHash.seed(group), key)
        let place = kept.places + (Int(truncatingIfNeeded: key) & (KeptWeights.capacity - 1))
        if place.pointee.key == key {
            sum += place.pointee.weight
        } else {
            let before = sum
            features(&self)
            place.pointee = KeptWeights.Place(key: key, weight: sum - before)
        }
    }
}
