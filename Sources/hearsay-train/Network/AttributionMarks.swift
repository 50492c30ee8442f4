import Foundation
import Language

/// PolNeAR's attributions, marked by hand, as labels of tokens.
struct AttributionMarks {
    struct Mark: Decodable {
        /// Spans of code points.
        var source: [[Int]]
        var cue: [[Int]]
        var content: [[Int]]
    }

    private struct Article: Decodable {
        var text: String
        var attributions: [Mark]
    }

    private var articles: [String: [Mark]] = [:]

    init(_ corpus: Corpus, _ split: Corpus.Split) throws {
        for line in Data(try corpus.read("polnear/\(split.rawValue).attributions.jsonl.gz")).split(separator: 10) {
            let article = try JSONDecoder().decode(Article.self, from: line)
            articles[article.text] = article.attributions
        }
    }

    /// Whether each token is outside (bit 0), begins (bit 1) or goes on with (bit 2) a span of this part; no bit where the
    /// article is none of the corpus.
    func labels(_ part: KeyPath<Mark, [[Int]]>, _ document: Document) -> [UInt64] {
        let text = String(decoding: document.text, as: UTF8.self)
        guard let marks = articles[text] else { return Array(repeating: 0, count: document.count) }
        let bytes = SilverEntities.byteOffsets(text)
        var labels = [UInt64](repeating: 1, count: document.count)
        for span in marks.flatMap({ $0[keyPath: part] }) where span.count == 2 && span[1] < bytes.count {
            let range = bytes[span[0]]..<bytes[span[1]]
            var isFirst = true
            for token in 0..<document.count where range.contains(Int(document.starts[token])) {
                // A span inside another keeps its own beginning.
                if labels[token] != 2 { labels[token] = isFirst ? 2 : 4 }
                isFirst = false
            }
        }
        return labels
    }
}
