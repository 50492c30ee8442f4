import Facts
import Testing

struct NamePartTests {
    @Test(arguments: [
        (["berg"], "ada berg", Entity.Kind.person, true), (["ada"], "ada berg", .person, true),
        (["von"], "ada von berg", .person, false), (["ber"], "ada berg", .person, false),
        (["security", "council"], "united nations security council", .organization, true),
        (["nations"], "united nations security council", .organization, true),
        (["unit"], "united nations", .organization, false), ([], "berg", .person, false),
        (["ada", "berg", "holm"], "ada berg", .person, false),
    ])
    func namesAreFoundByTheirWords(words: [String], name: String, kind: Entity.Kind, isPart: Bool) {
        #expect(NamePart(words).isPart(of: name, kind: kind) == isPart)
    }
}
