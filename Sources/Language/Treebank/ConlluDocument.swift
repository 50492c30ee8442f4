extension Document {
    /// Builds a document from CoNLL-U, as tests and the training program do.
    ///
    ///     let document = try Document(conllu: """
    ///         1  Ada       Ada       PROPN  NNP  _  2  nsubj  _  NE=B-person
    ///         2  protested protest   VERB   VBD  _  0  root   _  SpaceAfter=No
    ///         3  .         .         PUNCT  .    _  2  punct  _  _
    ///         """)
    ///
    /// Columns are separated by tabs, or by spaces in a line without tabs. The text is put together from the forms and
    /// `SpaceAfter=No`; `# newpar` begins a paragraph. `NE=B-person`, `NE=I-person` in MISC give `entities`; the kinds are
    /// those of `NamedEntity.Kind`. `Entity=` as in GUM gives `chains`. Unknown tags become `X` and `XX`, unknown relations their main relation or `dep`.
    ///
    /// - Throws: `ConlluError` with the line's number.
    public init(conllu: String) throws(ConlluError) {
        try self.init(ConlluReader(Array(conllu.utf8)).sentences[...])
    }

    /// The documents of a treebank file, divided at `# newdoc`.
    package static func documents(ofConllu bytes: [UInt8]) throws(ConlluError) -> [Document] {
        let sentences = try ConlluReader(bytes).sentences
        var starts = sentences.indices.filter { $0 == 0 || sentences[$0].startsDocument }
        starts.append(sentences.count)
        var documents: [Document] = []
        for (start, end) in zip(starts, starts.dropFirst()) {
            documents.append(try Document(sentences[start..<end]))
        }
        return documents
    }

    private init(_ sentences: ArraySlice<ConlluSentence>) throws(ConlluError) {
        var text: [UInt8] = []
        var starts: [Int32] = []
        var ends: [Int32] = []
        var spaceBefore = false
        for sentence in sentences {
            if sentence.startsParagraph, !text.isEmpty {
                text.append(10)
                spaceBefore = false
            }
            for surface in sentence.surfaces {
                if spaceBefore { text.append(32) }
                let start = text.count
                text += Array(surface.form.utf8)
                Self.divide(start..<text.count, among: sentence.words[surface.words], &starts, &ends, text)
                spaceBefore = surface.spaceAfter
            }
        }
        self.init(text: text)
        self.starts = starts
        self.ends = ends
        var paragraph = -1
        for sentence in sentences {
            if sentence.startsParagraph || paragraph < 0 { paragraph += 1 }
            append(sentence, paragraph: paragraph)
        }
        try readEntities(of: sentences)
        readChains(of: sentences)
    }

    /// Gives the words of a contraction their part of its bytes.
    private static func divide(
        _ bytes: Range<Int>, among words: ArraySlice<ConlluSentence.Word>,
        _ starts: inout [Int32], _ ends: inout [Int32], _ text: [UInt8]
    ) {
        var start = bytes.lowerBound
        for (position, word) in words.enumerated() {
            // Where the words do not add up to what is written ("wo" + "n't" do), the last takes what is left.
            var end =
                position == words.count - 1 ? bytes.upperBound : min(start + word.form.utf8.count, bytes.upperBound)
            while end < bytes.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
            starts.append(Int32(start))
            ends.append(Int32(end))
            start = end
        }
    }

    private mutating func append(_ sentence: ConlluSentence, paragraph: Int) {
        let first = forms.count
        for word in sentence.words {
            forms.append(symbols.intern(word.form))
            norms.append(symbols.intern(Tokenizer.norm(of: word.form)))
            lemmas.append(symbols.intern(word.lemma))
            upos.append(word.upos)
            xpos.append(word.xpos)
            heads.append(word.head < 0 ? -1 : Int32(first + word.head))
            relations.append(word.relation)
            sentenceOfToken.append(Int32(sentences.count))
        }
        sentences.append(Sentence(tokens: first..<forms.count, paragraph: paragraph))
    }

    private mutating func readEntities(of sentences: ArraySlice<ConlluSentence>) throws(ConlluError) {
        var token = 0
        for word in sentences.lazy.flatMap(\.words) {
            defer { token += 1 }
            guard let entity = word.entity else { continue }
            let parts = entity.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, ["B", "I"].contains(parts[0]),
                let kind = NamedEntity.Kind.allCases.first(where: { "\($0)" == parts[1] })
            else {
                throw ConlluError(line: word.line, problem: "cannot read NE=\(entity)")
            }
            if parts[0] == "B" {
                entities.append(NamedEntity(tokens: token..<token + 1, kind: kind))
            } else if let last = entities.last, last.kind == kind, last.tokens.upperBound == token {
                entities[entities.count - 1].tokens = last.tokens.lowerBound..<token + 1
            } else {
                throw ConlluError(line: word.line, problem: "NE=\(entity) continues nothing")
            }
        }
    }

    /// Mentions with the same number, where there are at least two.
    private mutating func readChains(of sentences: ArraySlice<ConlluSentence>) {
        var reader = EntityBrackets.Reader()
        var token = 0
        for sentence in sentences {
            if let format = sentence.entityFormat { reader.read(format: format[...]) }
            for word in sentence.words {
                if let brackets = word.brackets { reader.read(brackets[...], at: token) }
                token += 1
            }
        }
        var chainOfGroup: [Substring: Int] = [:]
        for read in reader.mentions {
            let head =
                read.head.map { read.tokens.lowerBound + $0 - 1 }
                ?? read.tokens.first { token in self.head(of: token).map { !read.tokens.contains($0) } ?? true }
            guard let head, read.tokens.contains(head) else { continue }
            let chain = chainOfGroup[read.group] ?? chains.count
            chainOfGroup[read.group] = chain
            if chain == chains.count { chains.append([]) }
            chains[chain].append(Mention(tokens: read.tokens, head: head))
        }
        func precedes(_ a: Mention, _ b: Mention) -> Bool {
            (a.tokens.lowerBound, -a.tokens.count, a.head) < (b.tokens.lowerBound, -b.tokens.count, b.head)
        }
        chains = chains.filter { $0.count > 1 }.map { $0.sorted(by: precedes) }
            .sorted {
                ($0[0].tokens.lowerBound, $0[0].tokens.upperBound) < ($1[0].tokens.lowerBound, $1[0].tokens.upperBound)
            }
    }
}
