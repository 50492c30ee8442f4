import Language

/// One worker's passes through the network, forwards and backwards: gradients of a batch of sentences.
final class NetworkPass: @unchecked Sendable {
    /// How much is left out at random, so that nothing is relied on alone.
    struct Dropout {
        /// The word itself, so that its ends and look are learnt too.
        var word: Float = 0.12
        /// All but the look of a name, so that names are learnt from what stands around them.
        var name: Float = 0.15
        /// Each of the other features of a word.
        var feature: Float = 0.02
        var input: Float = 0.15
        var state: Float = 0.33
        var head: Float = 0.25
    }

    struct Loss {
        var arcs = 0.0
        var relations = 0.0
        var xpos = 0.0
        var upos = 0.0
        var entities = 0.0
        /// Cues, sources and contents together.
        var attributions = 0.0
        var tokens = 0

        static func += (left: inout Loss, right: Loss) {
            left.arcs += right.arcs
            left.relations += right.relations
            left.xpos += right.xpos
            left.upos += right.upos
            left.entities += right.entities
            left.attributions += right.attributions
            left.tokens += right.tokens
        }
    }

    let gradient: UnsafeMutablePointer<Float>
    let rowGradient: UnsafeMutablePointer<Float>
    /// Rows with a gradient.
    private(set) var touched: [Int32] = []
    private var isTouched: [Bool]

    let parameters: NetworkParameters
    let dropout: Dropout
    var random = SplitMix(seed: 0)
    private(set) var scale: Float = 0

    // Room, a buffer each, reused from batch to batch.
    var layers = Layers()
    let trees = Trees()
    /// The gradient of the states that the heads read.
    var dStates = Room()
    let scratch = Room(), logits = Room()

    init(_ parameters: NetworkParameters, _ dropout: Dropout) {
        self.parameters = parameters
        self.dropout = dropout
        gradient = .allocate(capacity: parameters.count)
        gradient.initialize(repeating: 0, count: parameters.count)
        rowGradient = .allocate(capacity: parameters.rowCount * parameters.shape.features)
        rowGradient.initialize(repeating: 0, count: parameters.rowCount * parameters.shape.features)
        isTouched = Array(repeating: false, count: parameters.rowCount)
    }

    deinit {
        gradient.deallocate()
        rowGradient.deallocate()
    }

    /// Clears the gradients.
    func clear() {
        gradient.update(repeating: 0, count: parameters.count)
        let width = parameters.shape.features
        for row in touched {
            (rowGradient + Int(row) * width).update(repeating: 0, count: width)
            isTouched[Int(row)] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Notes that a row has a gradient.
    func touch(_ row: Int32) {
        guard !isTouched[Int(row)] else { return }
        isTouched[Int(row)] = true
        touched.append(row)
    }

    /// Adds the gradient of the sentences' loss, `scale` times their sum; all of them silver or none.
    func add(_ sentences: [TrainingSentence], scale: Float, seed: UInt64) -> Loss {
        guard let first = sentences.first else { return Loss() }
        random = SplitMix(seed: seed)
        self.scale = scale
        let batch = PackedBatch(lengths: sentences.map(\.count))
        read(sentences, batch)
        encode(batch)
        var loss = Loss()
        loss.tokens = batch.count
        let width = 2 * parameters.shape.cells
        dStates.zero(batch.count * width)
        let blocks = parameters.blocks
        let top = layers.dropped[1].values
        loss.xpos = classify(batch, sentences, top, first.isSilver ? parameters.silverXpos : blocks.xpos, 1, \.xpos)
        if !first.isSilver { loss.upos = classify(batch, sentences, top, blocks.upos, 0.5, \.upos) }
        loss.entities = classify(batch, sentences, top, blocks.entity, 1, \.entities)
        for (classifier, truth) in [
            (blocks.cue, \TrainingSentence.cues), (blocks.source, \.sources), (blocks.content, \.contents),
        ] {
            loss.attributions += classify(batch, sentences, top, classifier, 0.5, truth)
        }
        let tree = parse(batch, sentences, top, first.isSilver ? parameters.silverTree : blocks.tree)
        (loss.arcs, loss.relations) = tree
        decode(batch)
        return loss
    }
}
