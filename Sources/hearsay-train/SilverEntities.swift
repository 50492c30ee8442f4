import Foundation
import Language

/// PolNeAR's articles with the entities that CoreNLP found, over this program's own tokens.
struct SilverEntities {
    private(set) var examples: [EntityExample] = []

    private struct Article: Decodable {
        var article: String
        var text: String
    }

    init(_ corpus: Corpus, _ split: Corpus.Split) throws {
        let texts = try Self.texts(corpus, split)
        for article in try SilverCorpus(corpus, split).articles {
            guard let text = texts[article.name] else { continue }
            examples.append(Self.example(article, text))
        }
    }

    /// The articles' texts by their names.
    static func texts(_ corpus: Corpus, _ split: Corpus.Split) throws -> [String: String] {
        var texts: [String: String] = [:]
        for line in Data(try corpus.read("polnear/\(split.rawValue).attributions.jsonl.gz")).split(separator: 10) {
            let article = try JSONDecoder().decode(Article.self, from: line)
            texts[article.article] = article.text
        }
        return texts
    }

    /// Where each code point of a text begins, in bytes, and where the text ends.
    static func byteOffsets(_ text: String) -> [Int] {
        var offsets: [Int] = []
        offsets.reserveCapacity(text.unicodeScalars.count + 1)
        var bytes = 0
        for scalar in text.unicodeScalars {
            offsets.append(bytes)
            bytes += UTF8.width(scalar)
        }
        offsets.append(bytes)
        return offsets
    }

    static func example(_ article: SilverCorpus.Article, _ text: String) -> EntityExample {
        let offsets = byteOffsets(text)
        let bytes = text.utf8.count
        let document = Document(plainText: Array(text.utf8))
        // The silver token that holds each byte.
        var tokenOfByte = [Int32](repeating: -1, count: bytes + 1)
        for (index, token) in article.tokens.enumerated() where token.characters.upperBound < offsets.count {
            for byte in offsets[token.characters.lowerBound]..<offsets[token.characters.upperBound] {
                tokenOfByte[byte] = Int32(index)
            }
        }
        var kinds: [NamedEntity.Kind?] = []
        for token in 0..<document.count {
            let source = Int(tokenOfByte[Int(document.starts[token])])
            guard source >= 0 else {
                kinds.append(nil)
                continue
            }
            let silver = article.tokens[source]
            kinds.append(kind(silver, part: document.form(token), whole: silver.form))
        }
        var entities: [NamedEntity] = []
        for sentence in document.sentences {
            for token in sentence.tokens {
                guard let kind = kinds[token] else { continue }
                if let last = entities.last, last.kind == kind, last.tokens.upperBound == token,
                    last.tokens.lowerBound >= sentence.tokens.lowerBound
                {
                    entities[entities.count - 1].tokens = last.tokens.lowerBound..<token + 1
                } else {
                    entities.append(NamedEntity(tokens: token..<token + 1, kind: kind))
                }
            }
        }
        entities = entities.filter { !isSpurious($0, document) }
        return EntityExample(document, entities)
    }

    /// The kind of a token, given the automatic one of the word that it is a part of.
    private static func kind(_ token: SilverCorpus.Token, part: String, whole: String) -> NamedEntity.Kind? {
        let listed = Gazetteer.embedded.classes(of: Tokenizer.norm(of: part))
        if part != whole, whole.contains("-"), token.ner == "MISC" {
            // "U.S.-Mexico", "Spanish-language"
            let parts = whole.lowercased().split(separator: "-").map { Gazetteer.embedded.classes(of: String($0)) }
            if listed.contains(.demonym) { return .nationality }
            if listed.contains(.country) { return .place }
            return parts.contains { !$0.isDisjoint(with: [.demonym, .country]) } ? nil : .other
        }
        switch token.ner {
        case "PERSON": return .person
        case "ORGANIZATION": return .organization
        case "LOCATION": return .place
        case "MISC":
            if listed.contains(.demonym) { return .nationality }
            return part == "GOP" ? .organization : part.hasPrefix("anti-") || part.hasPrefix("pro-") ? nil : .other
        case "DATE", "SET": return .date
        case "TIME": return .time
        case "DURATION": return .duration
        case "MONEY": return .money
        case "PERCENT": return .percent
        case "NUMBER": return .number
        case "ORDINAL": return .ordinal
        default: return nil
        }
    }

    /// Adverbs and adjectives that CoreNLP takes for dates, and marks.
    private static let vague: Set<String> = [
        "now", "once", "current", "currently", "recent", "recently", "previously", "past", "future", "former",
        "formerly",
        "previous", "present", "presently", "the past", "the future", "then", "this time", "that time", "today 's",
        "fall", "spring",
    ]

    private static func isSpurious(_ entity: NamedEntity, _ document: Document) -> Bool {
        let text = entity.tokens.map { document.norm($0) }.joined(separator: " ")
        switch entity.kind {
        case .date: return vague.contains(text)
        case .money:
            return text.hasPrefix("#")
                || !text.contains { $0.isNumber || $0 == "$" || $0 == "€" || $0 == "£" } && !text.contains(" ")
        case .person, .organization, .place, .other, .nationality: return !text.contains { $0.isLetter }
        default: return false
        }
    }
}
