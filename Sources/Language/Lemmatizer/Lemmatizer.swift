/// Finds the dictionary form of each word from its spelling and its tag.
///
///     said VBD   →   say        Talks NNS   →   talk        Kremlin NNP   →   Kremlin
///
/// Reads `forms`, `norms`, `xpos`; assigns `lemmas`.
package struct Lemmatizer: Sendable {
    private let rules: LemmaRules

    package init(rules: LemmaRules = .embedded) {
        self.rules = rules
    }

    /// Sets the lemmas of these tokens. The column must reach to `tokens.lowerBound`.
    package func lemmatize(_ tokens: Range<Int>, of document: inout Document) {
        // Most words of a text have been seen in it before.
        var known: [UInt64: Symbol] = [:]
        document.lemmas.removeSubrange(min(tokens.lowerBound, document.lemmas.count)...)
        document.lemmas.reserveCapacity(tokens.upperBound)
        for token in tokens {
            let form = document.forms[token]
            let key = UInt64(form.index) << 8 | UInt64(document.xpos[token].rawValue)
            if let lemma = known[key] {
                document.lemmas.append(lemma)
                continue
            }
            let lemma = lemma(of: document.form(token), norm: document.norm(token), document.xpos[token])
            let symbol = document.symbols.intern(lemma)
            known[key] = symbol
            document.lemmas.append(symbol)
        }
    }

    /// The lemma of a single word.
    package func lemma(of form: String, norm: String, _ tag: PennTag) -> String {
        switch tag {
        case .nnp:
            // Names keep their spelling; whole-word rules spell out months.
            guard let (edit, isWholeWord) = rules.edit(norm, tag), isWholeWord else { return form }
            return applying(edit, to: norm)
        case .nnps:
            guard let (edit, _) = rules.edit(norm, .nns), edit.cut < form.utf8.count else { return form }
            return applying(edit, to: form)
        case .cd where norm.utf8.contains(UInt8(ascii: ",")):
            return String(norm.filter { $0 != "," })
        default:
            guard let (edit, isWholeWord) = rules.edit(norm, tag) else { return norm }
            if !isWholeWord, keepsCapitals(form, norm, tag) {
                return form.utf8.count == norm.utf8.count ? applying(edit, to: form) : form
            }
            return isWholeWord ? applying(edit, to: norm) : Self.mended(applying(edit, to: norm), of: norm)
        }
    }

    /// Rules were learnt from longer words: "wring" is no form of "wr", and "vies" one of "vie".
    private static func mended(_ lemma: String, of norm: String) -> String {
        let letters = lemma.utf8
        guard letters.count < norm.utf8.count, letters.count <= 4 else { return lemma }
        if letters.count == 2, letters.last == UInt8(ascii: "y") { return lemma.dropLast() + "ie" }
        return letters.contains { "aeiouy".utf8.contains($0) } ? lemma : norm
    }

    /// Acronyms ("TV") and adjectives of names ("Freedonian") are written with capitals wherever they stand.
    private func keepsCapitals(_ form: String, _ norm: String, _ tag: PennTag) -> Bool {
        guard form != norm else { return false }
        switch tag {
        case .nn, .nns:
            let letters = form.utf8.prefix { TokenScanner.isUpper($0) || TokenScanner.isDigit($0) }.count
            return letters > 1 && letters >= form.utf8.count - 1
        case .jj:
            return norm.hasSuffix("ian") || norm.hasSuffix("ese") || norm.hasSuffix("can") || norm.hasSuffix("ean")
        default:
            return false
        }
    }

    private func applying(_ edit: LemmaRules.Edit, to word: String) -> String {
        guard edit.cut > 0 || !edit.append.isEmpty else { return word }
        guard edit.cut <= word.utf8.count else { return word }
        return String(decoding: Array(word.utf8.dropLast(edit.cut)) + Array(edit.append.utf8), as: UTF8.self)
    }
}
