import Articles
import Testing

@testable import Language

@Suite struct EntityTests {
    private let analyzer: Analyzer

    init() throws {
        analyzer = try Analyzer()
    }

    /// Checks the entities of a text: "{person:Ann Dow} lives in {place:Norway}."
    private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var text = ""
        var isKind = false
        for character in marked {
            switch character {
            case "{": isKind = true
            case ":" where isKind: isKind = false
            case "}": break
            default: if !isKind { text.append(character) }
            }
        }
        let paragraph = Paragraph(range: 0..<text.utf8.count, kind: .body)
        let document = analyzer.analyze(Article(id: "test", text: Array(text.utf8), title: "", paragraphs: [paragraph]))
        var found = text
        for entity in document.entities.reversed() {
            let range = document.byteRange(entity.tokens)
            let start = found.utf8.index(found.startIndex, offsetBy: range.lowerBound)
            let end = found.utf8.index(found.startIndex, offsetBy: range.upperBound)
            found.replaceSubrange(start..<end, with: "{\(entity.kind):\(found[start..<end])}")
        }
        #expect(found == marked, sourceLocation: sourceLocation)
    }

    @Test func names() {
        check("{person:Anna Lindqvist} met {person:John Carter} in {place:Norway}.")
        check("{place:U.S.} and {nationality:Russian} officials met at the {organization:United Nations}.")
        check("The {organization:Kremlin} did not comment.")
    }

    @Test func titlesAndPossessivesAreNoPartOfAName() {
        check("President {person:John Carter}'s spokesman said so.")
        check("Secretary of State {person:Anna Lindqvist} spoke with Mr. {person:Carter}.")
    }

    @Test func surnamesFollowTheFullName() {
        check("Deputy Minister {person:Anna Grelko} spoke. Later {person:Grelko} left.")
    }

    @Test func datesAndNumbers() {
        check("It cost {money:$350 million}, {percent:20 percent} more, in {date:March 2019}.")
        check("On {date:Tuesday} it rained.")
    }

    @Test func theDayOfTheMonthBelongsToTheDate() {
        check("The mine closed on {date:3 March 2019}.")
        check("The fair begins on the {date:21st of May}.")
        check("The plant makes {number:300} cars and closed in {date:March}.")
    }

    @Test func aSumHasItsCurrency() {
        check("Profit fell to {money:412 million euros}.")
        check("He paid {money:30 crowns} for it in euros.")
    }

    @Test func aNounThatOpensASentenceIsNoPartOfAName() {
        let text = Array("Carmaker Norvane said that sales fell. Shares in Norvane rose.".utf8)
        let article = Article(
            id: "a", text: text, title: "", paragraphs: [Paragraph(range: 0..<text.count, kind: .body)])
        let document = analyzer.analyze(article)
        #expect(document.entities.map { document.string($0.tokens) } == ["Norvane", "Norvane"])
    }

    @Test func unknownBodiesAreToldByTheirContext() {
        check("The supplier {organization:Texcel} was late. {organization:Texcel} said so.")
        check("{person:Ada Berg} left. {person:Berg}'s board seat is empty.")
    }

    @Test func unknownPlacesAreToldByTheirContext() {
        check("A quake struck northern {place:Veshara}. Rescue teams reached {place:Veshara} at {time:noon}.")
        check("It rained in the capital, {place:Druma}, all {duration:day}.")
        check("{person:Ada Berg} cut short a visit to {place:Brell}.")
        check("The council has no confidence in {person:Berg}. {person:Berg} said so.")
    }

    @Test func namesTypedInSmallLetters() {
        check("what did {person:john carter} say about {place:russia}")
    }

    @Test func theDocumentTellsWhatANameIs() {
        check("{place:Velmark}'s prime minister left on {date:Monday}. {place:Velmark} will vote.")
        check("Shares in {organization:Velocor} fell. {organization:Velocor} said so.")
        check("The {organization:Hartwell Foundation} paid. They met in {place:Weir Lane}.")
    }

    @Test func adjectivesTellOfPlaces() {
        check(
            "Captain {person:Malk} blamed {place:Ostmark}. The {nationality:Ostmarkian} navy denied it. {place:Ostmark} paid."
        )
    }

    @Test func aBodyMayHaveSmallWordsInItsName() {
        check("The charity {organization:Doctors for All} warned of it.")
        check("They met in the capital, {place:Port Lune}.")
    }

    @Test func aPersonOfTheDocumentStaysOne() {
        check("{person:Ada Haarmann} spoke. {person:Haarmann}'s government fell.")
    }

    @Test func whoseUnionItIsBelongsToItsName() {
        check("The {organization:Bakers' and Millers' Union} met.")
    }

    @Test func everyEntityIsASpanOfItsSentence() {
        var random = SplitMix(state: 3)
        let words = [
            "Ann", "Dow", "of", "the", "U.S.", "Bank", "Inc.", "5", "%", "(", ")", ".", "?", "on", "Friday", "$", "Mr.",
            "dow", "'s",
        ]
        for _ in 0..<60 {
            let text = (0..<30).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let article = Article(
                id: "a", text: Array(text.utf8), title: "",
                paragraphs: [Paragraph(range: 0..<text.utf8.count, kind: .body)])
            let document = analyzer.analyze(article)
            var end = 0
            for entity in document.entities {
                #expect(entity.tokens.lowerBound >= end && !entity.tokens.isEmpty)
                #expect(
                    document.sentenceOfToken[entity.tokens.lowerBound]
                        == document.sentenceOfToken[entity.tokens.upperBound - 1])
                end = entity.tokens.upperBound
            }
        }
    }
}

@Suite struct GazetteerTests {
    @Test func listsWhatNamesAre() {
        let gazetteer = Gazetteer.embedded
        #expect(gazetteer.classes(of: "russia").contains(.country))
        #expect(gazetteer.classes(of: "russian").contains(.demonym))
        #expect(gazetteer.classes(of: "moscow").contains(.capital))
        #expect(gazetteer.classes(of: "mr.").contains(.maleTitle))
        #expect(gazetteer.classes(of: "georgia").isSuperset(of: [.country, .state]))
        #expect(gazetteer.classes(of: "snorkel").isEmpty)
    }

    @Test func findsTheLongestPhrase() {
        let document = Document(plainText: Array("He left New York City on Friday".utf8))
        var found: [String] = []
        Gazetteer.embedded.forEachMatch(0..<document.count, WordColumn(document).words) { tokens, _ in
            found.append(document.string(tokens))
        }
        #expect(found == ["New York", "New York City", "Friday"])
    }
}
