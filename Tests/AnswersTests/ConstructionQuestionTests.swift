import Answers
import Articles
import Testing

/// Short invented articles of kinds that are read in a way of their own: interviews, columns, headlines of capitals.
struct ConstructionQuestionTests {
    private func answers(_ text: String, _ question: String) throws -> [Answer] {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "article.txt"))
        return session.ask(question).answers
    }

    private static let interview = """
        'The harbour will open again'

        Marit Sund, the harbour director, spoke to the Tarnby Post about the strike.

        12 May 2025

        Q: Why did the talks fail?

        A: Because the board wanted longer shifts.

        Q: When will the ferries sail again?

        A: On Thursday, if the weather allows.

        Q: How many workers are on strike?

        A: About 300.

        Q: Who will pay for the damage?

        A: The board.

        Q: Where will the talks go on?

        A: In Sundet.

        Q: Will the board raise wages?

        A: No. It has no money.

        Q: What do you fear most?

        A: Another winter of strikes.

        Q: Will the mayor resign?

        A: You will have to ask the mayor.
        """

    @Test(arguments: [
        ("when will the ferries sail", "Thursday"),
        ("why did the talks fail", "the board wanted longer shifts"),
        ("how many workers are on strike", "About 300"),
        ("who will pay for the damage", "the board"),
        ("where will the talks go on", "Sundet"),
        ("will the board raise wages", "No"),
        ("what does Sund fear", "Another winter of strikes"),
    ])
    func `an interviewer's question is told by a few words of the next turn`(question: String, text: String) throws {
        let answers = try answers(Self.interview, question)
        #expect(answers.map { $0.text.lowercased() } == [text.lowercased()])
        #expect(answers.first.map { [$0.source] + $0.via }?.contains("Marit Sund") == true)
    }

    @Test func `a question for yes or no that is not answered states nothing`() throws {
        #expect(try answers(Self.interview, "will the mayor resign").isEmpty)
    }

    private static let city = """
        Deputy mayor opens pool

        3 March 2025

        The deputy mayor, Rolf Brandt, opened a swimming pool in Tarnby on Monday. Brandt also planted a tree.

        The mayor, Ada Kolberg, cut the budget of the library on Tuesday. Kolberg fired two officials. The former mayor, \
        Nils Vik, sued the city.

        Calder Mills said its profit fell 12 percent last year. Kestria rejected the proposal from Velmark. The union \
        rejected the offer.

        A quake hit Neral on Sunday. Its epicentre was 20 kilometres west of the town, at a depth of 9 kilometres.
        """

    @Test(arguments: [
        ("what did the mayor do", ["cut the budget of the library on Tuesday", "fired two officials"]),
        ("what did the former mayor do", ["sued the city"]),
        ("who is the mayor", ["Ada Kolberg"]),
        ("who is the deputy mayor", ["Rolf Brandt"]),
        (
            "who rejected what",
            ["Kestria rejected the proposal from Velmark", "The union rejected the offer"]
        ),
        ("how much did Calder's profit fall", ["12 percent"]),
        ("where was the quake centred", ["20 kilometres west of the town, at a depth of 9 kilometres"]),
    ])
    func `titles, pairs and owners`(question: String, texts: [String]) throws {
        #expect(try answers(Self.city, question).map(\.text) == texts)
    }

    private static let column = """
        The ferry is not worth saving

        By Dagny Holm

        12 May 2025

        I have crossed the Sundet strait on the old ferry more often than I can count. I grew up on the island.

        But I think the council should close the line. I urge the minister to pay for a bridge.

        Mayor Ada Kolberg disagrees. "I will not close the line," she said. I respect her, but I fear she is wrong.
        """

    @Test(arguments: [
        ("what does Dagny Holm think", "the council should close the line"),
        ("what does Holm fear", "she is wrong"),
        ("who grew up on the island", "Dagny Holm"),
        ("what did Kolberg say", "I will not close the line"),
    ])
    func `a column's I is its author`(question: String, text: String) throws {
        #expect(try answers(Self.column, question).map(\.text) == [text])
    }

    @Test func `a headline's capitals make no names of the story's words`() throws {
        let text = """
            Storm Forces Ferry Operator To Cancel Crossings

            3 March 2025

            A storm forced the ferry operator Sundline to cancel all crossings on Friday. Forecasters said the storm would last.
            """
        #expect(!(try answers(text, "list organizations").contains { $0.text.contains("Storm") }))
    }
}
