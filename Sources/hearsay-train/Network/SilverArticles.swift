import Language

/// PolNeAR's articles over this program's own tokens, with CoreNLP's names (repaired), tags and trees where the tokens agree.
struct SilverArticles {
    struct Article {
        var example: EntityExample
        /// By token: the head in its sentence from 1, 0 for the root, -1 where the two programs' tokens or sentences differ.
        var heads: [Int16]
        /// Empty where the head is not known.
        var relations: [Substring]
        var xpos: [PennTag?]
        /// Marked by hand: outside, beginning, inside, a bit each.
        var cues: [UInt64] = []
        var sources: [UInt64] = []
        var contents: [UInt64] = []
    }

    private(set) var articles: [Article] = []

    init(_ corpus: Corpus, _ split: Corpus.Split) throws {
        let names = try SilverEntities(corpus, split).examples
        // Repairing needs tags; the silver ones serve.
        var drafts = zip(names, try SilverCorpus(corpus, split).articles).map { Self.article($0, $1) }
        let cleaning = SilverCleaning(drafts.map(\.example))
        for index in drafts.indices { drafts[index].example = cleaning.cleaned(drafts[index].example) }
        let marks = try AttributionMarks(corpus, split)
        for index in drafts.indices {
            let document = drafts[index].example.document
            drafts[index].cues = marks.labels(\.cue, document)
            drafts[index].sources = marks.labels(\.source, document)
            drafts[index].contents = marks.labels(\.content, document)
        }
        articles = drafts
    }

    private static func article(_ example: EntityExample, _ silver: SilverCorpus.Article) -> Article {
        let document = example.document
        let offsets = Array(document.text.indices.filter { document.text[$0] & 0xC0 != 0x80 }) + [document.text.count]
        // By byte where it begins: the token of ours; and for each silver token the last of ours inside it.
        var tokenAt: [Int: Int] = [:]
        for token in 0..<document.count { tokenAt[Int(document.starts[token])] = token }
        var isExact = [Bool](repeating: false, count: silver.tokens.count)
        var ours = [Int?](repeating: nil, count: silver.tokens.count)
        for (index, token) in silver.tokens.enumerated() where token.characters.upperBound < offsets.count {
            let start = offsets[token.characters.lowerBound]
            let end = offsets[token.characters.upperBound]
            guard let first = tokenAt[start] else { continue }
            isExact[index] = Int(document.ends[first]) == end
            var last = first
            while last + 1 < document.count, Int(document.ends[last]) < end, Int(document.starts[last + 1]) < end {
                last += 1
            }
            ours[index] = last
        }
        var heads = [Int16](repeating: -1, count: document.count)
        var relations = [Substring](repeating: "", count: document.count)
        var xpos = [PennTag?](repeating: nil, count: document.count)
        for sentence in silver.sentences {
            for index in sentence where isExact[index] {
                guard let token = ours[index] else { continue }
                xpos[token] = silver.tokens[index].xpos
                let place = document.sentence(of: token)
                let first = document.sentences[place].tokens.lowerBound
                let head = silver.tokens[index].head
                if head == 0 {
                    // The root of a sentence that is one sentence here as well.
                    guard let start = ours[sentence.lowerBound], let end = ours[sentence.upperBound - 1],
                        document.sentences[place].tokens.lowerBound >= start - 1,
                        document.sentences[place].tokens.upperBound == end + 1
                    else { continue }
                    heads[token] = 0
                } else {
                    guard sentence.indices.contains(sentence.lowerBound + head - 1),
                        let other = ours[sentence.lowerBound + head - 1], document.sentence(of: other) == place,
                        other != token
                    else { continue }
                    heads[token] = Int16(other - first + 1)
                }
                relations[token] = silver.tokens[index].relation
            }
        }
        var tagged = example
        tagged.document = document.tagged(
            xpos: xpos.map { $0 ?? .nn }, upos: Array(repeating: .x, count: document.count))
        return Article(example: tagged, heads: heads, relations: relations, xpos: xpos)
    }
}
