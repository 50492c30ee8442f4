import Testing

@testable import Language

@Suite struct TreebankQuestionTests {
    let statement = """
        1 The      the      DET   DT  _ 2 det   _ _
        2 minister minister NOUN  NN  _ 3 nsubj _ _
        3 rejected reject   VERB  VBD _ 0 root  _ _
        4 the      the      DET   DT  _ 5 det   _ _
        5 plan     plan     NOUN  NN  _ 3 obj   _ _
        6 on       on       ADP   IN  _ 7 case  _ _
        7 Monday   Monday   PROPN NNP _ 3 obl   _ SpaceAfter=No
        8 .        .        PUNCT .   _ 3 punct _ _
        """

    /// All questions that a statement gives, each with its arcs as heads.
    func questions(_ conllu: String) throws -> [String: [Int32]] {
        guard let synthesis = QuestionSynthesis(try Document(conllu: conllu), sentence: 0) else { return [:] }
        var random = Language.SplitMix(seed: 1)
        var questions: [String: [Int32]] = [:]
        for _ in 0..<400 {
            guard let question = synthesis.question(&random) else { continue }
            questions[String(decoding: question.text, as: UTF8.self)] = question.heads
        }
        return questions
    }

    @Test func statementsBecomeQuestions() throws {
        let questions = try questions(statement)
        #expect(questions["What did the minister reject on Monday?"] == [4, 4, 3, 4, -1, 6, 4, 4])
        #expect(questions["Who rejected the plan on Monday?"] == [1, -1, 3, 1, 5, 1, 1])
        #expect(questions["When did the minister reject the plan?"] == [4, 4, 3, 4, -1, 6, 4, 4])
        #expect(questions["Did the minister reject the plan on Monday?"] == [3, 2, 3, -1, 5, 3, 7, 3, 3])
        #expect(questions["Which minister rejected the plan on Monday?"] == [1, 2, -1, 4, 2, 6, 2, 2])
    }

    @Test func auxiliariesMoveBeforeTheSubject() throws {
        let questions = try questions(
            """
            1 She    she    PRON PRP _ 3 nsubj _ _
            2 will   will   AUX  MD  _ 3 aux   _ _
            3 reject reject VERB VB  _ 0 root  _ _
            4 it     it     PRON PRP _ 3 obj   _ _
            """)
        #expect(questions["Will she reject it?"] == [2, 2, -1, 2, 2])
        #expect(questions["Who will reject it?"] == [2, 2, -1, 2, 2])
    }

    @Test func questionsAndCommandsGiveNone() throws {
        #expect(try questions("1 Go go VERB VB _ 0 root _ _").isEmpty)
        #expect(
            try questions(
                """
                1 Who  who   PRON WP  _ 2 nsubj _ _
                2 left leave VERB VBD _ 0 root  _ _
                """
            ).isEmpty)
    }
}
