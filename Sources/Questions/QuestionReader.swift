import Facts
import Language

/// Reads a line as a question: writes out short forms, analyses, parses, and reads over slips.
public struct QuestionReader: Sendable {
    public let language: QuestionLanguage
    private let parser: QuestionParser
    private let spelling: SpellingReader

    public init(language: QuestionLanguage) {
        self.language = language
        parser = QuestionParser(grammar: language.grammar, lexicon: language.lexicon)
        spelling = SpellingReader(spellings: language.spellings, grammar: language.grammar, lexicon: language.lexicon)
    }

    /// How a line was read.
    public struct Outcome: Sendable {
        /// What the question was read as.
        public var result: QuestionParser.Result
        /// The readings, best first.
        public var readings: [QuestionParser.Reading]
        /// The line that was parsed; ranges of a misreading and of parts are in it.
        public var line: String
        /// Words that were read for mistyped ones.
        public var corrections: [Correction]
        /// The words of the line with their tags.
        public var document: Document

        /// A slip that was read over.
        public struct Correction: Sendable, Equatable {
            public var typed: String
            public var read: String
        }
    }

    /// Reads a line.
    ///
    /// - Parameter analyze: `Analyzer.analyze(line:)`.
    public func read(_ line: String, knowing knowledge: some WordKnowledge, analyzing analyze: (String) -> Document)
        -> Outcome
    {
        let marked = SpellingReader.withDoubleMarks(line)
        var outcome = withoutOneSlip(spelling.expanded(marked) ?? marked, knowledge, analyze)
        var corrections = outcome.corrections
        while !outcome.corrections.isEmpty, corrections.count < Self.mostSlips {
            outcome = withoutOneSlip(outcome.line, knowledge, analyze)
            corrections += outcome.corrections
        }
        let typed = line.lowercased()
        func place(_ correction: Outcome.Correction) -> String.Index {
            typed.firstRange(of: correction.typed.lowercased())?.lowerBound ?? typed.endIndex
        }
        // In the order of the line.
        outcome.corrections = (corrections + forgiven(in: outcome, knowledge)).sorted { place($0) < place($1) }
        return outcome
    }

    /// Words of a question that are read for others.
    private static let mostSlips = 4

    /// Verbs that the analysis itself took for well-spelt ones: "sayd".
    private func forgiven(in outcome: Outcome, _ knowledge: some WordKnowledge) -> [Outcome.Correction] {
        guard case .understood(let question) = outcome.result, case .verb(let lemma, _) = question.predicate,
            let part = outcome.readings.first?.parts.first(where: { $0.role == "verb \(lemma)" })
        else { return [] }
        let word = String(decoding: Array(outcome.line.utf8)[part.range], as: UTF8.self).lowercased()
        guard !isKnown(word, knowledge), let read = spelling.candidates(for: word).first else { return [] }
        return [Outcome.Correction(typed: word, read: read)]
    }

    /// A line with the word that keeps it from being understood, or from being understood well, read for another.
    private func withoutOneSlip(_ line: String, _ knowledge: some WordKnowledge, _ analyze: (String) -> Document)
        -> Outcome
    {
        let plain = outcome(line, knowledge, analyze)
        guard let doubtful = doubtfulWord(of: plain, knowledge) else { return withoutSlip(plain, knowledge, analyze) }
        let word = String(decoding: Array(plain.line.utf8)[doubtful], as: UTF8.self)
        let others = spelling.candidates(for: word).map { candidate -> Outcome in
            var bytes = Array(plain.line.utf8)
            bytes.replaceSubrange(doubtful, with: Array(candidate.utf8))
            var other = outcome(String(decoding: bytes, as: UTF8.self), knowledge, analyze)
            other.corrections = [Outcome.Correction(typed: word, read: candidate)]
            return other
        }
        let better = others.filter { doubtfulWord(of: $0, knowledge) == nil && !$0.readings.isEmpty }
        // The first of the best: candidates come in the order of how likely they are.
        var best: Outcome?
        for other in better where (other.readings.first?.score ?? 0) > (best?.readings.first?.score ?? -.infinity) + 1 {
            best = other
        }
        if let best { return best }
        guard plain.readings.isEmpty, let second = others.first(where: { !$0.readings.isEmpty }) else { return plain }
        return second
    }

