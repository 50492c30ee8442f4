/// Sums the weights of features as they are found.
///
/// Most values come again with the same types: their three weights are kept together, at a place that the next such may take.
struct AntecedentScore: AntecedentFeatureSink, ~Copyable {
    /// The sum since it was last set to 0.
    var sum = 0

    private static let capacity = 4096
    private let model: AntecedentModel
    private let kept: UnsafeMutablePointer<Kept>

    private struct Kept {
        /// The hash of the value with both types.
        var feature: UInt64
        var weight: Int
    }

    init(_ model: AntecedentModel) {
        self.model = model
        kept = .allocate(capacity: Self.capacity)
        kept.initialize(repeating: Kept(feature: 0, weight: 0), count: Self.capacity)
        // A hash is looked for in the place of its lowest bits: no 0 there but this one's.
        kept[0].feature = 1
    }

    deinit { kept.deallocate() }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64, type: UInt64) {
        let feature = AntecedentModel.feature(template, value)
        sum += model.weight(of: feature) + model.weight(of: AntecedentModel.feature(feature, type: type))
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64, types: MentionTypes) {
        let feature = AntecedentModel.feature(template, value)
        let both = AntecedentModel.feature(feature, types: types.both)
        let place = kept + (Int(truncatingIfNeeded: both) & (Self.capacity - 1))
        if place.pointee.feature != both {
            let weight = model.weight(of: feature) + model.weight(of: AntecedentModel.feature(feature, type: types.own))
            place.pointee = Kept(feature: both, weight: weight + model.weight(of: both))
        }
        sum += place.pointee.weight
    }

    @inline(__always)
    mutating func addWord(_ template: UInt64, _ word: UInt64, type: UInt64) {
        sum += model.weight(of: AntecedentModel.feature(AntecedentModel.feature(template, word), type: type))
    }
}
