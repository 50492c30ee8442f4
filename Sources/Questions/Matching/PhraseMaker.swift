import Facts
import Language

/// Makes phrases of a question; each is made once, however many readings have it.
struct PhraseMaker {
    private let question: Document
    private let words: QuestionWords
    private let contentWords: ContentWords
    private let names: NameGroups
    private var made: [Range<Int>: Phrase] = [:]

    init(question: Document, words: QuestionWords, contentWords: ContentWords, names: NameGroups) {
        self.question = question
        self.words = words
        self.contentWords = contentWords
        self.names = names
    }

    mutating func phrase(_ tokens: Range<Int>) -> Phrase {
        if let phrase = made[tokens] { return phrase }
        let phrase = new(tokens)
        made[tokens] = phrase
        return phrase
    }

    private func mayBeginGroupName(_ token: Int) -> Bool {
        guard words.has(.beginsGroupName, at: token) else { return false }
        if words.has(.stop, at: token), !words.isCapital[token] {
            // "who" is no organisation.
            return token + 1 < question.count
                && names.beginsLongerName(words.text(at: token), before: words.text(at: token + 1))
        }
        return token + 1 == question.count || names.beginsName(words.text(at: token), before: words.text(at: token + 1))
    }

    private func new(_ whole: Range<Int>) -> Phrase {
        let inner = QuotationMarks.inside(whole, isMark: { words.has(.quotationMark, at: $0) })
        let tokens = inner ?? whole
        let hasGroupName = tokens.contains(where: mayBeginGroupName)
        var phrase = Phrase(text: question.string(tokens), words: [], content: [], isQuoted: inner != nil)
        phrase.words.reserveCapacity(tokens.count)
        for token in tokens where question.upos[token] != .punct {
            let lemma = words.lemmaOfToken[token]
            phrase.words.append(
                Phrase.Word(
                    norm: words.text(at: token), lemma: words.lemmaTexts[Int(lemma)], upos: question.upos[token]))
            if !hasGroupName, !words.has(.stop, at: token), !words.lemmas[Int(lemma)].isStop {
                phrase.content.append(words.contentWord(ofLemma: lemma))
            }
        }
        // "South Korea" is one word.
        if hasGroupName { phrase.content = contentWords.occurrences(in: tokens, of: question).map(\.word) }
        return phrase
    }
}
