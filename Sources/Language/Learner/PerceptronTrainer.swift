/// Trains a linear model over hashed features with the averaged perceptron (Collins 2002).
///
///     let trainer = PerceptronTrainer(classes: ["no", "yes"])
///     trainer.score(features, into: &scores)
///     trainer.update(features, truth: gold, guess: scores.best)
///     let file = trainer.freeze(templates: AttributionFeatures.templates)
///
/// A feature gets a row when a mistake first touches it, and in it only the classes that mistakes have touched. Averages
/// are kept lazily: each weight remembers when it was last changed.
package final class PerceptronTrainer {
    package let classes: [String]
    /// Number of decisions seen: every `update`, right or wrong, is one.
    package private(set) var steps = 0
    /// Number of updates where the guess was wrong.
    package private(set) var mistakes = 0

    private var table = RowTable()

    package init(classes: [String]) {
        precondition(classes.count <= 255, "a row counts its classes in one byte")
        self.classes = classes
    }

    /// Number of features with a row.
    package var featureCount: Int { table.count }

    /// Sums the present weights, not averaged: one score a class.
    package func score(_ features: borrowing FeatureBuffer, into scores: inout Scores) {
        scores.reset()
        // The passes ask for memory ahead of its use, so that the waiting overlaps.
        var touched: UInt32 = 0
        for index in 0..<features.count { touched ^= table.touch(features.hashes[index]) }
        var found = 0
        for index in 0..<features.count {
            let row = table.find(features.hashes[index])
            features.rows[found] = row
            found += row == RowTable.none ? 0 : 1
        }
        for index in 0..<found { touched ^= UInt32(bitPattern: table.cells(Int(features.rows[index]))[0].weight) }
        features.touched.pointee = UInt8(truncatingIfNeeded: touched)
        let values = scores.values
        for index in 0..<found {
            for cell in table.cells(Int(features.rows[index])) { values[Int(cell.label)] &+= cell.weight }
        }
    }

    /// Counts a decision, and where `guess` is wrong moves the weights of the features towards `truth`.
    package func update(_ features: borrowing FeatureBuffer, truth: Int, guess: Int) {
        steps += 1
        guard truth != guess else { return }
        mistakes += 1
        for index in 0..<features.count {
            let row = table.insert(features.hashes[index])
            table.add(1, to: UInt8(truth), row: row, step: steps)
            table.add(-1, to: UInt8(guess), row: row, step: steps)
        }
    }

    /// The averaged, quantised model as a file.
    ///
    /// - Parameters:
    ///   - templates: describes the features; a program with another description refuses the file.
    ///   - minimumUpdates: features that mistakes touched less often are left out.
    ///   - minimumWeight: averaged weights of smaller magnitude are left out.
    ///   - unit: what one unit of the quantised weights stands for.
    package func freeze(
        templates: String, minimumUpdates: Int = 2, minimumWeight: Double = 0.02, unit: Double = 1.0 / 64
    ) -> [UInt8] {
        var rows: [(hash: UInt64, updates: Int, weights: [(label: UInt8, weight: Int32)])] = []
        table.forEachRow { hash, updates, cells in
            guard updates >= minimumUpdates else { return }
            var weights: [(label: UInt8, weight: Int32)] = []
            for cell in cells {
                let total = cell.total + Double(cell.weight) * Double(steps - Int(cell.step))
                let average = total / Double(max(steps, 1))
                let quantised = Int32((average / unit).rounded())
                if abs(average) >= minimumWeight, quantised != 0 { weights.append((cell.label, quantised)) }
            }
            if !weights.isEmpty { rows.append((hash, updates, weights)) }
        }
        // What is often asked for stands side by side, so that it stays in the processor's cache.
        rows.sort { ($1.updates, $0.hash) < ($0.updates, $1.hash) }
        return LinearModel.Layout.file(
            classes: classes, templates: templates, scale: Float(unit), rows: rows.map { ($0.hash, $0.weights) })
    }
}
