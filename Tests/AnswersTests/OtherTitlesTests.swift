import Testing

@testable import Answers

struct OtherTitlesTests {
    private let titles = OtherTitles(["deputy", "former", "état"])

    @Test(arguments: [
        ("mayor", "the deputy mayor", true), ("mayor", "Former Mayor of Havn", true), ("mayor", "mayor", false),
        ("mayor", "the mayor and former minister", false), ("mayor", "a mayoral candidate", false),
        ("mayor", "ex-mayor", false), ("mayor", "deputy-mayor", true), ("mayor", "the Deputy mayor of Ålesund", true),
        ("mayor", "undeputy mayor", false),
    ])
    func titlesBeforeAWord(word: String, text: String, stand: Bool) {
        #expect(titles.standBefore(word, in: text) == stand)
    }

    @Test(arguments: ["", "the deputy", "a may", "the Ålesund deputy"])
    func nothingIsToldOfATextWithoutTheWord(_ text: String) {
        #expect(titles.standBefore("mayor", in: text) == nil)
    }
}