    /// A question that is understood, but better where a word that nothing knows is read for a slip: "what did Lind say abot the dam".
    private func withoutSlip(_ plain: Outcome, _ knowledge: some WordKnowledge, _ analyze: (String) -> Document)
        -> Outcome
    {
        guard let score = plain.readings.first?.score else { return plain }
        for token in 0..<plain.document.count where isStrange(token, plain.document, knowledge) {
            let word = plain.document.norm(token)
            for candidate in spelling.candidates(for: word) where language.grammar.automaton.words.contains(candidate) {
                var bytes = Array(plain.line.utf8)
                bytes.replaceSubrange(
                    Int(plain.document.starts[token])..<Int(plain.document.ends[token]), with: Array(candidate.utf8))
                var other = outcome(String(decoding: bytes, as: UTF8.self), knowledge, analyze)
                guard let better = other.readings.first?.score, better > score + Self.slipGain else { continue }
                other.corrections = [Outcome.Correction(typed: word, read: candidate)]
                return other
            }
        }
        return plain
    }

    /// How much better a question must be understood for a word to be a slip.
    private static let slipGain = 1.0

    /// Whether neither the grammar nor the articles nor the table of related words have a word.
    private func isStrange(_ token: Int, _ document: Document, _ knowledge: some WordKnowledge) -> Bool {
        let norm = document.norm(token)
        let lemma = document.lemma(token).lowercased()
        return norm.utf8.count > 3 && !spelling.knows(norm) && !knowledge.isName([norm]) && !isKnown(lemma, knowledge)
            && !isKnown(norm, knowledge)
            && language.lexicon.verbs.frame(ofVerb: lemma) == nil
    }

    private func outcome(_ line: String, _ knowledge: some WordKnowledge, _ analyze: (String) -> Document) -> Outcome {
        let document = analyze(line)
        let (readings, misreading) = parser.ranked(document, knowing: knowledge)
        let result = QuestionParser.result(readings, misreading)
        return Outcome(result: result, readings: readings, line: line, corrections: [], document: document)
    }

    /// The bytes of a word that may be mistyped: the one that fits no shape, or a verb that neither the classes nor the articles have.
    private func doubtfulWord(of outcome: Outcome, _ knowledge: some WordKnowledge) -> Range<Int>? {
        switch outcome.result {
        case .misunderstood(let misreading):
            return misreading.range.isEmpty ? unknownWord(of: outcome, knowledge) : misreading.range
        case .understood(let question):
            guard case .verb(let lemma, let classes) = question.predicate, classes.isEmpty, !isKnown(lemma, knowledge)
            else { return nil }
            return outcome.readings.first?.parts.first { $0.role == "verb \(lemma)" }?.range
        case .ambiguous: return nil
        }
    }

    /// Whether a verb is no slip: the articles or the table of related words have it.
    private func isKnown(_ lemma: String, _ knowledge: some WordKnowledge) -> Bool {
        knowledge.isPredicate(lemma) || knowledge.isWord(lemma) || language.lexicon.related.contains(lemma)
    }

    /// Where a question stops short: its first word that nothing knows.
    private func unknownWord(of outcome: Outcome, _ knowledge: some WordKnowledge) -> Range<Int>? {
        let document = outcome.document
        return (0..<document.count).first {
            let norm = document.norm($0)
            return !knowledge.isName([norm]) && !spelling.candidates(for: norm).isEmpty
        }.map { Int(document.starts[$0])..<Int(document.ends[$0]) }
    }
}
