import Testing

@testable import Facts

@Suite struct PackedReferencesTests {
    private static let references: References = {
        var words = SentenceWords()
        words.append([.init(id: 7, token: 0), .init(id: 300, token: 2)])
        words.append([])
        words.append([.init(id: 0, token: 5)])
        return References(entityOfToken: [4, 4, -1, 2, 4, -1], words: words)
    }()

    @Test func `references come back as they were`() throws {
        let packed = PackedReferences(Self.references)
        let limits = References.Limits(entities: 5, words: 301)
        #expect(try packed.unpacked(tokens: 6, sentences: 3, limits: limits) == Self.references)
        #expect(PackedReferences(bytes: packed.bytes) == packed)
    }

    @Test func `what cannot be refers to nothing`() {
        let packed = PackedReferences(Self.references)
        for limits in [References.Limits(entities: 4, words: 301), References.Limits(entities: 5, words: 300)] {
            #expect(throws: (any Error).self) { try packed.unpacked(tokens: 6, sentences: 3, limits: limits) }
            let read = packed.references(tokens: 6, sentences: 3, limits: limits)
            #expect(read.entityOfToken == [-1, -1, -1, -1, -1, -1] && read.words.count == 3)
        }
        #expect(throws: (any Error).self) {
            try packed.unpacked(tokens: 5, sentences: 3, limits: References.Limits(entities: 5, words: 301))
        }
    }
}
