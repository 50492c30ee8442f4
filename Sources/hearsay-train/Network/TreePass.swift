import CKernels
import Foundation
import Language

/// The head that scores arcs, each word with each, and the relations of the right ones.
extension NetworkPass {
    /// Room of a batch's words, and of one sentence's arcs.
    struct Trees {
        let dependents = Room(), heads = Room(), queries = Room(), dependentMask = Room(), headMask = Room()
        let dDependents = Room(), dHeads = Room(), dQueries = Room()
        let relationDependents = Room(), relationHeads = Room(), hidden = Room()
        let dRelationDependents = Room(), dRelationHeads = Room(), dHidden = Room()
        let sentenceQueries = Room(), sentenceHeads = Room(), arcs = Room(), panels = Room(), dSentence = Room()
    }

    func parse(
        _ batch: PackedBatch, _ sentences: [TrainingSentence], _ states: UnsafePointer<Float>,
        _ tree: NetworkShape.TreeHead
    ) -> (arcs: Double, relations: Double) {
        let shape = parameters.shape
        let count = batch.count * shape.arcs
        let dependents = trees.dependents.reserve(count)
        let heads = trees.heads.reserve(count)
        let queries = trees.queries.reserve(count)
        multiply(batch.count, states, tree.dependent, bias: tree.dependentBias, into: dependents)
        multiply(batch.count, states, tree.head, bias: tree.headBias, into: heads)
        rectify(dependents, count)
        rectify(heads, count)
        drop(dependents, trees.dependentMask.reserve(count), count, dropout.head)
        drop(heads, trees.headMask.reserve(count), count, dropout.head)
        multiply(batch.count, dependents, tree.bilinear, bias: tree.headPrior, into: queries)
        trees.dHeads.zero(count)
        trees.dQueries.zero(count)
        trees.dDependents.reserve(count)

        let hiddenCount = batch.count * shape.relations
        multiply(
            batch.count, states, tree.relationDependent, bias: tree.relationBias,
            into: trees.relationDependents.reserve(hiddenCount))
        multiply(batch.count, states, tree.relationHead, bias: nil, into: trees.relationHeads.reserve(hiddenCount))
        trees.dRelationDependents.zero(hiddenCount)
        trees.dRelationHeads.zero(hiddenCount)

        var losses = (arcs: 0.0, relations: 0.0)
        for (place, index) in batch.order.enumerated() {
            losses.arcs += scoreArcs(batch, place, sentences[index], tree)
            losses.relations += scoreRelations(batch, place, sentences[index], tree)
        }

        // queries = dependents · bilinear + prior
        addProduct(tree.bilinear, batch.count, dependents, trees.dQueries.values)
        addColumns(tree.headPrior, batch.count, trees.dQueries.values)
        hearsay_multiply(
            batch.count, shape.arcs, shape.arcs, trees.dQueries.values, shape.arcs, 1,
            parameters.transposed + tree.bilinear.offset,
            trees.dDependents.values, shape.arcs, 0)
        rectifyBackwards(trees.dDependents.values, dependents, trees.dependentMask.values, count)
        rectifyBackwards(trees.dHeads.values, heads, trees.headMask.values, count)
        backwards(
            tree.dependent, tree.dependentBias, batch.count, states, trees.dDependents.values, into: dStates.values)
        backwards(tree.head, tree.headBias, batch.count, states, trees.dHeads.values, into: dStates.values)
        backwards(
            tree.relationDependent, tree.relationBias, batch.count, states, trees.dRelationDependents.values,
            into: dStates.values)
        backwards(tree.relationHead, nil, batch.count, states, trees.dRelationHeads.values, into: dStates.values)
        return losses
    }

