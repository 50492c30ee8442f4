import Foundation
import Language

/// Questions of our own with their trees, as CoNLL-U in `Questions/`: treebanks have few of the kinds that are put to Hearsay.
enum OwnQuestions {
    enum Part: String {
        /// 150, for training.
        case train
        /// 50 of people and places that the others do not name, for evaluation.
        case eval
    }

    static func documents(_ part: Part) throws -> [Document] {
        guard
            let file = Bundle.module.url(forResource: part.rawValue, withExtension: "conllu", subdirectory: "Questions")
        else {
            throw CorpusError(description: "Questions/\(part.rawValue).conllu is missing beside hearsay-train")
        }
        return try Document.documents(ofConllu: Array(Data(contentsOf: file)))
    }
}
