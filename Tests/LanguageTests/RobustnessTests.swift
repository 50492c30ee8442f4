import Articles
import Foundation
import Testing

@testable import Language

/// Any text gives a valid document. `script/fuzz-language SECONDS` does for longer what is done here for a moment.
@Suite struct RobustnessTests {
    private let analyzer: Analyzer

    init() throws {
        analyzer = try Analyzer()
    }

    private func check(_ bytes: [UInt8], _ what: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let article: Article
        do {
            article = try ArticleReader().read(bytes: bytes, id: "random")
        } catch {
            return  // Some bytes are no article; that they are told apart is tested elsewhere.
        }
        let document = analyzer.analyze(article)
        let violations = document.violations(paragraphs: article.paragraphs.map(\.range))
        #expect(violations.isEmpty, "\(what): \(violations.first ?? "")", sourceLocation: sourceLocation)
        let written = document.conllu(id: "random")
        let again = try Document(conllu: written).conllu(id: "random")
        let difference = zip(written.split(separator: "\n"), again.split(separator: "\n")).first { $0 != $1 }
        #expect(
            written.utf8.count == again.utf8.count && difference == nil, "\(what): \(difference.map { "\($0)" } ?? "")",
            sourceLocation: sourceLocation)
    }

    @Test(arguments: RandomText.Kind.allCases)
    func anyTextGivesAValidDocument(_ kind: RandomText.Kind) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            var random = RandomText(seed: seed)
            try check(random.make(kind, bytes: 400), "\(kind), seed \(seed)")
        }
    }

    @Test func aSentenceWithoutEnd() throws {
        var random = RandomText(seed: 1)
        try check(random.make(.endless, bytes: 8000), "endless")
    }

    @Test(arguments: [
        "", " ", "\n\n", "\u{FEFF}", ".", "\u{0}", "\u{301}", "“", "((((", "'s", "n't", "-", "\r\n\r\n.", "I", "…",
    ])
    func hardlyAnyText(_ text: String) throws {
        let document = analyzer.analyze(line: text)
        if document.count > 0 { #expect(document.violations(paragraphs: [0..<document.text.count]) == []) }
        let article = Article(
            id: "a", text: Array(text.utf8), title: "", paragraphs: [Paragraph(range: 0..<text.utf8.count, kind: .body)]
        )
        #expect(analyzer.analyze(article).violations(paragraphs: [0..<text.utf8.count]) == [])
    }

    @Test(arguments: ["He went to the charity Doctors", "a charity Doctors for", "a charity Doctors for All"])
    func aBodyMayBeTheLastWordOfAll(_ text: String) {
        let article = Article(
            id: "a", text: Array(text.utf8), title: "", paragraphs: [Paragraph(range: 0..<text.utf8.count, kind: .body)]
        )
        #expect(analyzer.analyze(article).violations(paragraphs: [0..<text.utf8.count]) == [])
    }

    @Test func forAsLongAsAskedFor() throws {
        guard let seconds = ProcessInfo.processInfo.environment["HEARSAY_FUZZ_SECONDS"].flatMap(Double.init) else {
            return
        }
        let end = Date().addingTimeInterval(seconds)
        var random = SplitMix(state: UInt64(Date().timeIntervalSince1970))
        var count = 0
        while Date() < end {
            let seed = random.next()
            let kind = RandomText.Kind.allCases[Int(seed % UInt64(RandomText.Kind.allCases.count))]
            var text = RandomText(seed: seed)
            var bytes = text.make(kind, bytes: 20 + Int(seed >> 8 % 3000))
            // Two kinds in one text, and damage.
            if seed & 64 != 0 { bytes += text.make(.news, bytes: 200) }
            if seed & 128 != 0, !bytes.isEmpty { bytes.remove(at: Int(seed >> 20 % UInt64(bytes.count))) }
            try check(bytes, "\(kind), seed \(seed)")
            count += 1
        }
        print("\(count) texts")
        #expect(count > 0)
    }
}
