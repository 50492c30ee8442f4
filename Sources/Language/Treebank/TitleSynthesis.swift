/// Gives people in a treebank's sentences the titles and appositions of others: news is full of them, treebanks are not.
///
///     Anna Marlow met reporters.
///     → Norwegian Foreign Minister Anna Marlow met reporters.  Anna Marlow, a former judge, met reporters.
///     The minister met reporters.
///     → The minister, Anna Marlow, met reporters.
package struct TitleSynthesis {
    private var titles: [Insertion] = []
    /// "Norway" + "'s", hanging on what is had.
    private var possessors: [Insertion] = []
    /// With the comma before, and the comma after where there is one.
    private var appositions: [Insertion] = []
    private var names: [Insertion] = []

    /// Collects titles, possessors, appositions and names.
    package init(_ documents: [Document]) {
        for document in documents {
            for sentence in document.sentences {
                for token in sentence.tokens { collect(document, token, in: sentence.tokens) }
            }
        }
    }

    private mutating func collect(_ document: Document, _ token: Int, in tokens: Range<Int>) {
        let head = Int(document.heads[token])
        switch document.relations[token] {
        case .nmodDescription where head == token + 1:
            let words = Self.subtree(document, token, in: tokens)
            let allowed: Set<Relation> = [.amod, .compound, .nmod, .nmodDescription]
            guard words.upperBound == token + 1, words.count <= 5,
                words.allSatisfy({ allowed.contains(document.relations[$0]) })
            else { return }
            if let title = Insertion(document, words, anchor: head) { titles.append(title) }
        case .nmodPossessive where document.xpos[token] == .nnp && head > token:
            let words = Self.subtree(document, token, in: tokens)
            guard words == token..<token + 2, document.xpos[token + 1] == .pos else { return }
            if let possessor = Insertion(document, words, anchor: head) { possessors.append(possessor) }
        case .appos where document.upos[token] == .noun && document.upos[head] == .propn:
            let words = Self.subtree(document, token, in: tokens)
            guard words.count <= 9, words.lowerBound > head, document.xpos[words.lowerBound] == .comma else { return }
            if let apposition = Insertion(document, words, anchor: head) { appositions.append(apposition) }
        default:
            guard Self.isBareName(document, token, in: tokens) else { return }
            var name = token..<token + 2
            while name.upperBound < tokens.upperBound, document.relations[name.upperBound] == .flat,
                document.heads[name.upperBound] == Int32(token)
            { name = token..<name.upperBound + 1 }
            if var words = Insertion(document, name, anchor: head) {
                words.words[0].head = nil
                names.append(words)
            }
        }
    }

    /// The sentence with a title before a name, or an apposition after a name or subject; nil where none suits it.
    package func titled(_ document: Document, sentence: Int, _ random: inout SplitMix) -> Document? {
        let tokens = document.sentences[sentence].tokens
        let bare = tokens.filter { Self.isBareName(document, $0, in: tokens) }
        if let name = bare.randomElement(using: &random) {
            if random.unit() < 0.3, let apposition = appositions.randomElement(using: &random) {
                return insert(apposition, after: name, document, sentence)
            }
            guard let title = title(&random) else { return nil }
            return title.inserted(into: document, sentence: sentence, before: name, anchor: name)
        }
        let subjects = tokens.filter {
            document.upos[$0] == .noun && [.nsubj, .nsubjPassive].contains(document.relations[$0])
        }
        guard let subject = subjects.randomElement(using: &random), let name = names.randomElement(using: &random),
            random.unit() < 0.3
        else { return nil }
        var apposition = Insertion([Self.comma])
        apposition = apposition.followed(by: name)
        apposition.words[0].head = 1
        apposition.words[1].relation = .appos
        return insert(apposition, after: subject, document, sentence)
    }

    /// Puts an apposition behind the phrase of `anchor` where that ends before a verb, and closes it with a comma.
    private func insert(_ apposition: Insertion, after anchor: Int, _ document: Document, _ sentence: Int) -> Document?
    {
        let tokens = document.sentences[sentence].tokens
        let end = Self.subtree(document, anchor, in: tokens).upperBound
        guard end < tokens.upperBound, [.verb, .aux].contains(document.upos[end]) else { return nil }
        var closed = apposition
        if closed.words.last?.xpos != .comma, let top = closed.words.firstIndex(where: { $0.head == nil }) {
            closed.words.append(Self.comma)
            closed.words[closed.words.count - 1].head = top
        }
        return closed.inserted(into: document, sentence: sentence, before: end, anchor: anchor)
    }

    /// A title as found, or with the first words of another, or of somebody's: "Norway's".
    private func title(_ random: inout SplitMix) -> Insertion? {
        guard var title = titles.randomElement(using: &random) else { return nil }
        if random.unit() < 0.5, title.words.count < 3, let other = titles.randomElement(using: &random) {
            let first = other.words.dropLast()
            let last = first.count + title.words.count - 1
            title = Insertion(
                first.map { word in
                    var moved = word
                    moved.head = word.head == other.words.count - 1 ? last : word.head
                    return moved
                }
            ).followed(by: title)
        }
        if random.unit() < 0.3, let possessor = possessors.randomElement(using: &random) {
            title = possessor.followed(by: title)
        }
        return title
    }

    private static let comma = Insertion.Word(
        form: [UInt8(ascii: ",")], xpos: .comma, upos: .punct, head: nil, relation: .punct)

    /// From the first to the last token that hangs on this one.
    private static func subtree(_ document: Document, _ token: Int, in tokens: Range<Int>) -> Range<Int> {
        var range = token..<token + 1
        for descendant in tokens {
            var at = descendant
            while at >= 0, at != token { at = Int(document.heads[at]) }
            if at == token { range = min(range.lowerBound, descendant)..<max(range.upperBound, descendant + 1) }
        }
        return range
    }

    /// Whether this is the first word of a name of two or more that nothing stands before.
    private static func isBareName(_ document: Document, _ token: Int, in tokens: Range<Int>) -> Bool {
        guard document.xpos[token] == .nnp, token + 1 < tokens.upperBound, document.xpos[token + 1] == .nnp,
            document.relations[token + 1] == .flat, document.heads[token + 1] == Int32(token)
        else { return false }
        if token > tokens.lowerBound, [.nnp, .hyph].contains(document.xpos[token - 1]) { return false }
        return !(tokens.lowerBound..<token).contains { document.heads[$0] == Int32(token) && document.upos[$0] != .adp }
    }
}
