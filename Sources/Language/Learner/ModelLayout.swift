extension LinearModel {
    /// The file of a model, little-endian, each part aligned to 64 bytes:
    ///
    ///     header   magic "HSAY", version, hash of the templates, counts and offsets (see `Header`)
    ///     classes  their names, each ended by a line feed
    ///     buckets  hash table, a cache line each: 8 fingerprints (low 32 bits of the hash), 8 offsets of rows, 0 where empty
    ///     rows     number of pairs, shift, then pairs of class and signed weight; the weight is shifted left
    package enum Layout {
        static let magic: UInt32 = 0x5941_5348  // "HSAY"
        static let headerSize = 64

        /// A full bucket (its last row is not 0) goes on in the next one.
        struct Bucket {
            var fingerprints = SIMD8<UInt32>(repeating: 0)
            var rows = SIMD8<UInt32>(repeating: 0)
        }

        struct Header {
            var templates: UInt64
            var classes: [String]
            var featureCount: Int
            var bucketCount: Int
            var bucketsOffset: Int
            var rowsOffset: Int
            /// What one unit of a score is in the trainer's weights; only for reading the model as numbers.
            var scale: Float

            init(_ bytes: UnsafeRawBufferPointer, name: String) throws(ModelError) {
                let word = try HeaderWords(bytes, size: headerSize, magic: magic, version: version, name: name)
                templates = UInt64(word[2]) | UInt64(word[3]) << 32
                let classCount = word[4]
                let namesSize = word[5]
                featureCount = word[6]
                bucketCount = word[7]
                bucketsOffset = word[8]
                rowsOffset = word[9]
                let size = word[10]
                scale = Float(bitPattern: UInt32(word[11]))
                guard size == bytes.count, headerSize + namesSize <= bucketsOffset, bucketsOffset % 64 == 0,
                    bucketCount * 8 > featureCount, bucketsOffset + bucketCount * 64 <= rowsOffset,
                    rowsOffset < size
                else {
                    throw ModelError(model: name, reason: .damaged)
                }
                let names = UnsafeRawBufferPointer(rebasing: bytes[headerSize..<headerSize + namesSize])
                classes = names.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
                guard classes.count == classCount, classCount <= 255 else {
                    throw ModelError(model: name, reason: .damaged)
                }
            }
        }

        /// The hash that ties weights to the features they were trained with.
        static func hash(ofTemplates description: String) -> UInt64 { FeatureHash.hash(description.utf8) }

        /// Writes a model. `rows` are pairs of class and weight in units of `scale`, none of them empty.
        static func file(
            classes: [String], templates: String, scale: Float,
            rows: [(hash: UInt64, weights: [(label: UInt8, weight: Int32)])]
        ) -> [UInt8] {
            // Six of ten places filled: one bucket in ten is full, and looks into the next one.
            let bucketCount = rows.count * 10 / 6 / 8 + 1
            var buckets = [Bucket](repeating: Bucket(), count: bucketCount)
            var used = [UInt8](repeating: 0, count: bucketCount)
            // Row 0 means "none", so the first row stands at 2.
            var rowBytes: [UInt8] = [0, 0]
            for row in rows {
                var bucket = Int(row.hash.multipliedFullWidth(by: UInt64(bucketCount)).high)
                while used[bucket] == 8 { bucket = bucket + 1 == bucketCount ? 0 : bucket + 1 }
                let place = Int(used[bucket])
                used[bucket] += 1
                buckets[bucket].fingerprints[place] = UInt32(truncatingIfNeeded: row.hash)
                buckets[bucket].rows[place] = UInt32(rowBytes.count)
                append(row.weights, to: &rowBytes)
            }
            // Rows are read eight bytes at a time.
            rowBytes += [UInt8](repeating: 0, count: 8)

            var names: [UInt8] = []
            for name in classes { names += Array(name.utf8) + [10] }
            let bucketsOffset = aligned(headerSize + names.count)
            let rowsOffset = aligned(bucketsOffset + bucketCount * 64)
            let size = rowsOffset + rowBytes.count
            let hash = hash(ofTemplates: templates)

            var file: [UInt8] = []
            file.reserveCapacity(size)
            func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) } }
            func pad(to offset: Int) { file.append(contentsOf: repeatElement(0, count: offset - file.count)) }
            for value in [magic, version, UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32)] {
                put(value)
            }
            for value in [classes.count, names.count, rows.count, bucketCount, bucketsOffset, rowsOffset, size] {
                put(UInt32(value))
            }
            put(scale.bitPattern)
            pad(to: headerSize)
            file += names
            pad(to: bucketsOffset)
            for bucket in buckets {
                for place in 0..<8 { put(bucket.fingerprints[place]) }
                for place in 0..<8 { put(bucket.rows[place]) }
            }
            pad(to: rowsOffset)
            file += rowBytes
            return file
        }

        /// Writes one row with the smallest shift that makes its weights fit into 8 bits.
        private static func append(_ weights: [(label: UInt8, weight: Int32)], to bytes: inout [UInt8]) {
            let largest = weights.reduce(0) { max($0, abs($1.weight)) }
            var shift: Int32 = 0
            while (largest + (1 << shift) / 2) >> shift > 127 { shift += 1 }
            var pairs: [UInt8] = []
            for (label, weight) in weights {
                let rounded = shift == 0 ? weight : (weight + (1 << (shift - 1))) >> shift
                if rounded != 0 { pairs += [label, UInt8(bitPattern: Int8(clamping: rounded))] }
            }
            bytes += [UInt8(pairs.count / 2), UInt8(shift)] + pairs
        }

        private static func aligned(_ offset: Int) -> Int { (offset + 63) & ~63 }
    }
}
