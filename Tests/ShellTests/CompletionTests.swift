import Answers
import Articles
import Testing

@testable import Shell

@Suite struct CompletionTests {
    /// An index over a short invented article.
    private func live() throws -> LiveCompletion {
        var session = try Session()
        session.load(
            try ArticleReader().read(
                bytes: Array(
                    """
                    Council reopens harbour
                    By Jane Roe, Example Wire

                    Mayor Maria Bellweather said on Monday that the harbour is safe. Maria Bellweather said the union agreed.
                    The captain John Underwood rejected the plan.
                    """.utf8), id: "harbour.txt"))
        let live = LiveCompletion()
        live.begin(Collection(session: session))
        return live
    }

    @Test func `names by any part, whatever the case, and with one wrong letter`() throws {
        let live = try live()
        for typed in ["bellw", "BELLW", "maria bell", "bellweathr"] {
            let completion = live.complete("what did " + typed)
            #expect(completion.insertion == "Maria Bellweather ", "\(typed)")
            #expect(completion.replaced == typed.count)
        }
    }

    @Test func `verbs that the articles have, with their numbers`() throws {
        let candidates = try live().complete("who ").candidates
        #expect(candidates.contains { $0.text == "said" && $0.count ?? 0 >= 2 })
    }

    @Test func `what is likely after a word comes first`() throws {
        let live = try live()
        func texts(_ line: String) -> [String] { live.complete(line).candidates.map(\.text) }
        #expect(texts("").starts(with: ["what", "who"]))
        #expect(texts("what ").first == "did" && texts("when ").first == "did")
        #expect(texts("did ").first == "Maria Bellweather")
        #expect(live.ghost("what did Bellweather say a") == "bout")
        #expect(live.ghost("w") == "hat")
    }

    @Test func `behind an article stands a thing, or what somebody is`() throws {
        let live = try live()
        #expect(live.complete("who is the cap") == .init(insertion: "captain ", replaced: 3))
        #expect(live.complete("who said the har") == .init(insertion: "harbour ", replaced: 3))
        #expect(live.complete("who said the t") == LineEditor.Completion())
    }

    @Test func `a command that is none is not suggested`() throws {
        let live = try live()
        live.suggest(".set ghost off")
        #expect(live.ghost(".set g") == "host off")
        live.suggest(".sett pager off")
        #expect(live.ghost(".sett") == nil)
    }

    @Test func `nothing fits`() throws {
        #expect(try live().complete("who qqqq") == LineEditor.Completion())
        #expect(try live().complete(".qqqq") == LineEditor.Completion())
    }

    @Test func `what was asked before is suggested first`() throws {
        let live = try live()
        #expect(live.ghost("who sai") == "d")
        for line in ["who said so", "who said that", "when"] { live.suggest(line) }
        #expect(live.ghost("who sai") == "d that")
        #expect(live.ghost("") == nil)
        live.showsGhost = false
        #expect(live.ghost("who sai") == nil)
    }

    @Test func `words look as they were understood`() throws {
        let live = try live()
        let styled = try #require(live.styled("who said Bellweather wot"))
        #expect(styled.text == "who said Bellweather wot")
        #expect(styled.pieces.first == StyledLine.Piece(text: "who", style: .bold))
        #expect(styled.pieces.contains(StyledLine.Piece(text: "said", style: .verb)))
        #expect(live.styled(".load x")?.pieces.first == StyledLine.Piece(text: ".load", style: .command))
    }

    @Test func `candidates stand in columns with their numbers`() {
        let candidates = [
            LineEditor.Candidate(text: "said", count: 14), LineEditor.Candidate(text: "rejected", count: 2),
            LineEditor.Candidate(text: "is"),
        ]
        #expect(
            CandidateList(appearance: Appearance(width: 80)).lines(candidates).map(\.text) == [
                "  said 14      rejected 2   is"
            ])
        #expect(
            CandidateList(appearance: Appearance(width: 20)).lines(candidates).map(\.text) == [
                "  said 14", "  rejected 2", "  is",
            ])
    }
}
