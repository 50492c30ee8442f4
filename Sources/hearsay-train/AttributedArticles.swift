import Articles
import Facts
import Foundation
import Language

/// PolNeAR's articles, analysed by this program, with the attributions that were marked by hand.
struct AttributedArticles {
    struct Article {
        var name: String
        var document: Document
        var attributions: [Attribution]
    }

    private struct Row: Decodable {
        struct Marked: Decodable {
            var source: [[Int]]
            var cue: [[Int]]
            var content: [[Int]]
        }

        var article: String
        var text: String
        var attributions: [Marked]
    }

    private(set) var articles: [Article] = []

    init(_ corpus: Corpus, _ split: Corpus.Split) throws {
        let analyzer = try Analyzer()
        for line in Data(try corpus.read("polnear/\(split.rawValue).attributions.jsonl.gz")).split(separator: 10) {
            let row = try JSONDecoder().decode(Row.self, from: line)
            let article = try ArticleReader().read(bytes: Array(row.text.utf8), id: row.article)
            let document = analyzer.analyze(article, withEvidence: true)
            // Offsets count code points; the document's count bytes.
            var bytes: [Int] = [0]
            for scalar in row.text.unicodeScalars { bytes.append((bytes.last ?? 0) + UTF8.width(scalar)) }
            let attributions = row.attributions.map { marked in
                Attribution(
                    source: Self.tokens(marked.source, bytes, document), cue: Self.tokens(marked.cue, bytes, document),
                    content: Self.tokens(marked.content, bytes, document))
            }
            articles.append(
                Article(
                    name: row.article, document: document, attributions: attributions.filter { !$0.content.isEmpty }))
        }
    }

    /// The tokens that spans of code points touch.
    private static func tokens(_ spans: [[Int]], _ bytes: [Int], _ document: Document) -> [Range<Int>] {
        spans.compactMap { span in
            guard span.count == 2, bytes.indices.contains(span[0]), bytes.indices.contains(span[1]) else { return nil }
            let (start, end) = (bytes[span[0]], bytes[span[1]])
            let first = document.ends.firstIndex { Int($0) > start } ?? document.count
            let last = document.starts.lastIndex { Int($0) < end } ?? -1
            return first <= last ? first..<last + 1 : nil
        }
    }
}
