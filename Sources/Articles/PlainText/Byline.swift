/// Who wrote an article: "By Jane Roe", "By JANE ROE and John Doe, Reuters", "By Jane Roe | Example News".
struct Byline: Equatable {
    /// "Jane Roe and John Doe".
    var author: String
    var publisher: String?
    var date: CivilDay?

    init?(_ line: Words) {
        guard line.count >= 2, line.count <= 24, line.words[0].bare.lowercased() == "by" else { return nil }
        let rest = Array(line.words.dropFirst())
        // A sentence is no byline: "By Monday the harbour was open."
        guard let last = rest.last, !last.hasSuffix("."), !last.hasSuffix("?"), !last.hasSuffix(":") else { return nil }

        var authors: [String] = []
        for part in Self.parts(of: rest) {
            var length = 0
            if let found = CivilDay(part[...], length: &length) {
                date = found
            } else if part.contains(where: { CivilDay.isWeekday($0.bare) }) {
                continue
            } else if publisher == nil, authors.isEmpty || Self.isPerson(part), Self.isName(part),
                !Self.isOutlet(part, after: authors)
            {
                authors.append(part.joined(separator: " "))
            } else if authors.isEmpty {
                return nil
            } else if publisher == nil, !Self.isOccupation(part) {
                publisher = part.joined(separator: " ").bare
            }
        }
        guard !authors.isEmpty, authors.count <= 6 else { return nil }
        author = authors.joined(separator: ", ")
    }

    /// Parts between commas, bars, bullets and dashes.
    private static func parts(of words: [Substring]) -> [[Substring]] {
        var parts: [[Substring]] = [[]]
        for word in words {
            if ["|", "/", "-", "--", "–", "—", "•", "·"].contains(word) {
                parts.append([])
            } else if word.hasSuffix(",") || word.hasSuffix(";") {
                parts[parts.count - 1].append(word.dropLast())
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// Capitalised words, with the small words that names have: "Anna de la Cruz and Bo Li".
    private static func isName(_ part: [Substring]) -> Bool {
        return part.count <= 12 && part.first?.isCapitalized == true
            && part.allSatisfy {
                $0.allSatisfy { !$0.isNumber } && ($0.isCapitalized || $0.isOne(of: .nameParticles))
            }
    }

    private static func isPerson(_ part: [Substring]) -> Bool {
        part.count >= 2 && !isOccupation(part)
    }

    /// After an author, one word or a name with "News", "The" ... is the outlet: "By Jane Roe, Reuters".
    private static func isOutlet(_ part: [Substring], after authors: [String]) -> Bool {
        guard !authors.isEmpty else { return false }
        return part.count == 1
            || part.contains { $0.isOne(of: .outletWords) || $0.contains(".") && $0.last != "." }
    }

    private static func isOccupation(_ part: [Substring]) -> Bool {
        part.contains { $0.isOne(of: .occupations) }
    }
}
