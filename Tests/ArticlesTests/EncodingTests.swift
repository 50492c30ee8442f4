import Testing

@testable import Articles

@Suite struct EncodingTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: DecodedText(bytes).text, as: UTF8.self) }

    @Test func `UTF-8 stays as it is`() {
        #expect(text(Array("Café “open” 🙂".utf8)) == "Café “open” 🙂")
    }

    @Test func `ill-formed UTF-8 is read as Windows-1252`() {
        #expect(text([0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80, 0x35]) == "“Café” €5")
    }

    @Test func `a rare ill-formed byte in UTF-8 is replaced`() {
        #expect(text(Array("Café “open”".utf8) + [0xFF]) == "Café “open”\u{FFFD}")
    }

    @Test func `a text cut off amid a letter keeps its other letters`() {
        #expect(text(Array("Café “open”".utf8.dropLast())).hasPrefix("Café “open"))
    }

    @Test func `UTF-16 is read by its mark`() {
        #expect(text([0xFF, 0xFE, 0x43, 0, 0xE9, 0]) == "Cé")
        #expect(text([0xFE, 0xFF, 0, 0x43, 0, 0xE9]) == "Cé")
        #expect(text([0xFE, 0xFF, 0]) == "")
    }

    @Test func `what is well-formed is what Swift takes for it`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                UInt8.random(in: 0x70...0xFF, using: &random)
            }
            let wellFormed = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Census(bytes).illFormed == 0) == wellFormed, "\(bytes)")
        }
    }
}
