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
        /// The hash of template, value and both types; not that of the feature, which costs more.
        var key: UInt64
        var weight: Int
    }

    init(_ model: AntecedentModel) {
        self.model = model
        kept = .allocate(capacity: Self.capacity)
        kept.initialize(repeating: Kept(key: 0, weight: 0), count: Self.capacity)
        // A hash is looked for in the place of its lowest bits: no 0 there but this one's.
        kept[0].key = 1
    }

    deinit { kept.deallocate() }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64, type: UInt64) {
        let feature = AntecedentModel.feature(template, value)
        sum += model.weight(of: feature) + model.weight(of: AntecedentModel.feature(feature, type: type))
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64, types: MentionTypes) {
        let key = FeatureHash.mix(types.both &+ FeatureHash.seed(template), value)
        let place = kept + (Int(truncatingIfNeeded: key) & (Self.capacity - 1))
        if place.pointee.key != key { place.pointee = Kept(key: key, weight: weight(template, value, types)) }
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
