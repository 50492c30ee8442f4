import Language

/// How far predicted tags and trees agree with gold ones, over all tokens.
struct TreeScore {
    private(set) var tokens = 0
    private var rightUpos = 0
    private var rightXpos = 0
    private var rightLemmas = 0
    private var unlabelled = 0
    private var labelled = 0
    private var questionTokens = 0
    private var questionLabelled = 0
    private var goldOf = [Int](repeating: 0, count: Relation.allCases.count)
    private var predictedOf = [Int](repeating: 0, count: Relation.allCases.count)
    private var rightOf = [Int](repeating: 0, count: Relation.allCases.count)

    /// - Parameter isQuestion: whether a sentence of the gold document is a question.
    mutating func add(_ predicted: Document, gold: Document, isQuestion: (Int) -> Bool) {
        let hasLemmas = gold.lemmas.count == gold.count
        for sentence in gold.sentences.indices {
            let isQuestion = isQuestion(sentence)
            for token in gold.sentences[sentence].tokens {
                tokens += 1
                if predicted.upos[token] == gold.upos[token] { rightUpos += 1 }
                if predicted.xpos[token] == gold.xpos[token] { rightXpos += 1 }
                if hasLemmas, predicted.lemma(token) == gold.lemma(token) { rightLemmas += 1 }
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
        rightUpos += other.rightUpos
        rightXpos += other.rightXpos
        rightLemmas += other.rightLemmas
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

    // MARK: Shares of all tokens, between 0 and 1.

    var upos: Double { share(rightUpos) }
    var xpos: Double { share(rightXpos) }
    var lemma: Double { share(rightLemmas) }
    var uas: Double { share(unlabelled) }
    var las: Double { share(labelled) }

    private func share(_ right: Int) -> Double { Double(right) / Double(max(tokens, 1)) }

    /// LAS of the tokens of questions; nil where there are none.
    var lasOfQuestions: Double? { questionTokens == 0 ? nil : Double(questionLabelled) / Double(questionTokens) }

    /// The relations that facts are made of, and that are hard.
    static let coreRelations: [Relation] = [
        .nsubj, .nsubjPassive, .obj, .iobj, .ccomp, .xcomp, .obl, .appos, .aclRelative, .conj, .parataxis,
    ]

    /// LAS of the tokens whose gold relation is a core relation.
    var lasOfCoreRelations: Double {
        let indices = Self.coreRelations.map { Int($0.rawValue) }
        let (right, all) = (indices.reduce(0) { $0 + rightOf[$1] }, indices.reduce(0) { $0 + goldOf[$1] })
        return Double(right) / Double(max(all, 1))
    }

    /// F1 of labelled arcs by the relation's name.
    var f1ByRelation: [String: Double] {
        var scores: [String: Double] = [:]
        for relation in Relation.allCases where goldOf[Int(relation.rawValue)] > 0 {
            scores[relation.name] = f1(relation)
        }
        return scores
    }

    private func f1(_ relation: Relation) -> Double {
        let index = Int(relation.rawValue)
        return 2 * Double(rightOf[index]) / Double(max(goldOf[index] + predictedOf[index], 1))
    }

    var summary: String {
        var summary = "UPOS \(percent(upos)) XPOS \(percent(xpos)) UAS \(percent(uas)) LAS \(percent(las))"
        if let lasOfQuestions { summary += " LAS of questions \(percent(lasOfQuestions))" }
        return summary + " (\(tokens) tokens)"
    }

    /// F1 of labelled arcs by relation: name, F1, number in gold.
    func byRelation(_ relations: [Relation]) -> String {
        relations.map { relation in
            "\(relation.name) \(percent(f1(relation))) (\(goldOf[Int(relation.rawValue)]))"
        }.joined(separator: ", ")
    }
}
