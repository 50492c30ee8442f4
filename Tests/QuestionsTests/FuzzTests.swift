import Facts
import Foundation
import Language
import Resources
import Testing

@testable import Questions

/// Any line and any grammar file give a value or a told mistake. `script/fuzz-questions SECONDS` runs these for as long as is wished.
@Suite struct FuzzTests {
    /// Seconds for each; a moment in the ordinary run.
    private static let seconds = ProcessInfo.processInfo.environment["HEARSAY_FUZZ_SECONDS"].flatMap(Double.init) ?? 1.5
    private static let seed =
        ProcessInfo.processInfo.environment["HEARSAY_FUZZ_SEED"].flatMap(UInt64.init) ?? 20_250_317

    @Test func `any line is read, with ranges inside it`() throws {
        let language = try QuestionLanguage.embedded()
        let reader = QuestionReader(language: language)
        let analyzer = try Analyzer()
        var random = SplitMix(state: Self.seed)
        let words =
            language.grammar.automaton.words.sorted() + [
                "Halvorsen", "dam", "2", "March", "2025", ",", "\"", "“", "'", "?", "n't", "é", "👩‍👩‍👧",
            ]
        let examples = language.grammar.examples.map(\.question)
        var count = 0
        let end = Date().addingTimeInterval(Self.seconds)
        while Date() < end {
            let line = Self.line(words, examples, &random)
            let outcome = reader.read(line, knowing: Dam()) { analyzer.analyze(line: $0) }
            count += 1
            let length = outcome.line.utf8.count
            for part in outcome.readings.flatMap(\.parts) where part.range.upperBound > length {
                Issue.record("part outside of \(line)")
            }
            if case .misunderstood(let misreading) = outcome.result, misreading.range.upperBound > length {
                Issue.record("caret outside of \(line)")
            }
            for reading in outcome.readings where reading.question.description.isEmpty {
                Issue.record("no pattern for \(line)")
            }
        }
        #expect(count > 20)
    }

    @Test func `any grammar file is read or its mistake told with a place`() throws {
        var random = SplitMix(state: Self.seed)
        let texts = ["questions.grammar", "verbs.classes", "words.lists", "names.groups", "spellings.pairs"].map {
            (name: $0, text: Array((Resource.named("grammar/\($0)")?.text ?? "").utf8))
        }
        var read = 0
        var refused = 0
        let end = Date().addingTimeInterval(Self.seconds)
        while Date() < end {
            let (name, bytes) = texts[Int.random(in: texts.indices, using: &random)]
            let text = String(decoding: Self.mutated(Self.excerpt(bytes, &random), &random), as: UTF8.self)
            do {
                switch name {
                case "questions.grammar": _ = try QuestionGrammar(text)
                case "verbs.classes": _ = try VerbClasses(text)
                case "words.lists": _ = try WordLists(text)
                case "names.groups": _ = try NameGroups(text)
                default: _ = try Spellings(text)
                }
                read += 1
            } catch let error as GrammarError {
                refused += 1
                let lines = text.utf8.count { $0 == 10 } + 1
                if !(1...lines).contains(error.line) || error.column < 1 || error.message.isEmpty {
                    Issue.record("\(error) in a file of \(lines) lines")
                }
            }
        }
        #expect(read + refused > 20)
    }

    // MARK: Material

    private static func line(_ words: [String], _ examples: [String], _ random: inout SplitMix) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            return (0..<Int.random(in: 0..<14, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        case 1:
            let bytes = mutated(Array((examples.randomElement(using: &random) ?? "").utf8), &random)
            return String(decoding: bytes, as: UTF8.self)
        case 2:
            return (0..<2).map { _ in examples.randomElement(using: &random) ?? "" }.joined(
                separator: [" ", ", ", " and "].randomElement(using: &random) ?? "")
        default:
            return String(
                decoding: (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }, as: UTF8.self)
        }
    }

    /// Some lines of a file: short files are read sooner, and more of them in a second.
    private static func excerpt(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let start = Int.random(in: 0..<max(lines.count, 1), using: &random)
        let count = Int.random(in: 1..<60, using: &random)
        return Array(lines[start..<min(start + count, lines.count)].joined(separator: [10]))
    }

    private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0..<6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2:
                bytes.insert(
                    contentsOf: Array(
                        ["[", "]", "<", ">", "{", "|", "?", "=", "~", ":", "(", " ", "\n", "#", "\"", "'"]
                            .randomElement(using: &random)!.utf8), at: place)
            default: bytes.replaceSubrange(place..., with: bytes[..<place])
            }
        }
        return bytes
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
