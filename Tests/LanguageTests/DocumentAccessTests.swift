import Articles
import Testing

@testable import Language

@Suite struct DocumentAccessTests {
    @Test func `entities of a span are those that share a token with it`() throws {
        let text =
            "Ferry stops\n\nMayor Ilse Brandt of Ostrow met Pavel Dorn of Garro Stone on Monday, said Greta Lind of Velden.\n"
        let document = try Analyzer().analyze(try ArticleReader().read(bytes: Array(text.utf8), id: "a.txt"))
        #expect(document.entities.count > 4)
        for start in 0...document.count {
            for end in start...document.count {
                let expected = start == end ? [] : document.entities.filter { $0.tokens.overlaps(start..<end) }
                #expect(Array(document.entities(in: start..<end)) == expected)
            }
        }
        for token in 0..<document.count {
            #expect(document.entity(at: token) == document.entities.first { $0.tokens.contains(token) })
        }
    }
}
