/// Who made the story, said at its end: "Credit: ...", "(Reporting by ...; editing by ...)", "© 2025 Example News", "REUTER".
struct CreditLine: Equatable {
    /// "Reuters"; nil where only persons are named.
    var publisher: String?

    init?(_ line: Words) {
        let bare = line.words.map(\.bare).filter { !$0.isEmpty }
        let lowered = bare.map { $0.lowercased() }
        guard let first = lowered.first, let opening = line.words.first else { return nil }
        if opening.hasSuffix(":"), first.isOne(of: .creditLabels) {
            publisher = Self.publisher(bare, after: 1)
        } else if ["©", "copyright"].contains(first) || opening.lowercased() == "(c)" {
            publisher = Self.publisher(bare, after: 0)
        } else if Self.isStaffList(lowered, line.words) {
            publisher = nil
        } else if line.count == 1, first.isOne(of: .signatures) {
            publisher = opening.bare
        } else if lowered.starts(with: ["our", "standards"]) || lowered.starts(with: ["all", "rights", "reserved"]) {
            publisher = nil
        } else {
            return nil
        }
    }

    /// "Reporting by Jane Roe in Port Ansel; additional reporting by ...": small words are only those of such a list.
    private static func isStaffList(_ lowered: [String], _ words: [Substring]) -> Bool {
        let start = lowered.first == "additional" ? 1 : 0
        guard lowered.count > start + 2, lowered[start + 1] == "by", lowered.count <= 60,
            lowered[start].isOne(of: .staffTasks)
        else { return false }
        return words.dropFirst(start + 2).allSatisfy {
            $0.isCapitalized || $0.bare.isEmpty || $0.isOne(of: .staffParticles)
        }
    }

    /// The name after "by", or the first name after a year or "the": "Copyright 2025 The Example Press. All rights reserved."
    private static func publisher(_ words: [String], after start: Int) -> String? {
        var index = start
        if let by = words.lastIndex(where: { $0.lowercased() == "by" }) {
            index = by + 1
        } else {
            while index < words.count,
                !words[index].isCapitalized || ["copyright", "the", "c", "this"].contains(words[index].lowercased())
            {
                index += 1
            }
        }
        var name: [String] = []
        while index < words.count, words[index].isCapitalized, name.count < 4,
            !["All", "Rights"].contains(words[index])
        {
            name.append(words[index])
            index += 1
        }
        return name.isEmpty ? nil : name.joined(separator: " ")
    }
}
