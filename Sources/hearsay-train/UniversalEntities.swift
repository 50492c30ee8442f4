import Foundation
import Language

/// EWT's dev part with Universal NER's persons, organizations and places.
enum UniversalEntities {
    static func examples(_ corpus: Corpus) throws -> [EntityExample] {
        // The two files have the same documents in another order.
        var labels: [String: [Substring]] = [:]
        for part in String(decoding: try corpus.read("uner/ewt-dev.iob2.gz"), as: UTF8.self).components(
            separatedBy: "# newdoc")
        {
            let rows = part.split(separator: "\n").filter { $0.first?.isNumber == true }.map {
                $0.split(separator: "\t")
            }
            labels[rows.map { String($0[1]) }.joined(separator: " ")] = rows.map { $0[2] }
        }
        return try corpus.treebank("ewt", .dev).compactMap { document in
            guard let labels = labels[(0..<document.count).map { document.form($0) }.joined(separator: " ")] else {
                return nil
            }
            return EntityExample(document, entities(labels))
        }
    }

    private static func entities(_ labels: [Substring]) -> [NamedEntity] {
        var entities: [NamedEntity] = []
        for (token, label) in labels.enumerated() {
            let kind: NamedEntity.Kind
            switch label.dropFirst(2) {
            case "PER": kind = .person
            case "ORG": kind = .organization
            case "LOC": kind = .place
            default: continue
            }
            if label.hasPrefix("I"), let last = entities.last, last.tokens.upperBound == token {
                entities[entities.count - 1].tokens = last.tokens.lowerBound..<token + 1
            } else {
                entities.append(NamedEntity(tokens: token..<token + 1, kind: kind))
            }
        }
        return entities
    }
}
