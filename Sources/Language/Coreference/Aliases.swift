/// Sieve: other names of the same body or country: acronyms, and what the list of countries gives.
///
///     the [European Union] ... the [EU]        [United States] ... [U.S.]
enum Aliases {
    static func apply(to state: inout CoreferenceState) {
        var byAcronym: [String: Int] = [:]
        var byCountry: [Int: Int] = [:]
        for index in state.mentions.indices {
            let mention = state.mentions[index]
            guard let name = mention.name, mention.kind == .organization || mention.kind == .place else { continue }
            if let country = Countries.embedded.country(named: state.words(name).joined(separator: " ")) {
                if let first = byCountry[country] { state.join(first, index) } else { byCountry[country] = index }
                continue
            }
            guard mention.kind == .organization else { continue }
            for acronym in name.count > 1
                ? initials(name, state.document) : [plain(state.document.form(name.lowerBound))].compactMap({ $0 })
            {
                if let first = byAcronym[acronym] { state.join(first, index) } else { byAcronym[acronym] = index }
            }
        }
    }

    /// "European Union" gives "EU"; small words count or do not: "Department of Justice", "DOJ" and "DJ".
    private static func initials(_ name: Range<Int>, _ document: Document) -> [String] {
        var all = ""
        var capitals = ""
        for token in name {
            guard let first = document.form(token).first, first.isLetter else { continue }
            all += first.uppercased()
            if first.isUppercase { capitals += String(first) }
        }
        return Array(Set([all, capitals].filter { $0.count > 1 })).sorted()
    }

    /// "U.N." gives "UN"; nil for what is no acronym.
    private static func plain(_ form: String) -> String? {
        let letters = form.filter { $0 != "." }
        return letters.count > 1 && letters.count < 8 && letters.allSatisfy(\.isUppercase) ? letters : nil
    }
}

/// The countries by their names, as `grammar/names.groups` lists them.
struct Countries: Sendable {
    static let embedded = Countries()

    private var names: [String: Int] = [:]

    private init() {
        for (index, line) in CountryList.embedded.lines.enumerated() where line.isCountry {
            for name in Self.items(line.fields[0]) { names[name] = names[name] ?? index }
        }
    }

    private static func items(_ field: Substring) -> [String] {
        field.split(separator: ",").map { item in
            item.split(separator: " ").joined(separator: " ").lowercased()
        }
    }

    /// The country of this name, in lower case.
    func country(named name: String) -> Int? { names[name] }
}
