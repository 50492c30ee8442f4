import Answers
import Articles
import Testing

/// Who agrees with whom and who contradicts whom, over an invented article.
struct ComparisonTests {
    private static let text = """
        Council split over the Marram bridge toll

        Mayor Ada Berg supports a toll on the Marram bridge. Councillor Tom Ruiz rejected a toll on the Marram bridge on Monday.

        Ruiz accused Berg of hiding the figures. A spokesman for Berg, Lars Holm, dismissed the accusation as nonsense.

        Greta Nyman, the opposition leader, called on Berg to resign. The trader Ines Falk supports a toll on the Marram bridge too.

        Dagny Lind, an engineer, said the bridge was not safe. The builder Orla Finch said the bridge was safe.
        """

    private func reply(_ question: String) throws -> Reply {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(Self.text.utf8), id: "toll.txt"))
        return session.ask(question)
    }

    @Test(arguments: [
        ("who contradicts Lind", ["Orla Finch"]),
        ("who agrees with Berg", ["Ines Falk"]),
        ("who disagrees with Berg", ["Tom Ruiz", "Greta Nyman"]),
        ("who contradicts Ruiz", ["Lars Holm", "Ada Berg", "Ines Falk"]),
        ("who agrees with Nyman", []),
    ])
    func `those who say the same or the opposite, and those who are for or against somebody`(
        question: String, names: [String]
    ) throws {
        let texts = try reply(question).answers.map(\.text)
        for name in names { #expect(texts.contains { $0.contains(name) }, "\(question): \(texts)") }
        #expect(texts.count == names.count, "\(question): \(texts)")
    }

    @Test func `a disagreement is told in pairs under what it is about`() throws {
        let answers = try reply("what do Berg and Ruiz disagree on").answers
        #expect(answers.map(\.section).contains("Tom Ruiz against Ada Berg"))
        let toll = answers.filter { $0.section == "toll" }
        #expect(toll.count == 2, "\(answers.map { ($0.section, $0.text) })")
    }

    @Test func `positions are told for each, and of whom there is nothing`() throws {
        let both = try reply("where do Berg and Ruiz stand on the toll")
        #expect(both.answers.map(\.section) == ["Ada Berg", "Tom Ruiz"])
        #expect(both.answers.map(\.text) == ["supports a toll", "rejected a toll"])
        let one = try reply("where do Lind and Ruiz stand on the toll")
        #expect(one.answers.map(\.section) == ["Tom Ruiz"])
        #expect(one.message?.contains("nothing here from Dagny Lind") == true)
    }

    @Test func `who says nothing against each other is not set against each other`() throws {
        let reply = try reply("what do Falk and Lind disagree on")
        #expect(reply.status == .noAnswer)
        #expect(reply.message?.contains("what each says: compare ") == true)
    }
}

/// Questions to try, made of the articles.
struct ExampleQuestionsTests {
    @Test func `examples are answered by the articles that they are made of`() throws {
        var session = try Session()
        let text =
            "Water rises\n\nHalvorsen said the canal would close in April. Dagny Lind, an engineer, warned that the dam leaks.\n"
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "water.txt"))
        let examples = session.examples(limit: 8)
        let filled = examples.filter { !$0.contains("...") }
        #expect(filled.count >= 4)
        for example in filled { #expect(session.ask(example).status == .answered, "\(example)") }
        #expect(session.ask("wot flurb").misunderstanding?.example.map { session.ask($0).status } == .answered)
    }

    @Test func `what is demanded is no clause to ask for, and a description begins with a small letter`() throws {
        var session = try Session()
        let text =
            "Ferry stops\n\nMayor Ilse Brandt demanded that Baltline pay for a new road.\n\nThe island's mayor, Greta Lind, said that the ferry is too slow.\n"
        session.load(try ArticleReader().read(bytes: Array(text.utf8), id: "ferry.txt"))
        let examples = session.examples(limit: 8)
        #expect(examples.contains("who said the ferry is too slow"))
        #expect(!examples.contains { $0.hasPrefix("who said Baltline pay") })
        #expect(session.ask("who said the ferry is too slow").answers.first?.description == "the island's mayor")
    }

    @Test func `without articles the grammar's own example is shown`() throws {
        var session = try Session()
        #expect(session.ask("wot flurb").misunderstanding?.example != nil)
        #expect(session.examples(limit: 3).allSatisfy { $0.contains("...") })
    }
}
