import Language
import Testing

@testable import Facts

/// A document from rows `id form lemma xpos head deprel [-]`; `-` means that no space follows, `NE=person` begins or goes on with a name.
func document(_ rows: String) throws -> Document {
    var lines: [String] = []
    for row in rows.split(separator: "\n", omittingEmptySubsequences: false) {
        let columns = row.split(separator: " ").map(String.init)
        guard columns.count >= 6 else {
            lines.append("")
            continue
        }
        var misc: [String] = []
        for extra in columns.dropFirst(6) { misc.append(extra == "-" ? "SpaceAfter=No" : extra) }
        let tag = UniversalTags.tag(xpos: columns[3], lemma: columns[2], relation: columns[5])
        lines.append(
            [
                columns[0], columns[1], columns[2], tag, columns[3], "_", columns[4], columns[5], "_",
                misc.isEmpty ? "_" : misc.joined(separator: "|"),
            ]
            .joined(separator: "\t"))
    }
    return try Document(conllu: lines.joined(separator: "\n") + "\n\n")
}

/// The universal tag that goes with a Penn tag in these short rows.
enum UniversalTags {
    static func tag(xpos: String, lemma: String, relation: String) -> String {
        switch xpos {
        case "NN", "NNS": "NOUN"
        case "NNP", "NNPS": "PROPN"
        case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
            relation.hasPrefix("aux") || relation == "cop" ? "AUX" : relation == "case" ? "ADP" : "VERB"
        case "MD": "AUX"
        case "DT", "PDT": "DET"
        case "PRP", "PRP$", "WP", "WDT", "EX": "PRON"
        case "IN": relation == "mark" ? "SCONJ" : "ADP"
        case "TO", "POS": "PART"
        case "RB", "WRB": lemma == "not" ? "PART" : "ADV"
        case "RP": "ADP"
        case "JJ", "JJR", "JJS": "ADJ"
        case "CC": "CCONJ"
        case "CD": "NUM"
        default: "PUNCT"
        }
    }
}

/// The facts of a document as lines: `reject(agent: The council, theme: the plan)`, with `not` and the modality where they matter.
func facts(in rows: String, rule: Rule? = nil) throws -> [String] {
    let document = try document(rows)
    return FactExtractor(lexicon: try Lexicon.embedded()).facts(in: document).filter { rule == nil || $0.rule == rule }
        .map { fact in
            let roles = fact.roles.map {
                "\($0.kind.rawValue)\($0.marker.isEmpty ? "" : "[\($0.marker)]"): \(document.string($0.tokens))"
            }
            return (fact.polarity == .negated ? "not " : "")
                + (fact.modality == .asserted ? "" : fact.modality.rawValue + " ")
                + "\(fact.predicate)(\(roles.joined(separator: ", ")))"
        }
}

/// Expects that a sentence states these facts, among others.
func expect(
    _ rows: String, states expected: String..., rule: Rule? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let found = try facts(in: rows, rule: rule)
    for fact in expected { #expect(found.contains(fact), "\(found)", sourceLocation: sourceLocation) }
}
