import Language

/// How far predicted tags and trees agree with gold ones, over all tokens.
struct TreeScore {
    private var tokens = 0
    private var upos = 0
    private var xpos = 0
    private var unlabelled = 0
    private var labelled = 0
    private var questionTokens = 0
    private var questionLabelled = 0
    private var goldOf = [Int](repeating: 0, count: Relation.allCases.count)
    private var predictedOf = [Int](repeating: 0, count: Relation.allCases.count)
    private var rightOf = [Int](repeating: 0, count: Relation.allCases.count)

    /// - Parameter isQuestion: whether a sentence of the gold document is a question.
    mutating func add(_ predicted: Document, gold: Document, isQuestion: (Int) -> Bool) {
        for sentence in gold.sentences.indices {
            let isQuestion = isQuestion(sentence)
            for token in gold.sentences[sentence].tokens {
                tokens += 1
                if predicted.upos[token] == gold.upos[token] { upos += 1 }
                if predicted.xpos[token] == gold.xpos[token] { xpos += 1 }
                let relation = Int(gold.relations[token].rawValue)
                goldOf[relation] += 1
                predictedOf[Int(predicted.relations[token].rawValue)] += 1
                if isQuestion { questionTokens += 1 }
                guard predicted.heads[token] == gold.heads[token] else { continue }
                unlabelled += 1
                guard predicted.relations[token] == gold.relations[token] else { continue }
                labelled += 1
                rightOf[relation] += 1
                if isQuestion { questionLabelled += 1 }
            }
        }
    }

    mutating func add(_ other: TreeScore) {
        tokens += other.tokens
        upos += other.upos
        xpos += other.xpos
        unlabelled += other.unlabelled
        labelled += other.labelled
        questionTokens += other.questionTokens
        questionLabelled += other.questionLabelled
        for index in goldOf.indices {
            goldOf[index] += other.goldOf[index]
            predictedOf[index] += other.predictedOf[index]
            rightOf[index] += other.rightOf[index]
        }
    }

    var summary: String {
        func share(_ right: Int, _ all: Int) -> String { percent(Double(right) / Double(max(all, 1))) }
        var summary = "UPOS \(share(upos, tokens)) XPOS \(share(xpos, tokens)) UAS \(share(unlabelled, tokens)) "
            + "LAS \(share(labelled, tokens))"
        if questionTokens > 0 { summary += " LAS of questions \(share(questionLabelled, questionTokens))" }
        return summary + " (\(tokens) tokens)"
    }

    /// F1 of labelled arcs by relation: name, F1, number in gold.
    func byRelation(_ relations: [Relation]) -> String {
        relations.map { relation in
            let index = Int(relation.rawValue)
            let f1 = 2 * Double(rightOf[index]) / Double(max(goldOf[index] + predictedOf[index], 1))
            return "\(relation.name) \(percent(f1)) (\(goldOf[index]))"
        }.joined(separator: ", ")
    }
}
