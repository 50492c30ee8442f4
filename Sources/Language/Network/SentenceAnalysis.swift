import CKernels

/// One document's sentences on their way through the network; holds the room they need.
///
/// Used by one thread at a time: whoever took it.
final class SentenceAnalysis: @unchecked Sendable {
    private let network: Network
    private var encoder: SentenceEncoder
    private var scores = NumberBuffer<Float>()
    private var dependents = NumberBuffer<Float>()
    private var queries = NumberBuffer<Float>()
    private var heads = NumberBuffer<Float>()
    private var relationDependents = NumberBuffer<Float>()
    private var relationHeads = NumberBuffer<Float>()
    private var sentence = NumberBuffer<Float>()
    private var packed = NumberBuffer<Float>()
    private var arcs = NumberBuffer<Float>()
    private var decoder = TreeDecoder()
    private var entityDecoder = EntityDecoder()

    init(_ network: Network) {
        self.network = network
        encoder = SentenceEncoder(network)
    }

    /// Analyses sentences (token ranges) of a document and writes what was found into it.
    func analyze(_ sentences: [Range<Int>], _ features: WordFeatures, _ document: inout Document, _ depth: ReadingDepth)
    {
        guard !sentences.isEmpty else { return }
        let batch = PackedBatch(lengths: sentences.map(\.count))
        let states = encoder.encode(batch, sentences, features)
        let blocks = network.blocks
        classify(batch, states, blocks.xpos, sentences) { document.xpos[$0] = PennTag(rawValue: $1) ?? .nn }
        classify(batch, states, blocks.upos, sentences) { document.upos[$0] = UniversalTag(rawValue: $1) ?? .noun }
        guard depth >= .trees else { return }
        parse(batch, states, sentences, &document)
        findEntities(batch, states, sentences, &document)
        guard depth >= .evidence else { return }
        weigh(batch, states, blocks.cue, sentences) { document.attributionEvidence[$0].cue = $1 &+ $2 }
        weigh(batch, states, blocks.source, sentences) { document.attributionEvidence[$0].source = $1 &+ $2 }
        weigh(batch, states, blocks.content, sentences) {
            document.attributionEvidence[$0].contentBegin = $1
            document.attributionEvidence[$0].content = $1 &+ $2
        }
    }

    /// Gives the probabilities that a token begins something and that it goes on with it; their sum is 255 at most.
    private func weigh(
        _ batch: PackedBatch, _ states: ByteRows, _ classifier: NetworkShape.Classifier,
        _ sentences: [Range<Int>], _ write: (Int, UInt8, UInt8) -> Void
    ) {
        let columns = classifier.weights.columns
        scores.reserve(batch.count * columns)
        network.multiply(batch.count, states, classifier.weights, bias: classifier.bias, into: scores.values)
        for (place, index) in batch.order.enumerated() {
            for (word, token) in sentences[index].enumerated() {
                let row = scores.values + batch.row(place, word) * columns
                let sum = hearsay_exponentials(classifier.classes, row, max(row[0], row[1], row[2]))
                write(token, UInt8(row[1] / sum * 255), UInt8(row[2] / sum * 255))
            }
        }
    }

    private func classify(
        _ batch: PackedBatch, _ states: ByteRows, _ classifier: NetworkShape.Classifier,
        _ sentences: [Range<Int>], _ write: (Int, UInt8) -> Void
    ) {
        let columns = classifier.weights.columns
        scores.reserve(batch.count * columns)
        network.multiply(batch.count, states, classifier.weights, bias: classifier.bias, into: scores.values)
        for (place, index) in batch.order.enumerated() {
            for (word, token) in sentences[index].enumerated() {
                write(token, UInt8(best(scores.values + batch.row(place, word) * columns, classifier.classes)))
            }
        }
    }

