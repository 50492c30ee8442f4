import Articles
import Language
import Packing
import Testing

@Suite struct PackedDocumentTests {
    private static let text = """
        Council reopens the harbour

        Ada Berg, the mayor of Port Ansel, said on Monday that it wouldn't close again. "We can't," she said.

        The 12 boats came back — all of them.
        """

    private func document() throws -> Document {
        try Analyzer().analyze(try ArticleReader().read(bytes: Array(Self.text.utf8), id: "a"))
    }

    @Test func `the document comes back as it was`() throws {
        let document = try document()
        let packed = PackedDocument(document)
        let same = try packed.unpacked(text: document.text)
        #expect(same.conllu() == document.conllu())
        #expect(same.starts == document.starts && same.ends == document.ends)
        #expect(same.chains == document.chains && same.entities == document.entities)
        #expect(same.sentenceOfToken == document.sentenceOfToken)
        #expect((0..<same.count).allSatisfy { same.norm($0) == document.norm($0) })
        #expect(packed.sentenceCount == document.sentences.count && packed.tokenCount == document.count)
        #expect(try PackedDocument(bytes: packed.bytes) == packed)
    }

    @Test func `a column that is new has to be packed`() throws {
        // Evidence of attributions is used up before a document is packed.
        let columns = Mirror(reflecting: try document()).children.compactMap(\.label).filter {
            $0 != "attributionEvidence"
        }
        #expect(
            columns == [
                "text", "symbols", "starts", "ends", "forms", "norms", "lemmas", "upos", "xpos", "heads", "relations",
                "sentenceOfToken", "sentences", "entities", "chains",
            ],
            "PackedDocument has to write and read what is new; then raise its version and amend this list")
    }

    @Test func `damaged bytes never trap and keep the number of tokens`() throws {
        let document = try document()
        let packed = PackedDocument(document)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var bytes = packed.bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                bytes = Array(bytes.prefix(Int.random(in: 4..<bytes.count, using: &random)))
            }
            guard let damaged = try? PackedDocument(bytes: bytes) else { continue }
            let read = damaged.document(text: document.text)
            #expect(read.count == damaged.tokenCount)
            #expect(read.sentences.count == damaged.sentenceCount)
            for token in 0..<read.count { _ = read.form(token) + read.lemma(token) }
        }
    }
}
