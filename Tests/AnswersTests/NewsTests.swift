import Answers
import Articles
import Testing

/// What journalists ask of short pieces of news: sentences in, answers out.
struct NewsTests {
    private func texts(_ question: String, _ article: String, title: String = "News of the day") throws -> [String] {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array((title + "\n\n" + article).utf8), id: "a.txt"))
        return session.ask(question).answers.map(\.text)
    }

    private func sources(_ question: String, _ article: String) throws -> [String?] {
        var session = try Session()
        session.load(try ArticleReader().read(bytes: Array(("News of the day\n\n" + article).utf8), id: "a.txt"))
        return session.ask(question).answers.map(\.source)
    }

    // MARK: What somebody did

    @Test func whatSomebodyDidIsTheVerbWithAllThatBelongsToIt() throws {
        let article = "The council sold the park to a developer on Friday. The mayor said she would resign."
        #expect(try texts("what did the council do on Friday", article) == ["sold the park to a developer on Friday"])
        #expect(try texts("what did the council do", article) == ["sold the park to a developer on Friday"])
    }

    @Test func whatSomebodyWillDoIsNothingThatHeDid() throws {
        #expect(try texts("what did Pia Lind do", "Pia Lind will sell the park to a developer.").isEmpty)
    }

    // MARK: Conversations

    private let interview = """
        Baker Ada Berg talks to Nils Holm about bread. Berg has run her shop since 1990.

        Q: How many loaves do you sell?

        A: I sold 300 loaves on Monday. The mill raised its prices in May.

        Q: Is that enough?

        A: It has to be.
        """

    @Test func whoeverIsInterviewedSaysWhatStandsBehindTheA() throws {
        #expect(try texts("what did Berg say about the mill", interview) == ["The mill raised its prices in May"])
        #expect(try texts("how many loaves did Berg sell", interview) == ["300 loaves"])
        #expect(try texts("what did Holm say about the mill", interview).isEmpty)
    }

    @Test func whoHasTheTurnSpeaks() throws {
        let article = """
            A partial transcript follows.

            "BERG: Will Nils Holm be there tomorrow night?

            "LIND: Holm will not attend the debate. He is ill.

            Pia Lind and Ada Berg met on Sunday.
            """
        #expect(try sources("who said Holm will not attend the debate", article) == ["Pia Lind"])
    }

    // MARK: Live reports

    @Test func theTimeOfAnEntryIsNoPartOfItsSentence() throws {
        let article = """
            17:05 Crowds gather outside the court

            16:12 The jury acquits Nils Holm
            """
        #expect(try texts("who gathered outside the court", article) == ["Crowds"])
        #expect(try texts("who acquitted Nils Holm", article) == ["The jury"])
    }

    @Test func aHeadingInQuotationMarksIsNotWhatTheLastSpeakerSaid() throws {
        let article = """
            "We will appeal," Ada Berg told reporters.

            16:31 "A betrayal of the whole city"

            Judge Pia Lind described the affair as a betrayal of the whole city.
            """
        #expect(try texts("who described the affair as a betrayal of the whole city", article) == ["Pia Lind"])
        #expect(try !texts("what did Ada Berg say", article).contains { $0.contains("betrayal") })
    }

    // MARK: Headlines

    @Test func headlinesLeaveOutIs() throws {
        let title = "Tova manager jailed for four years over bribes"
        #expect(try texts("who was jailed", "The hearing took a day.", title: title) == ["Tova manager"])
    }

    @Test func whoSaysItStandsBeforeTheColonOfAHeadline() throws {
        let title = "Poll: Most voters reject the new bridge"
        #expect(try texts("who said most voters reject the new bridge", "It rained.", title: title) == ["Poll"])
    }

    // MARK: What is quoted

    @Test func wordsQuotedInWhatSomebodySaidAreNothingElseHeDid() throws {
        let article = #"Pia Lind said members were "sick with worry" and demanded an urgent meeting with the owner."#
        #expect(try texts("what does Lind demand", article) == ["an urgent meeting"])
        #expect(try texts("what did Lind say", article).first == #"members were "sick with worry""#)
    }

    @Test func whatIsDescribedIsWhatItIsCalled() throws {
        let article =
            #"Pia Lind described the results as "encouraging but not decisive" and urged researchers to share them."#
        #expect(try texts("what did Lind say about the results", article) == ["encouraging but not decisive"])
        #expect(try texts("who criticised the results", article).isEmpty)
    }

    @Test func whatStandsBeforeTheColonIsNotSaidByWhoIsQuoted() throws {
        let article = #"Others still support him: "He built us a hospital," said Pia Lind, a retired nurse."#
        #expect(try texts("what did Pia Lind say", article) == ["He built us a hospital"])
    }

    @Test func aQuotationInsideOfAQuotationStaysWhole() throws {
        let article = #"Her colleague told her, "We have 'no chance' of passing it.""#
        #expect(try texts("what did her colleague say", article) == ["We have 'no chance' of passing it"])
    }

    @Test func whoIsToBlameIsBlamedByWhoSaysSo() throws {
        let article = #""The captain alone is to blame," said Nils Holm, a spokesman of the navy."#
        #expect(try texts("who does Nils Holm blame", article) == ["The captain"])
        #expect(try texts("who blames Nils Holm", article).isEmpty)
    }

    // MARK: Where

    @Test func hospitalAndTown() throws {
        #expect(
            try texts("where was the girl flown", "The girl was flown to hospital in the capital.")
                == ["hospital in the capital"])
    }

    @Test func whatIsAtSomethingIsThere() throws {
        #expect(
            try texts("where was the cash handed over", "The cash was handed over in envelopes at a bowling alley.")
                == ["a bowling alley"])
    }

    @Test func directionAndDistance() throws {
        #expect(
            try texts("where was the quake centred", "The quake was centred 20 kilometres west of Tova.")
                == ["20 kilometres west of Tova"])
    }

    @Test func whereANightIsSpent() throws {
        #expect(
            try texts("where did Pia Lind spend the night", "Pia Lind spent the night on the roof of her shop.")
                == ["the roof of her shop"])
    }

    // MARK: How many, how much

    @Test func whoReportsAProfitEarnsIt() throws {
        #expect(
            try texts("how much did the firm earn in 2024", "The firm reported a profit of 41 million pounds in 2024.")
                == ["41 million pounds"])
    }

    @Test func whoIsSentencedIsJailed() throws {
        #expect(
            try texts("how long was Nils Holm jailed for", "Nils Holm was sentenced to six years in prison.")
                == ["six years"])
    }

    @Test func howManyOfWhom() throws {
        let article = "The boat carried a crew of nine, two of whom were injured."
        #expect(try texts("how many sailors were injured", article) == ["two"])
        #expect(try texts("how many were injured", article) == ["two"])
    }

    @Test func howManyWereFound() throws {
        let article = "Rescuers said 37 people were found alive in the ruins."
        #expect(try texts("how many were found alive", article) == ["37 people"])
    }

    @Test func howExactANumberIs() throws {
        let article =
            "More than 2,000 people marched at least 40 kilometres, and Forty-two ships were held. About 300 slept."
        #expect(try texts("how many people marched", article) == ["More than 2,000 people"])
        #expect(try texts("how many ships were held", article) == ["Forty-two ships"])
    }

    @Test func howManyWereNot() throws {
        let article = "Twenty-nine people were injured on Monday. Four sailors were not paid."
        #expect(try texts("how many people were not injured", article).isEmpty)
        #expect(try texts("how many people werent injured", article).isEmpty)
        #expect(try texts("how many sailors were not paid", article) == ["Four sailors"])
    }

    @Test func inFrontOfTheBank() throws {
        let article = "The bomb exploded on Monday in front of the Velmark Bank. Two shells exploded in Havn on Sunday."
        #expect(try texts("where did the bomb explode", article) == ["in front of the Velmark Bank"])
    }

    @Test func whatSomethingIsCalled() throws {
        let article = """
            Many were hurt by a blast that Mayor Ada Berg described as "a cruel act".
            The union called Nils Holm a "champion" for its members. The union wrote that Nils Holm had opened the door for women.
            """
        #expect(try texts("what did Ada Berg call the blast", article) == ["a cruel act"])
        #expect(try texts("what did the union call Holm", article) == ["a \"champion\" for its members"])
    }

    @Test func aWordInQuotationMarksIsASubject() throws {
        let article = "Ada Berg said in Havn that \"a bomb\" had gone off in Velmark."
        #expect(try texts("what went off", article) == ["a bomb"])
    }

    @Test func aBareVerbIsNotAnsweredByAnother() throws {
        let article =
            "A judge rejected the request and said the file was closed. Nils Holm asked for an end to the trial."
        #expect(try texts("who appealed", article).isEmpty)
    }

    @Test func whoIsForABanIsNotForTheThing() throws {
        let article =
            "In July the Havn Union called for a moratorium on private schools. Ada Berg backs private schools."
        #expect(try texts("who supports private schools", article) == ["Ada Berg"])
        #expect(try texts("who called for a moratorium on private schools", article) == ["Havn Union"])
        #expect(try texts("does the Havn Union support private schools", article).isEmpty)
    }

    @Test func oneInTen() throws {
        #expect(
            try texts("how many children developed a fever", "About one child in ten developed a fever.")
                == ["About one child in ten"])
        #expect(
            try texts("how many voters stayed at home", "One in three voters stayed at home.") == [
                "One in three voters"
            ])
    }

    @Test func perCentInTwoWords() throws {
        #expect(
            try texts("how far did the shares fall", "Its shares slid 5 per cent to 742 pence.") == ["5 per cent"])
    }

    @Test func byHalf() throws {
        #expect(
            try texts("how much did the profit fall", "The profit fell by more than half.") == ["more than half"])
    }

    @Test func whatAPriceIs() throws {
        let article = "The price of the vaccine, currently 9 dollars a dose, would keep it from the poor."
        #expect(try texts("how much does the vaccine cost", article) == ["9 dollars"])
        #expect(try texts("how much does a licence cost", "The fee for a licence is £40.") == ["£40"])
    }

    @Test func whoIsEmployedWorksThere() throws {
        #expect(try texts("how many people work in Tova", "Tova alone employs 640 people.") == ["640 people"])
    }

    // MARK: Why

    @Test func sharesFallOnConcern() throws {
        #expect(
            try texts("why did the shares fall", "The shares fell on concern that it was paying too much.")
                == ["concern that it was paying too much"])
    }

    @Test func whatSomebodyPointsTo() throws {
        #expect(
            try texts(
                "why did the defence want a suspended sentence",
                "The defence wanted a suspended sentence, pointing to his illness.") == ["his illness"])
    }

    // MARK: Who

    @Test func theEngineerIsWhoIsNamedBesideIt() throws {
        let article = """
            An engineer who inspected the dam in May said he had told the owner that it was cracked.

            "They did nothing," said the engineer, Matti Sorel, who now teaches in Tova.
            """
        #expect(try texts("who told the owner that the dam was cracked", article) == ["Matti Sorel"])
    }

    @Test func howSomebodyIsTellsNotWho() throws {
        #expect(try texts("who is Nils Holm", "Nils Holm is always very polite.").isEmpty)
    }

    @Test func whatIsCalledColdIsHerDeceit() throws {
        #expect(
            try texts("what did the judge call her deceit", #"The judge called her deceit "cold and cruel"."#)
                == ["cold and cruel"])
    }

    @Test func theNameBehindADescription() throws {
        #expect(
            try texts("who was acquitted", "Holm's sister-in-law, Ada Berg, who had been charged, was acquitted.")
                == ["Ada Berg"])
        #expect(
            try texts("what sentence did Luca Berg get", "His partner, the builder Luca Berg, got three years.")
                == ["three years"])
    }

    @Test func twoBrothers() throws {
        #expect(
            try texts("who founded the firm", "The firm was founded in 1887 by two brothers, Josiah and Amos Calder.")
                .first?.hasSuffix("Josiah and Amos Calder") == true)
    }

    @Test func theMayorOfATownThatNobodyKnows() throws {
        let article = "Nils Holm, the mayor of Castrelle, resigned. Castrelle has a harbour."
        #expect(try texts("who is the mayor of Castrelle", article) == ["Nils Holm"])
    }

    @Test func partyAndDistrictDescribeNobody() throws {
        let article = "Senator Ada Berg (D-Nfk.) left the hall."
        #expect(try !texts("who is Ada Berg", article).contains { $0.contains("Nfk") })
    }

    @Test func aNameOfAThing() throws {
        #expect(
            try texts(
                "what is Berg's book called",
                #"Ada Berg has written a book. Her book, "The Returning", comes out in May."#)
                == ["The Returning"])
    }
}
