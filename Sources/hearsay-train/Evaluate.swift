import ArgumentParser
import Foundation
import Language
import Resources

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores the embedded weights on the development sets, or on any treebank.",
        discussion: """
            With a folder of corpora: the table of all figures, each with its bar and aim. Tags, lemmas and trees are scored on \
            gold tokens and sentences with predicted tags; all the rest from running text, held against the reference by bytes.
            With --treebank: the figures that the treebank allows, as one JSON object. Names and coreference need Entity= in MISC, \
            as GUM has it.
            """)

    @Argument(help: "The folder of corpora.") var data: String?
    @Option(help: ArgumentHelp("Score this treebank: CoNLL-U, gzip-compressed or not.", valueName: "file"))
    var treebank: String?

    func validate() throws {
        if (data == nil) == (treebank == nil) {
            throw ValidationError("Give either the folder of corpora or --treebank FILE.")
        }
    }

    func run() throws {
        let analyzer = try Analyzer()
        if let treebank {
            let bytes = try Corpus.read(file: treebank)
            let read = try Treebank(conllu: bytes)
            print(try TreebankFigures(TreebankEvaluation(read, analyzer), documents: read.items.count).json())
        } else if let data {
            try DevelopmentFigures(Corpus(folder: data), analyzer).report()
        }
    }
}
