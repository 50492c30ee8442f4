import ArgumentParser
import Foundation
import Language

/// Learns the lemmatiser's rules and scores them with gold tags.
struct Lemmas: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Learns lexicons/lemmas.txt and scores it.")

    @Argument(help: "The folder of corpora.") var data: String
    @Argument(help: "The file to write.") var out: String

    func run() throws {
        let corpus = Corpus(folder: data)
        var training = LemmaTraining()
        for document in try corpus.treebanks(.train) {
            for token in 0..<document.count {
                training.add(
                    form: document.form(token), norm: document.norm(token), lemma: document.lemma(token),
                    tag: document.xpos[token])
            }
        }
        for article in try SilverCorpus(corpus, .train).articles {
            for token in article.tokens where SilverCorpus.hasReliableLemma(token) {
                training.add(
                    form: token.form, norm: Tokenizer.norm(of: token.form), lemma: token.lemma, tag: token.xpos,
                    weight: 0.25)
            }
        }
        let header = """
            # How the end of a word becomes that of its dictionary form: tag, end (^ marks the whole word), bytes to cut, what
            # to append (_ for nothing). Learnt from the treebanks EWT and GUM (train) and, for regular inflection, from the
            # automatic lemmas of PolNeAR (train). Written by: hearsay-train lemmas DATA lemmas.txt

            """
        let text = header + training.rules().joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: out))

        let lemmatizer = Lemmatizer(rules: LemmaRules(text))
        for name in ["ewt", "gum"] {
            let score = LemmaEvaluation(lemmatizer, try corpus.treebank(name, .dev))
            print("\(name) dev lemmas: \(percent(score.accuracy))")
            for error in score.frequentErrors(30) { print("  \(error)") }
        }
    }
}
