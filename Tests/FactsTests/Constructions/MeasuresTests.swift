import Testing

@testable import Facts

struct MeasuresTests {
    /// The £2.7 billion runway opened in May.
    @Test func aSumBeforeItsNounIsAPrice() throws {
        let found = try facts(
            in: """
                1 The the DT 2 det
                2 £ £ $ 6 nsubj NE=B-money -
                3 2.7 2.7 CD 4 compound NE=I-money
                4 billion billion CD 2 nummod NE=I-money
                5 runway runway NN 6 nsubj
                6 opened open VBD 0 root
                7 in in IN 8 case
                8 May May NNP 6 obl NE=B-date -
                9 . . . 6 punct
                """)
        #expect(found.contains("cost(agent: runway, quantity: £2.7 billion)"), "\(found)")
    }

    /// Ada Berg, 34, left the club.
    @Test func aNumberBehindANameIsAnAge() throws {
        let found = try facts(
            in: """
                1 Ada Ada NNP 6 nsubj NE=B-person
                2 Berg Berg NNP 1 flat NE=I-person -
                3 , , , 4 punct
                4 34 34 CD 1 appos NE=B-number -
                5 , , , 1 punct
                6 left leave VBD 0 root
                7 the the DT 8 det
                8 club club NN 6 obj -
                9 . . . 6 punct
                """)
        #expect(found.contains("be(agent: Ada Berg, quantity: 34)"), "\(found)")
    }

    /// They closed a 112-year-old pool in June.
    @Test func anAgeStandsBeforeItsNoun() throws {
        let found = try facts(
            in: """
                1 They they PRP 2 nsubj
                2 closed close VBD 0 root
                3 a a DT 9 det
                4 112 112 CD 8 nummod NE=B-duration -
                5 - - HYPH 4 punct NE=I-duration -
                6 year year NN 8 compound NE=I-duration -
                7 - - HYPH 6 punct NE=I-duration -
                8 old old JJ 9 amod NE=I-duration
                9 pool pool NN 2 obj
                10 in in IN 11 case
                11 June June NNP 2 obl NE=B-date -
                12 . . . 2 punct
                """)
        #expect(found.contains("be(agent: pool, quantity: 112-year-old)"), "\(found)")
    }

    /// The death toll rose to 143 on Monday.
    @Test func aDeathTollCountsTheDead() throws {
        let found = try facts(
            in: """
                1 The the DT 3 det
                2 death death NN 3 compound
                3 toll toll NN 4 nsubj
                4 rose rise VBD 0 root
                5 to to IN 6 case
                6 143 143 CD 4 obl NE=B-number
                7 on on IN 8 case
                8 Monday Monday NNP 4 obl NE=B-date -
                9 . . . 4 punct
                """)
        #expect(found.contains("die(agent: 143)"), "\(found)")
    }

    /// Ada Berg, 2024, left the club.
    @Test func aYearBehindANameIsNoAge() throws {
        let found = try facts(
            in: """
                1 Ada Ada NNP 6 nsubj NE=B-person
                2 Berg Berg NNP 1 flat NE=I-person -
                3 , , , 4 punct
                4 2024 2024 CD 1 nmod:unmarked NE=B-date -
                5 , , , 1 punct
                6 left leave VBD 0 root
                7 the the DT 8 det
                8 club club NN 6 obj -
                9 . . . 6 punct
                """)
        #expect(!found.contains { $0.hasPrefix("be(agent: Ada Berg, quantity") }, "\(found)")
    }
}
