/// The sizes of the language network and the blocks of its parameters.
///
/// Features of a word are rows of a table that are summed; two layers of recurrent cells read the sentence from both ends
/// (BiLSTM, Graves & Schmidhuber 2005, with input and forget gate in one, Greff et al. 2017); on their states stand the
/// heads: tags and names of each word by itself, arcs by a biaffine score of dependent and head (Dozat & Manning 2017),
/// relations by a layer over both.
package struct NetworkShape: Sendable, Equatable {
    /// Width of a word's features, of a direction's cells, of an arc's ends, and of a relation's hidden layer. Multiples of 16.
    package var features = 128
    package var cells = 128
    package var arcs = 96
    package var relations = 96

    package init() {}

    package init(features: Int, cells: Int, arcs: Int, relations: Int) {
        (self.features, self.cells, self.arcs, self.relations) = (features, cells, arcs, relations)
    }

    /// Distances between dependent and head, in both directions, that arcs tell apart; one block of biases.
    static let distanceCount = 32

    /// Which bias an arc has, by the distance from the dependent to the head (negative: the head stands before).
    @inline(__always)
    package static func distance(_ distance: Int) -> Int {
        let length = abs(distance)
        let bucket = length < 8 ? length : min(8 + (length - 8) / 4, 15)
        return distance < 0 ? bucket : 16 + bucket
    }

    /// A matrix, or with one row a vector, of parameters.
    package struct Block: Sendable, Equatable {
        package var rows: Int
        package var columns: Int
        /// Where it begins among all parameters.
        package var offset: Int
        package var count: Int { rows * columns }

        package init(rows: Int, columns: Int, offset: Int) {
            (self.rows, self.columns, self.offset) = (rows, columns, offset)
        }
    }

    /// One layer of cells in one direction.
    package struct Layer: Sendable, Equatable {
        package var input: Block
        package var recurrent: Block
        package var bias: Block
    }

    /// Scores of the classes of each word.
    package struct Classifier: Sendable, Equatable {
        package var weights: Block
        package var bias: Block
        /// Classes in use; the columns are padded.
        package var classes: Int
    }

    /// Scores of arcs and of their relations.
    package struct TreeHead: Sendable, Equatable {
        package var dependent, dependentBias, head, headBias, bilinear, headPrior, root, distances: Block
        package var relationDependent, relationHead, relationBias, relationRoot: Block
        package var relation: Classifier
    }

    /// All parameters in order.
    package struct Blocks: Sendable, Equatable {
        /// Layer by layer; in each the direction from left to right, then from right to left.
        package var layers: [[Layer]] = []
        package var tree: TreeHead
        package var xpos, upos, entity: Classifier
        /// Outside, beginning, inside of a cue, a source, a content; see `AttributionEvidence`.
        package var cue, source, content: Classifier
        /// Number of parameters.
        package private(set) var count = 0

        package init(_ shape: NetworkShape) {
            var count = 0
            func block(_ rows: Int, _ columns: Int) -> Block {
                precondition(columns % 16 == 0)
                defer { count += rows * columns }
                return Block(rows: rows, columns: columns, offset: count)
            }
            var layers: [[Layer]] = []
            for width in [shape.features, 2 * shape.cells] {
                layers.append(
                    (0..<2).map { _ in
                        Layer(
                            input: block(width, 3 * shape.cells), recurrent: block(shape.cells, 3 * shape.cells),
                            bias: block(1, 3 * shape.cells))
                    })
            }
            self.layers = layers
            tree = TreeHead(shape, relations: Relation.allCases.count, block)
            xpos = Classifier(2 * shape.cells, PennTag.allCases.count, block)
            upos = Classifier(2 * shape.cells, UniversalTag.allCases.count, block)
            entity = Classifier(2 * shape.cells, EntityLabel.count, block)
            cue = Classifier(2 * shape.cells, AttributionEvidence.classCount, block)
            source = Classifier(2 * shape.cells, AttributionEvidence.classCount, block)
            content = Classifier(2 * shape.cells, AttributionEvidence.classCount, block)
            self.count = count
        }
    }
}

extension NetworkShape.Classifier {
    package init(_ width: Int, _ classes: Int, _ block: (Int, Int) -> NetworkShape.Block) {
        let columns = (classes + 15) / 16 * 16
        self.init(weights: block(width, columns), bias: block(1, columns), classes: classes)
    }
}

extension NetworkShape.TreeHead {
    package init(_ shape: NetworkShape, relations: Int, _ block: (Int, Int) -> NetworkShape.Block) {
        let width = 2 * shape.cells
        self.init(
            dependent: block(width, shape.arcs), dependentBias: block(1, shape.arcs), head: block(width, shape.arcs),
            headBias: block(1, shape.arcs), bilinear: block(shape.arcs, shape.arcs), headPrior: block(1, shape.arcs),
            root: block(1, shape.arcs), distances: block(1, NetworkShape.distanceCount),
            relationDependent: block(width, shape.relations), relationHead: block(width, shape.relations),
            relationBias: block(1, shape.relations), relationRoot: block(1, shape.relations),
            relation: NetworkShape.Classifier(shape.relations, relations, block))
    }
}
