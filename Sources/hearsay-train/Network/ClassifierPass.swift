import CKernels
import Foundation
import Language

/// Heads that give each word one of a few classes.
extension NetworkPass {
    func classify(
        _ batch: PackedBatch, _ sentences: [TrainingSentence], _ states: UnsafePointer<Float>,
        _ classifier: NetworkShape.Classifier, _ weight: Float, _ truth: KeyPath<TrainingSentence, [UInt64]>
    ) -> Double {
        guard sentences.contains(where: { $0[keyPath: truth].contains { $0 != 0 } }) else { return 0 }
        let columns = classifier.weights.columns
        let logits = self.logits.reserve(batch.count * columns)
        multiply(batch.count, states, classifier.weights, bias: classifier.bias, into: logits)
        var loss = 0.0
        for (place, index) in batch.order.enumerated() {
            let truth = sentences[index][keyPath: truth]
            for word in 0..<sentences[index].count {
                let right = truth.isEmpty ? 0 : truth[word]
                loss += softmax(logits + batch.row(place, word) * columns, classifier.classes, columns, right, weight)
            }
        }
        backwards(classifier, batch.count, states, logits, into: dStates.values)
        return loss
    }

    /// Turns scores into the gradient of their loss: the probability minus that of the right classes among themselves.
    func softmax(
        _ scores: UnsafeMutablePointer<Float>, _ classes: Int, _ columns: Int, _ truth: UInt64, _ weight: Float
    ) -> Double {
        guard truth != 0 else {
            scores.update(repeating: 0, count: columns)
            return 0
        }
        var highest = scores[0]
        for index in 1..<classes { highest = max(highest, scores[index]) }
        let sum = hearsay_exponentials(classes, scores, highest)
        var right: Float = 0
        for index in 0..<classes where truth >> UInt64(index) & 1 == 1 { right += scores[index] }
        right = max(right, 1e-12)
        for index in 0..<classes {
            let share = truth >> UInt64(index) & 1 == 1 ? scores[index] / right : 0
            scores[index] = (scores[index] / sum - share) * scale * weight
        }
        for index in classes..<columns { scores[index] = 0 }
        return -log(Double(right / sum))
    }
}
