/// Lines that tell no more than who wrote the story: nobody in it is its author, but for who says "I" outside of quotations.
struct Bylines {
    /// By their indices.
    let sentences: Set<Int>
    /// How often who writes must say "I", so that it is no quotation without its marks.
    static let firstPersons = 3

    init(_ document: Document) {
        sentences = Set(
            document.sentences.prefix(4).indices.filter { index in
                let tokens = document.sentences[index].tokens
                return !tokens.isEmpty && document.norm(tokens.lowerBound) == "by" && tokens.count < 14
                    && !tokens.contains { document.upos[$0] == .verb || document.upos[$0] == .aux }
            })
    }

    /// The mention of the only author.
    func author(in state: CoreferenceState) -> Int? {
        let authors = state.mentions.indices.filter {
            state.mentions[$0].kind == .person && sentences.contains(state.mentions[$0].sentence)
        }
        return authors.count == 1 ? authors[0] : nil
    }
}
