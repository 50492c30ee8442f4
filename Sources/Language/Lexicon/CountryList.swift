import Resources

/// Countries and regions as `grammar/names.groups` lists them: names, their people, capitals.
struct CountryList: Sendable {
    struct Line: Sendable {
        /// Whether it is a country, no region of the world.
        var isCountry: Bool
        /// Names, demonyms, capitals: each a list with commas.
        var fields: [Substring]
    }

    static let embedded = CountryList(Resource.named("grammar/names.groups")?.text ?? "")

    private(set) var lines: [Line] = []

    init(_ text: String) {
        var kind: Substring?
        for line in text.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
        where line.utf8.first != UInt8(ascii: "#") {
            if line.hasPrefix("group ") {
                kind = line.dropFirst(6).prefix { $0 != " " }
            } else if kind == "country" || kind == "region" {
                let fields = line.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(
                    Substring.init)
                lines.append(Line(isCountry: kind == "country", fields: Array(fields.prefix(3))))
            }
        }
    }
}
