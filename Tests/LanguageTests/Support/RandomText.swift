/// Texts of all kinds that no article should have, and that some have: the same ones for the same seed.
struct RandomText {
    enum Kind: CaseIterable {
        case news, capitals, table, list, mail, code, emoji, scalars, bytes, quotations, names, endless
    }

    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    /// About as many bytes as asked for; not always valid UTF-8.
    mutating func make(_ kind: Kind, bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        while text.count < bytes { text += piece(kind) }
        return text
    }

    private mutating func piece(_ kind: Kind) -> [UInt8] {
        switch kind {
        case .news:
            Array(
                (pick(Self.words) + pick([" ", " ", " ", " ", ", ", ". ", "? ", ".\n\n", "; ", " – ", "’s ", "n't "]))
                    .utf8)
        case .capitals: Array((pick(Self.words).uppercased() + pick([" ", " ", " ", "\n", "! "])).utf8)
        case .table:
            Array(
                (pick(["12", "3.5%", "$1,200", "-", "Q3", "|", "n/a", pick(Self.words)])
                    + pick(["\t", "\t", " | ", "\n"])).utf8)
        case .list:
            Array(
                (pick(["1. ", "(a) ", "- ", "* ", "• ", "iv. "]) + pick(Self.words) + pick([" ", "\n", ";\n"])).utf8)
        case .mail:
            Array(
                (pick([
                    "> ", "From: a.b@example.com ", "On Mon, 3 May 2021 at 10:02 ", ">> ", "-- ",
                    "http://x.y/z?q=1&r=(2) ", pick(Self.words) + " ",
                ]) + pick(["", "\n"])).utf8)
        case .code:
            Array(
                pick([
                    "if (x[i] != 0) { ", "return a->b; } ", "// ", "\"%s\\n\"", "foo_bar(", ")", "&&", "let x = ",
                    "\n    ", "#include <a.h>\n", "0xFF",
                ]).utf8)
        case .emoji:
            Array(
                (pick([
                    "😀", "👩‍👩‍👧", "🇩🇪", "❤️", "👍🏽", ":-)", "é", "ß", "日本語", "مرحبا", "\u{200D}", "\u{FE0F}", pick(Self.words),
                ]) + pick(["", " "])).utf8)
        case .scalars:
            Array(String(Unicode.Scalar(UInt32(random.next() % 0x2FFFF)).map(Character.init) ?? " ").utf8)
        case .bytes: [UInt8(truncatingIfNeeded: random.next())]
        case .quotations:
            Array(
                (pick(["“", "”", "\"", "'", "’", "‘", "(", ")", "[", "]", "I ", "he ", "said ", "Dow ", ", ", ". "]))
                    .utf8)
        case .names:
            Array(
                (pick([
                    "Ann ", "Dow ", "J. ", "Mr. ", "Velmora ", "Corp. ", "the ", "and ", "he ", "it ", "of ", "Ben ",
                    "Roe ",
                ])).utf8)
        case .endless: Array((pick(Self.words) + " ").utf8)
        }
    }

    private mutating func pick(_ choices: [String]) -> String { choices[Int(random.next() % UInt64(choices.count))] }

    private static let words = [
        "the", "minister", "said", "that", "Velmora", "Norland", "had", "not", "agreed", "to", "it", "they", "Mr. Dow",
        "U.S.", "in", "2019",
        "a", "deal", "with", "its", "who", "which", "will", "be", "signed", "on", "Monday", "when", "talks", "he",
        "she", "and", "but", "of",
    ]
}
