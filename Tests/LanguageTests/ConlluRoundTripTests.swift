import Articles
import Testing

@testable import Language

/// What `hearsay analyze` writes is read back as it was.
@Suite struct ConlluRoundTripTests {
    private let text = """
        Mayor Won't Close Bridge

        VELMORA – Mayor Ada Quill said on Monday she wouldn’t close the dockers' bridge.  “We can't,” Quill told the Norland Herald.
        The mayor’s aides didn't comment(yet). It cost $1,200; they cannot pay.

        She'd said: "It's ours." Norland's government – it had objected – gave in.
        """

    private func analyzed() throws -> Document {
        try Analyzer().analyze(ArticleReader().read(bytes: Array(text.utf8), id: "quill"))
    }

    @Test func everyColumnComesBack() throws {
        let document = try analyzed()
        let read = try Document(conllu: document.conllu(id: "quill"))
        #expect(read.count == document.count)
        for token in 0..<min(read.count, document.count) {
            #expect(read.form(token) == document.form(token))
            #expect(read.norm(token) == document.norm(token))
            #expect(read.lemma(token) == document.lemma(token))
        }
        #expect(read.upos == document.upos)
        #expect(read.xpos == document.xpos)
        #expect(read.heads == document.heads)
        #expect(read.relations == document.relations)
        #expect(read.sentences.map(\.tokens) == document.sentences.map(\.tokens))
        #expect(read.entities == document.entities)
        #expect(read.chains == document.chains)
        #expect(!document.chains.isEmpty && !document.entities.isEmpty)
    }

    @Test func spacesAreKept() throws {
        let document = try analyzed()
        let read = try Document(conllu: document.conllu())
        for token in 1..<document.count {
            #expect(
                (read.starts[token] == read.ends[token - 1]) == (document.starts[token] == document.ends[token - 1]),
                "\(document.form(token))")
        }
    }

    @Test func contractionsAreRanges() throws {
        let lines = try analyzed().conllu().split(separator: "\n").map { $0.split(separator: "\t") }
        let ranges = lines.filter { $0.count == 10 && $0[0].contains("-") }.map { $0[1] }
        #expect(
            ranges == [
                "Won't", "wouldn’t", "dockers'", "can't", "mayor’s", "didn't", "cannot", "She'd", "It's", "Norland's",
            ])
    }

    @Test func textLinesAreWhatTheFormsGive() throws {
        var (spelled, built, space, inRange) = ("", "", "", 0)
        for line in try analyzed().conllu().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# text = ") { spelled = String(line.dropFirst(9)) }
            if line.isEmpty, !built.isEmpty {
                #expect(built == spelled)
                (built, space) = ("", "")
            }
            let columns = line.split(separator: "\t")
            guard columns.count == 10 else { continue }
            let bounds = columns[0].split(separator: "-").compactMap { Int($0) }
            if bounds.count == 2 {
                inRange = bounds[1] - bounds[0] + 2
            } else if inRange == 1 {
                inRange = 0
                continue
            }
            if inRange > 0 { inRange -= 1 }
            // The words of a range are spelled by the range.
            guard bounds.count == 2 || inRange == 0 else { continue }
            built += space + columns[1]
            space = columns[9].contains("SpaceAfter=No") ? "" : " "
        }
    }

    @Test func entitiesAreWrittenAsGumHasThem() throws {
        var document = try Document(
            conllu: """
                1  Ada   Ada   PROPN  NNP   _  3  nsubj     _  NE=B-person
                2  Quill Quill PROPN  NNP   _  1  flat      _  NE=I-person
                3  sold  sell  VERB   VBD   _  0  root      _  _
                4  her   her   PRON   PRP$  _  5  nmod:poss _  _
                5  house house NOUN   NN    _  3  obj       _  _
                6  .     .     PUNCT  .     _  3  punct     _  _
                """)
        document.chains = [[Mention(tokens: 0..<2, head: 0), Mention(tokens: 3..<4, head: 3)]]
        let entities = document.conllu().split(separator: "\n").compactMap { $0.split(separator: "\t").last }.filter {
            $0.contains("Entity=")
        }
        #expect(entities == ["Entity=(1-person-1|NE=B-person", "Entity=1)|NE=I-person", "Entity=(1-person-1)"])
    }
}
