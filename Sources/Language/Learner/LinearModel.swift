import Resources

/// A trained linear model over hashed features, quantised to 8 bits and read in place.
///
///     let model = try LinearModel(resource: "weights/attributions.model", templates: AttributionFeatures.templates)
///     model.score(features, into: &scores)
///     let best = scores.best
///
/// One feature is one row: the classes it speaks for or against, each with a weight. `PerceptronTrainer` makes models;
/// `LinearModel.Layout` says how the file is laid out.
package struct LinearModel: Sendable {
    /// Version of the file format.
    package static let version: UInt32 = 2

    /// Names of the classes, in the order of their scores.
    package let classes: [String]
    /// Number of features with a row.
    package let featureCount: Int

    // Constant data: embedded in the binary or held by `storage`.
    private nonisolated(unsafe) let buckets: UnsafePointer<Layout.Bucket>
    private nonisolated(unsafe) let rows: UnsafePointer<UInt8>
    private let bucketCount: UInt64
    private let storage: ModelBytes?

    /// Reads the model that is embedded under this name, such as `weights/attributions.model`.
    package init(resource name: String, templates: String) throws(ModelError) {
        guard let resource = Resource.named(name) else { throw ModelError(model: name, reason: .missing) }
        try self.init(bytes: resource.bytes, name: name, templates: templates)
    }

    /// Reads a model in place; the bytes must be aligned to 64 and live as long as the process.
    ///
    /// - Parameters:
    ///   - bytes: the file's content.
    ///   - name: the file's name, for errors.
    ///   - templates: describes the features that the caller computes; must be what the model was trained with.
    package init(bytes: UnsafeRawBufferPointer, name: String, templates: String) throws(ModelError) {
        try self.init(bytes: bytes, name: name, templates: templates, storage: nil)
    }

    /// Copies a model from an array, as tests and the training program do.
    package init(_ bytes: [UInt8], name: String, templates: String) throws(ModelError) {
        let storage = ModelBytes(bytes)
        try self.init(bytes: storage.bytes, name: name, templates: templates, storage: storage)
    }

    private init(
        bytes: UnsafeRawBufferPointer, name: String, templates: String, storage: ModelBytes?
    ) throws(ModelError) {
        let header = try Layout.Header(bytes, name: name)
        guard header.templates == Layout.hash(ofTemplates: templates) else {
            throw ModelError(model: name, reason: .templates)
        }
        guard let base = bytes.baseAddress else { throw ModelError(model: name, reason: .damaged) }
        classes = header.classes
        featureCount = header.featureCount
        bucketCount = UInt64(header.bucketCount)
        buckets = (base + header.bucketsOffset).assumingMemoryBound(to: Layout.Bucket.self)
        rows = (base + header.rowsOffset).assumingMemoryBound(to: UInt8.self)
        self.storage = storage
    }

    /// Sums the rows of the features: one score a class.
    package func score(_ features: borrowing FeatureBuffer, into scores: inout Scores) {
        precondition(scores.count == classes.count)
        scores.reset()
        let found = lookUp(features)
        let values = scores.values
        for index in 0..<found {
            var row = rows + Int(features.rows[index])
            let shift = Int32(row[1])
            let end = row + 2 + 2 * Int(row[0])
            row += 2
            while row < end {
                values[Int(row[0])] &+= Int32(Int8(bitPattern: row[1])) &<< shift
                row += 2
            }
        }
    }

    /// Fills the buffer's `rows` with the offsets of the rows there are; gives their number.
    ///
    /// Nearly all of the time is waiting for memory, so nothing here depends on what a load before brought: the
    /// processor waits for many buckets side by side.
    @inline(__always)
    private func lookUp(_ features: borrowing FeatureBuffer) -> Int {
        var found = 0
        for index in 0..<features.count {
            let hash = features.hashes[index]
            let fingerprint = SIMD8(repeating: UInt32(truncatingIfNeeded: hash))
            var bucket = Int(truncatingIfNeeded: hash.multipliedFullWidth(by: bucketCount).high)
            var row = buckets[bucket].rows.replacing(with: 0, where: buckets[bucket].fingerprints .!= fingerprint)
                .wrappedSum()
            while row == 0, buckets[bucket].rows[7] != 0 {
                bucket = bucket + 1 == Int(truncatingIfNeeded: bucketCount) ? 0 : bucket + 1
                row = buckets[bucket].rows.replacing(with: 0, where: buckets[bucket].fingerprints .!= fingerprint)
                    .wrappedSum()
            }
            features.rows[found] = row
            found += row == 0 ? 0 : 1
        }
        // Ask for the rows all at once, before any of them is read.
        var touched: UInt8 = 0
        for index in 0..<found { touched ^= rows[Int(features.rows[index])] }
        features.touched.pointee = touched
        return found
    }
}
