import Testing

@testable import Facts

struct QuotationsTests {
    private let quotations = [3..<6, 8..<9, 20..<31].map { Quotation(tokens: $0, isOpen: false) }

    @Test func aTokensQuotationIsFoundAmongThoseInOrder() {
        for token in 0..<35 {
            let found = quotations.holding(token)?.tokens
            #expect(found == quotations.map(\.tokens).first { $0.contains(token) })
        }
    }

    @Test func thoseOfASentenceStandSideBySide() {
        #expect(quotations.overlapping(0..<40).map(\.tokens) == [3..<6, 8..<9, 20..<31])
        #expect(quotations.overlapping(5..<21).map(\.tokens) == [3..<6, 8..<9, 20..<31])
        #expect(quotations.overlapping(6..<8).isEmpty)
        #expect(quotations.overlapping(9..<20).isEmpty)
        #expect(quotations.overlapping(25..<26).map(\.tokens) == [20..<31])
        #expect([Quotation]().overlapping(0..<9).isEmpty)
    }
}
