import Packing

/// Forms, norms and lemmas of a packed document. The text has the words: only what does not follow from it is written.
///
/// A lemma is its word's form or norm as it is, or its norm with another ending: "said" is 3 bytes less and "ay". An
/// article has few endings.
enum PackedWords {
    /// How a word's norm becomes its lemma.
    private struct Ending: Hashable {
        /// Bytes to take away from the end.
        var cut: Int
        var suffix: [UInt8]

        init(cut: Int, suffix: [UInt8]) {
            self.cut = cut
            self.suffix = suffix
        }

        init(from norm: String, to lemma: String) {
            let same = zip(norm.utf8, lemma.utf8).prefix { $0 == $1 }.count
            cut = norm.utf8.count - same
            suffix = Array(lemma.utf8.dropFirst(same))
        }

        /// Puts the lemma in place of what a buffer holds.
        func apply(to norm: String, in buffer: inout [UInt8]) {
            buffer.removeAll(keepingCapacity: true)
            buffer.append(contentsOf: norm.utf8)
            buffer.removeLast(Swift.min(cut, buffer.count))
            buffer.append(contentsOf: suffix)
        }
    }

    struct Writer {
        private var codes = PackedWriter()
        private var endings: [Ending] = []
        private var codeOfEnding: [Ending: Int] = [:]
        /// Words that are not what the text has at their place.
        private var others: [(token: Int, form: String, norm: String)] = []
        /// By form: the norm that it was found to have last, as the text's forms have it; -1 where none was.
        private var usualNorms: [Int32] = []

        mutating func write(_ token: Int, of document: Document) {
            let (form, norm) = (document.form(token), document.norm(token))
            let bytes = document.text[Int(document.starts[token])..<Int(document.ends[token])]
            if !form.utf8.elementsEqual(bytes) || !isNorm(document.norms[token], of: document.forms[token], document) {
                others.append((token, form, norm))
            }
            let lemma = document.lemmas[token]
            if lemma == document.norms[token] {
                codes.write(0)
            } else if lemma == document.forms[token] {
                codes.write(1)
            } else {
                let ending = Ending(from: norm, to: document.lemma(token))
                let code = codeOfEnding[ending] ?? endings.count
                if code == endings.count {
                    endings.append(ending)
                    codeOfEnding[ending] = code
                }
                codes.write(code + 2)
            }
        }

        /// Most words of a text have been seen in it before.
        private mutating func isNorm(_ norm: Symbol, of form: Symbol, _ document: Document) -> Bool {
            let (form, norm) = (Int(form.index), Int32(norm.index))
            if usualNorms.count < document.symbols.count {
                usualNorms = Array(repeating: -1, count: document.symbols.count)
            }
            if usualNorms[form] == norm { return true }
            let isNorm = document.symbols[Symbol(Int(norm))] == Tokenizer.norm(of: document.symbols[Symbol(form)])
            if isNorm { usualNorms[form] = norm }
            return isNorm
        }

        func finish(to writer: inout PackedWriter) {
            writer.write(others.count)
            for other in others {
                writer.write(other.token)
                writer.write(other.form)
                writer.write(other.norm)
            }
            writer.write(endings.count)
            for ending in endings {
                writer.write(ending.cut)
                writer.write(ending.suffix.count)
                writer.write(bytes: ending.suffix)
            }
            writer.write(bytes: codes.bytes)
        }
    }

    /// Sets the three columns, for the tokens of which offsets are known.
    static func read(from reader: inout PackedReader, into document: inout Document) throws(PackedError) {
        let tokens = document.starts.count
        var others: [Int: (form: String, norm: String)] = [:]
        for _ in 0..<(try reader.count()) {
            let token = try reader.number(below: tokens)
            others[token] = (try reader.string(), try reader.string())
        }
        var endings: [Ending] = []
        for _ in 0..<(try reader.count()) {
            let cut = try reader.number()
            var suffix: [UInt8] = []
            for _ in 0..<(try reader.count()) { suffix.append(try reader.byte()) }
            endings.append(Ending(cut: cut, suffix: suffix))
        }
        for token in 0..<tokens {
            if let other = others[token] {
                document.forms.append(document.symbols.intern(other.form))
                document.norms.append(document.symbols.intern(other.norm))
            } else {
                Tokenizer.appendWord(token, to: &document)
            }
        }
        var lemma: [UInt8] = []
        for token in 0..<tokens {
            let code = try reader.number(below: endings.count + 2)
            let norm = document.norms[token]
            guard code >= 2 else {
                document.lemmas.append(code == 0 ? norm : document.forms[token])
                continue
            }
            endings[code - 2].apply(to: document.symbols[norm], in: &lemma)
            document.lemmas.append(lemma.withUnsafeBufferPointer { document.symbols.intern($0) })
        }
        document.symbols.dropIndex()
    }
}