    private func scoreArcs(
        _ batch: PackedBatch, _ place: Int, _ sentence: TrainingSentence, _ tree: NetworkShape.TreeHead
    ) -> Double {
        let width = parameters.shape.arcs
        let count = sentence.count
        let columns = (count + 1 + 15) / 16 * 16
        let query = trees.sentenceQueries.reserve(count * width)
        let head = trees.sentenceHeads.reserve((count + 1) * width)
        head.update(from: parameters.values + tree.root.offset, count: width)
        for word in 0..<count {
            let row = batch.row(place, word)
            (query + word * width).update(from: trees.queries.values + row * width, count: width)
            (head + (word + 1) * width).update(from: trees.heads.values + row * width, count: width)
        }
        let panel = trees.panels.reserve(max(columns * width, (count + 1) * width))
        hearsay_pack(width, count + 1, head, 1, width, panel)
        let arcs = trees.arcs.reserve(count * columns)
        hearsay_multiply(count, columns, width, query, width, 1, panel, arcs, columns, 0)
        let distances = parameters.values + tree.distances.offset
        var loss = 0.0
        for word in 0..<count {
            let row = arcs + word * columns
            let truth = Int(sentence.heads[word])
            guard truth >= 0 else {
                row.update(repeating: 0, count: columns)
                continue
            }
            for other in 0..<count { row[other + 1] += distances[NetworkShape.distance(other - word)] }
            row[word + 1] = -1e9
            var highest = row[0]
            for other in 1...count { highest = max(highest, row[other]) }
            let sum = hearsay_exponentials(count + 1, row, highest)
            loss -= log(Double(max(row[truth], 1e-12) / sum))
            for other in 0...count { row[other] *= scale / sum }
            row[truth] -= scale
            for other in count + 1..<columns { row[other] = 0 }
            for other in 0..<count where other != word {
                gradient[tree.distances.offset + NetworkShape.distance(other - word)] += row[other + 1]
            }
        }
        // arcs = query · headᵀ
        hearsay_pack(count + 1, width, head, width, 1, panel)
        let dQuery = trees.dSentence.reserve(max(count, count + 1) * width)
        hearsay_multiply(count, width, count + 1, arcs, columns, 1, panel, dQuery, width, 0)
        for word in 0..<count {
            hearsay_add(width, dQuery + word * width, 1, trees.dQueries.values + batch.row(place, word) * width)
        }
        hearsay_pack(count, width, query, width, 1, panel)
        hearsay_multiply(count + 1, width, count, arcs, 1, columns, panel, dQuery, width, 0)
        hearsay_add(width, dQuery, 1, gradient + tree.root.offset)
        for word in 0..<count {
            hearsay_add(width, dQuery + (word + 1) * width, 1, trees.dHeads.values + batch.row(place, word) * width)
        }
        return loss
    }

    private func scoreRelations(
        _ batch: PackedBatch, _ place: Int, _ sentence: TrainingSentence, _ tree: NetworkShape.TreeHead
    ) -> Double {
        let width = parameters.shape.relations
        let count = sentence.count
        let columns = tree.relation.weights.columns
        let hidden = trees.hidden.reserve(count * width)
        for word in 0..<count {
            let target = hidden + word * width
            target.update(from: trees.relationDependents.values + batch.row(place, word) * width, count: width)
            guard sentence.heads[word] >= 0 else { continue }
            hearsay_add(width, relationHead(batch, place, Int(sentence.heads[word]), tree), 1, target)
        }
        rectify(hidden, count * width)
        let mask = trees.dSentence.reserve(count * width)
        drop(hidden, mask, count * width, dropout.head)
        let logits = self.logits.reserve(count * columns)
        multiply(count, hidden, tree.relation.weights, bias: tree.relation.bias, into: logits)
        var loss = 0.0
        for word in 0..<count {
            let truth = sentence.heads[word] >= 0 ? sentence.relations[word] : 0
            loss += softmax(logits + word * columns, tree.relation.classes, columns, truth, 1)
        }
        trees.dHidden.zero(count * width)
        backwards(tree.relation, count, hidden, logits, into: trees.dHidden.values)
        rectifyBackwards(trees.dHidden.values, hidden, mask, count * width)
        for word in 0..<count where sentence.heads[word] >= 0 {
            let from = trees.dHidden.values + word * width
            hearsay_add(width, from, 1, trees.dRelationDependents.values + batch.row(place, word) * width)
            let head = Int(sentence.heads[word])
            let target =
                head == 0
                ? gradient + tree.relationRoot.offset : trees.dRelationHeads.values + batch.row(place, head - 1) * width
            hearsay_add(width, from, 1, target)
        }
        return loss
    }

    private func relationHead(
        _ batch: PackedBatch, _ place: Int, _ head: Int, _ tree: NetworkShape.TreeHead
    ) -> UnsafePointer<Float> {
        head == 0
            ? UnsafePointer(parameters.values + tree.relationRoot.offset)
            : UnsafePointer(trees.relationHeads.values + batch.row(place, head - 1) * parameters.shape.relations)
    }
}
