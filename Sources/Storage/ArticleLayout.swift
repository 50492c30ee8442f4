import Articles
import Packing

/// Where the parts of an article stand, as bytes.
enum ArticleLayout {
    static func bytes(of article: Article) -> [UInt8] {
        var writer = PackedWriter()
        writer.write(article.offsetInFile)
        writer.write(article.paragraphs.count)
        for paragraph in article.paragraphs {
            writer.write(paragraph.range)
            writer.write(byte: code(paragraph.kind))
        }
        writer.write(article.gaps.count)
        for gap in article.gaps {
            writer.write(gap.offset)
            writer.write(gap.count)
        }
        return writer.bytes
    }

    static func read(_ bytes: [UInt8], into article: inout Article) throws(PackedError) {
        var reader = PackedReader(bytes)
        article.offsetInFile = try reader.number()
        for _ in 0..<(try reader.count()) {
            let range = try reader.range(upTo: article.text.count)
            guard let kind = kind(try reader.byte()) else { throw reader.damage }
            article.paragraphs.append(Paragraph(range: range, kind: kind))
        }
        for _ in 0..<(try reader.count()) {
            article.gaps.append(Article.Gap(offset: try reader.number(), count: try reader.number()))
        }
    }

    private static func code(_ kind: Paragraph.Kind) -> UInt8 {
        switch kind {
        case .title: 0
        case .byline: 1
        case .body: 2
        case .credit: 3
        case .caption: 4
        }
    }

    private static func kind(_ code: UInt8) -> Paragraph.Kind? {
        Paragraph.Kind.allCases.first { self.code($0) == code }
    }
}
