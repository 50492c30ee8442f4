import Articles
import Testing

@testable import Language

@Suite struct CoreferenceTests {
    private let analyzer: Analyzer

    init() throws {
        analyzer = try Analyzer()
    }

    /// Checks that mentions that are marked with the same number are in one chain, and those of other numbers are not:
    /// "[1:Ann Dow] said [1:she] would go." The shortest mention that holds a mark is meant.
    private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var text = ""
        var marks: [(chain: Character, byte: Int)] = []
        var previous: Character = " "
        for character in marked {
            if character == "[" || character == "]" {
                previous = character
                continue
            }
            if previous == "[" {
                marks.append((character, text.utf8.count))
                previous = "#"
                continue
            }
            if previous == "#" {
                previous = ":"
                continue
            }
            previous = character
            text.append(character)
        }
        var paragraphs: [Paragraph] = []
        var start = 0
        for line in text.split(separator: "\n") {
            paragraphs.append(Paragraph(range: start..<start + line.utf8.count, kind: .body))
            start += line.utf8.count + 1
        }
        let document = analyzer.analyze(Article(id: "test", text: Array(text.utf8), title: "", paragraphs: paragraphs))
        let mentions = document.chains.enumerated().flatMap { index, chain in chain.map { (index, $0) } }
        let chains = marks.map { mark in
            mentions.filter {
                document.byteRange($0.1.tokens).contains(mark.byte) && Int(document.starts[$0.1.head]) >= mark.byte - 20
            }
            .min { $0.1.tokens.count < $1.1.tokens.count }?.0
        }
        for (a, first) in zip(marks, chains) {
            for (b, second) in zip(marks, chains) where a.byte < b.byte {
                let same = first != nil && first == second
                #expect(
                    same == (a.chain == b.chain),
                    "\(document.string(bytes: a.byte..<a.byte + 8)) ~ \(document.string(bytes: b.byte..<b.byte + 8)) in \(text)",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test func names() {
        check("[1:Anna Lindqvist] met [2:John Carter]. [1:Lindqvist] smiled. [2:Carter] did not.")
        check("[1:Anna Carter] met [2:John Carter].")
        check(
            "The [1:European Union] voted. The [1:EU] agreed. The [2:United States] did not, and the [2:U.S.] said so.")
    }

    @Test func headlinesNamePeopleShort() {
        check("[1:Carter] to Visit Norway\nPresident [1:John Carter] plans to visit Norway.")
    }

    @Test func appositions() {
        check("The union's foreign policy [1:chief], [1:Anna Lindqvist], spoke on Monday.")
    }

    @Test func roles() {
        check(
            "Deputy Minister [1:John Carter] met Mayor [2:Anna Lindqvist]. [1:The deputy minister] smiled. [2:The mayor] left."
        )
        check("They signed [1:a truce] on Monday. [1:The truce] held for a week.")
    }

    @Test func pronounsOfPeople() {
        check("[1:Anna Lindqvist] met [2:John Carter]. [1:She] said [2:he] was tired.")
        check("[1:Carter]'s approach has been odd, as [1:he] has changed it. [1:His] visit ended early.")
    }

    @Test func pronounsOfCountriesAndGroups() {
        check("[1:Russia] said [1:it] would not agree.")
        check("Other western [1:allies] are preparing to help. [1:They] have suggested sending troops.")
    }

    @Test func firstPersonsAreTheSpeaker() {
        check("“[1:I] will go,” [1:Carter] said. “[1:I] must.”")
    }

    @Test func whoSaysWeIsStillWhoIsNamedBefore() {
        check("Mayor [1:Anna Lindqvist] warned of a flood. “[1:We] are not ready,” [1:she] told reporters.")
        check("[1:John Carter] resigned. “We lost,” [1:he] said.")
    }

    @Test func noPronounMeansADay() {
        check("[1:The company] said on [2:Tuesday] [1:its] profit fell.")
    }

    @Test func whoSpeaksForSomebodyIsAnother() {
        check("President [1:John Carter] left on Monday. A [2:spokesman] for [1:Carter] declined to comment.")
    }

    @Test func whoIsQuotedAsWeIsStillToBeFound() {
        check("[1:Anna Lindqvist] denied it. “[1:We] followed the rules,” [1:she] told reporters.")
    }

    @Test func theCompanyIsTheOneThatWasNamed() {
        check(
            "Shares in [1:Velocor] fell on Thursday.\n[1:Velocor] said the market had changed.\nThe [1:company] will sell its plant."
        )
    }

    @Test func aTitleThatOneBearsNamesHim() {
        check("Premier [1:Anna Lindqvist] left. [2:John Carter] urged [1:the premier] to stay.")
    }

    @Test func aStoryTellsTheNameAfterWhatSomebodyIs() {
        check(
            "A former [1:manager] who locked an exit was jailed on Friday.\n[1:John Carter], 58, was found guilty in April."
        )
    }

    @Test func whoWroteAStoryIsNobodyInIt() {
        check("By [2:John Carter]\nA former [1:manager] was jailed on Friday for theft.")
    }

    @Test func impersonalItRefersToNothing() {
        check("[1:Norway] voted. [2:It] is clear that people are tired.")
    }

    @Test func chainsAreInOrderAndOfTwoAtLeast() {
        var random = SplitMix(state: 5)
        let words = [
            "Ann", "Dow", "said", "she", "it", "they", "the", "minister", ".", "and", "“", "”", "I", ",", "Norway",
            "'s", "his", "himself",
        ]
        for _ in 0..<60 {
            let text = (0..<40).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let paragraph = Paragraph(range: 0..<text.utf8.count, kind: .body)
            let document = analyzer.analyze(
                Article(id: "a", text: Array(text.utf8), title: "", paragraphs: [paragraph]))
            for chain in document.chains {
                #expect(chain.count > 1)
                #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.tokens.lowerBound <= $1.tokens.lowerBound })
                #expect(
                    chain.allSatisfy {
                        $0.tokens.contains($0.head)
                            || document.sentence(of: $0.head) == document.sentence(of: $0.tokens.lowerBound)
                    })
            }
        }
    }

    @Test func theSubjectOfTwoVerbsIsNotTheObjectOfTheSecond() {
        check("[1:Annika Berg] summoned the envoy and handed [2:him] a note. [1:She] told parliament of it.")
    }

    @Test func whoHasAnotherOfficeIsSomebodyElse() {
        check(
            "Kestria recalled [2:its ambassador]. Foreign Minister [1:Annika Storhaug] told parliament. [1:She] left.")
    }

    @Test func aCountryIsNoOrganization() {
        check("The [1:Monetary Fund] lowered its forecast. Prime Minister Ada Berg said [2:the country] would leave.")
        check("[1:France] closed its ports on Friday. Fishermen said [1:the country] had no choice.")
    }

    @Test func theTownIsTheOneNamedBefore() {
        check("A fire broke out in the town of [1:Velmouth] on Monday. [1:The town] has no fire brigade.")
    }

    @Test func aChairmanIsThatOfABody() {
        check("[1:Norlag] will sell the mine. A vaccine is ready, said [1:its] chairman, Nils Holm.")
    }

    @Test func setPhrasesAreNotMeant() {
        check("At [1:the time], the port was closed. The union said [2:it] would strike.")
    }
}

@Suite struct PersonNameTests {
    @Test(arguments: [
        ("john kerry", "kerry", true), ("john f. kerry", "john kerry", true), ("j. kerry", "john kerry", true),
        ("mike pence", "michael pence", true), ("ann kerry", "john kerry", false), ("john kerry", "john dow", false),
        ("mark dow", "mary dow", false), ("john", "john kerry", true),
    ])
    func comparesNames(a: String, b: String, isSame: Bool) {
        let (a, b) = (a.split(separator: " ").map(String.init), b.split(separator: " ").map(String.init))
        #expect(PersonName.areCompatible(a, b) == isSame)
        #expect(PersonName.areCompatible(b, a) == isSame)
    }
}
