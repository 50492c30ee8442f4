import Testing

@testable import Facts

struct MembershipsTests {
    /// Amara Dell of Kestrel Bank said that prices fell.
    @Test func whoseNameIsFollowedByHisBodyBelongsToIt() throws {
        try expect(
            """
            1 Amara Amara NNP 2 flat NE=B-person
            2 Dell Dell NNP 6 nsubj NE=I-person
            3 of of IN 5 case
            4 Kestrel Kestrel NNP 5 compound NE=B-organization
            5 Bank Bank NNP 2 nmod NE=I-organization
            6 said say VBD 0 root
            7 that that IN 9 mark
            8 prices price NNS 9 nsubj
            9 fell fall VBD 6 ccomp -
            10 . . . 6 punct
            """, states: "be(agent: Amara Dell, attribute: of Kestrel Bank)")
    }

    /// Amara Dell of Norlag said that prices fell; Norlag is a place.
    @Test func aPlaceIsNoBody() throws {
        let found = try facts(
            in: """
                1 Amara Amara NNP 2 flat NE=B-person
                2 Dell Dell NNP 5 nsubj NE=I-person
                3 of of IN 4 case
                4 Norlag Norlag NNP 2 nmod NE=B-place
                5 said say VBD 0 root
                6 that that IN 8 mark
                7 prices price NNS 8 nsubj
                8 fell fall VBD 5 ccomp -
                9 . . . 5 punct
                """)
        #expect(!found.contains { $0.hasPrefix("be(") }, "\(found)")
    }
}