    private func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for index in 1..<count where scores[index] > scores[best] { best = index }
        return best
    }

    private func parse(
        _ batch: PackedBatch, _ states: ByteRows, _ sentences: [Range<Int>], _ document: inout Document
    ) {
        let tree = network.blocks.tree
        let width = network.shape.arcs
        let hidden = network.shape.relations
        for (block, bias, isRectified) in [
            (tree.dependent, Optional(tree.dependentBias), true), (tree.head, tree.headBias, true),
            (tree.relationDependent, tree.relationBias, false), (tree.relationHead, nil, false),
        ] {
            let target =
                switch block {
                case tree.dependent: Self.room(&dependents, batch.count * width)
                case tree.head: Self.room(&heads, batch.count * width)
                case tree.relationDependent: Self.room(&relationDependents, batch.count * hidden)
                default: Self.room(&relationHeads, batch.count * hidden)
                }
            network.multiply(batch.count, states, block, bias: bias, into: target)
            if isRectified { rectify(target, batch.count * width) }
        }
        queries.reserve(batch.count * width)
        network.multiply(batch.count, dependents.values, tree.bilinear, bias: tree.headPrior, into: queries.values)
        let longest = batch.lengths.first ?? 0
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: longest) { found in
            guard let found = found.baseAddress else { return }
            for (place, index) in batch.order.enumerated() {
                let tokens = sentences[index]
                let columns = scoreArcs(batch, place, tokens.count)
                decoder.decode(tokens.count, arcs.values, stride: columns, heads: found)
                scoreRelations(batch, place, tokens.count, found)
                let classes = tree.relation.weights.columns
                for (word, token) in tokens.enumerated() {
                    let relations = scores.values + word * classes
                    if found[word] < 0 {
                        document.heads[token] = -1
                        document.relations[token] = .root
                    } else {
                        document.heads[token] = Int32(tokens.lowerBound) + found[word]
                        relations[Int(Relation.root.rawValue)] = -.infinity
                        document.relations[token] =
                            Relation(rawValue: UInt8(best(relations, tree.relation.classes))) ?? .dep
                    }
                }
            }
        }
    }

    /// Fills `arcs` with the score of each head (0 the root) of each word, its log probability but for a constant that all
    /// heads of a word share and a tree has no use for; gives the number of columns.
    private func scoreArcs(_ batch: PackedBatch, _ place: Int, _ count: Int) -> Int {
        let tree = network.blocks.tree
        let width = network.shape.arcs
        let columns = (count + 1 + 15) / 16 * 16
        sentence.reserve((count + 1) * width)
        (sentence.values).update(from: network[tree.root], count: width)
        for word in 0..<count {
            (sentence.values + (word + 1) * width).update(
                from: heads.values + batch.row(place, word) * width, count: width)
        }
        packed.reserve(columns * width)
        hearsay_pack(width, count + 1, sentence.values, 1, width, packed.values)
        for word in 0..<count {
            (sentence.values + word * width).update(from: queries.values + batch.row(place, word) * width, count: width)
        }
        arcs.reserve(count * columns)
        hearsay_multiply(count, columns, width, sentence.values, width, 1, packed.values, arcs.values, columns, 0)
        let distances = network[tree.distances]
        for word in 0..<count {
            let row = arcs.values + word * columns
            for head in 0..<count { row[head + 1] += distances[NetworkShape.distance(head - word)] }
            // No word is its own head.
            row[word + 1] = -1e9
        }
        return columns
    }

    /// Fills `scores` with the scores of each word's relation to its head.
    private func scoreRelations(
        _ batch: PackedBatch, _ place: Int, _ count: Int, _ found: UnsafePointer<Int32>
    ) {
        let tree = network.blocks.tree
        let hidden = network.shape.relations
        sentence.reserve(count * hidden)
        for word in 0..<count {
            let target = sentence.values + word * hidden
            target.update(from: relationDependents.values + batch.row(place, word) * hidden, count: hidden)
            let head =
                found[word] < 0
                ? network[tree.relationRoot]
                : UnsafePointer(relationHeads.values + batch.row(place, Int(found[word])) * hidden)
            hearsay_add(hidden, head, 1, target)
        }
        rectify(sentence.values, count * hidden)
        scores.reserve(count * tree.relation.weights.columns)
        network.multiply(count, sentence.values, tree.relation.weights, bias: tree.relation.bias, into: scores.values)
    }

    private func findEntities(
        _ batch: PackedBatch, _ states: ByteRows, _ sentences: [Range<Int>], _ document: inout Document
    ) {
        let classifier = network.blocks.entity
        let columns = classifier.weights.columns
        scores.reserve(batch.count * columns)
        network.multiply(batch.count, states, classifier.weights, bias: classifier.bias, into: scores.values)
        let longest = batch.lengths.first ?? 0
        sentence.reserve(longest * columns)
        var found = document.entities
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { labels in
            guard let labels = labels.baseAddress else { return }
            for (place, index) in batch.order.enumerated() {
                let tokens = sentences[index]
                for word in 0..<tokens.count {
                    (sentence.values + word * columns).update(
                        from: scores.values + batch.row(place, word) * columns, count: columns)
                }
                entityDecoder.decode(tokens.count, sentence.values, stride: columns, labels: labels)
                var start = tokens.lowerBound
                for (word, token) in tokens.enumerated() {
                    let label = EntityLabel(index: Int(labels[word]))
                    if label.position == .begin || label.position == .unit { start = token }
                    if let kind = label.kind, !label.isOpen {
                        found.append(NamedEntity(tokens: start..<token + 1, kind: kind))
                    }
                }
            }
        }
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        document.entities = found
    }

    private static func room(_ buffer: inout NumberBuffer<Float>, _ count: Int) -> UnsafeMutablePointer<Float> {
        buffer.reserve(count)
        return buffer.values
    }
}

/// Leaky rectifier: values below 0 count a tenth.
@inline(__always)
package func rectify(_ values: UnsafeMutablePointer<Float>, _ count: Int) {
    for index in 0..<count { values[index] = max(values[index], 0.1 * values[index]) }
}
