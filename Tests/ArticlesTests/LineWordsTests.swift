import Testing

@testable import Articles

@Suite struct LineWordsTests {
    @Test(arguments: LineWords.List.allCases)
    func `the file has every list`(list: LineWords.List) {
        #expect(!LineWords.standard[list].isEmpty)
    }
}
