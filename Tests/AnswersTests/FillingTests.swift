import Answers
import Articles
import Testing

/// Questions over an article of a few sentences: what is underlined.
struct FillingTests {
    private func texts(_ question: String, _ article: String) throws -> [String] {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(("News of the day\n\n" + article).utf8), id: "a.txt"))
        return session.ask(question).answers.map(\.text)
    }

    // MARK: Amounts (`QuantityFiller`)

    @Test func aDurationOfTwoUnitsIsWhole() throws {
        #expect(
            try texts("how long was Holm jailed for", "Nils Holm was jailed for four years and two months on Monday.")
                == ["four years and two months"])
    }

    @Test func byHowMuchComesBeforeToWhat() throws {
        #expect(
            try texts("how much did revenue rise", "Revenue rose 4 percent to $612 million, the company said.")
                == ["4 percent"])
    }

    @Test func whatAMeasureRoseToIsWhatItIs() throws {
        #expect(try texts("what was the revenue", "Revenue rose 4 percent to $612 million.") == ["$612 million"])
    }

    // MARK: Who is meant, and what is told as to come

    @Test func thePresidentIsWhomTheArticleCallsSo() throws {
        let article = "President Pia Lind declared an emergency. She will visit the valley on Saturday."
        #expect(try texts("when will the president visit the valley", article) == ["Saturday"])
    }

    @Test func whatSomebodySaidHeWouldDoHeWillDo() throws {
        let article = "Nils Holm said on Monday that he would appeal against the sentence."
        #expect(try texts("will Holm appeal", article).first?.hasPrefix("yes") == true)
        #expect(try texts("will Lind appeal", article).isEmpty)
    }

    // MARK: Circumstances (`CircumstanceFiller`)

    @Test func aPlaceIsToldByThePrepositionOfTheFact() throws {
        #expect(try texts("where did Holm sleep", "Nils Holm slept under the bridge.") == ["the bridge"])
    }

    @Test func aPlaceIsToldByTheOccasion() throws {
        #expect(
            try texts(
                "where did Lind attack the plan", "Pia Lind attacked the plan during a stop in Oslo for the party.")
                == ["Oslo"])
    }

    @Test func whereSomethingIsIsWhatItIsSaidToBe() throws {
        #expect(
            try texts("where was the wreck", "The wreck was 20 kilometres west of the town of Bergen, the navy said.")
                .first?
                .hasPrefix("20 kilometres west of the town of Bergen") == true)
    }

    @Test func whatCameBeforeIsTheReasonWhereNoneIsTold() throws {
        #expect(
            try texts("why was Holm dismissed", "Nils Holm was dismissed after losing the keys.") == ["losing the keys"]
        )
    }

    @Test func whatIsSaidInTheSameBreathIsWhy() throws {
        #expect(
            try texts("why did Lind reject the offer", "Pia Lind rejected the offer, saying the price was too low.")
                == [
                    "the price was too low"
                ])
    }

    @Test func howSomebodyLearnsIsToldWithItsPreposition() throws {
        #expect(
            try texts("how did Holm learn of the sale", "Nils Holm learned of the sale from the radio.") == [
                "from the radio"
            ])
    }

    @Test func groundsAreReasons() throws {
        #expect(
            try texts("why was Holm released", "Nils Holm was released on the grounds that he was ill.") == [
                "the grounds that he was ill"
            ])
    }

    @Test func whatSomethingIsIsWhatItIsPlainlySaidToBe() throws {
        #expect(
            try texts("what was the most common side effect", "The most common side effect was fever.") == ["fever"])
    }

    @Test func whereNothingIsToldNothingIsFilled() throws {
        #expect(try texts("why did Lind leave", "Pia Lind left the hall with her brother.") == [])
    }

    // MARK: Whose mayor, whose chief executive (`WholeFit`)

    private let town = """
        Berg defends the harbour of Havn

        The mayor, Ada Berg, defended the harbour of Havn on Monday. Havn has 4,000 people, and Havn needs ships.

        Norlag's chairman, Nils Holm, visited the town.
        """

    @Test func aBareDescriptionBelongsToWhatTheArticleIsAbout() throws {
        #expect(try texts("who is the mayor of Havn", town) == ["Ada Berg"])
    }

    @Test func aDescriptionWithAnOwnerBelongsToTheOwner() throws {
        #expect(try texts("who is the chairman of Norlag", town) == ["Nils Holm"])
        #expect(try texts("who is the chairman of Havn", town) == [])
    }

    // MARK: Spans

    @Test func whoShallDoItBelongsToWhatIsUrged() throws {
        #expect(try texts("what did Lind demand", "Pia Lind urged sponsors to withdraw.") == ["sponsors to withdraw"])
        #expect(
            try texts("what did Lind urge sponsors to do", "Pia Lind urged sponsors to withdraw.") == ["to withdraw"])
    }

    @Test func whatSomethingIsCalledIsSaidAboutIt() throws {
        #expect(
            try texts(
                "what did Lind say about the closure", "Pia Lind described the closure as \"an act of vandalism\".")
                == [
                    "an act of vandalism"
                ])
    }

    @Test func whatWasDeniedIsNothingThatWasSaid() throws {
        #expect(try texts("what did Lind say about the criticism", "Pia Lind rejected the criticism.") == [])
    }

    @Test func aComplaintIsWhatIsComplainedAbout() throws {
        #expect(
            try texts("what did the farmers complain about", "The farmers complained that help was slow.") == [
                "help was slow"
            ])
    }

    @Test func peopleAreCountedByWhatTheyAre() throws {
        #expect(
            try texts("how many people were rescued", "Forty-six passengers and crew were rescued by two helicopters.")
                .first?
                .hasPrefix("Forty-six") == true)
    }

    // MARK: Yes or no

    @Test func whoHasNoIntentionOfItWillNotDoIt() throws {
        #expect(try texts("will Holm resign", "Nils Holm has no intention of resigning.") == ["no"])
    }

    @Test func whatIsRuledOutWillNotBeDone() throws {
        #expect(try texts("will Lind close the plant", "Pia Lind ruled out closing the plant.") == ["no"])
    }

    @Test func whoIsBlamedDoesNotComment() throws {
        #expect(try texts("did the referee comment", "The coach blamed the referee for the defeat.") == [])
    }
}
