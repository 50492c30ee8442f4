import Testing

@testable import Articles

@Suite struct LanguageGuessTests {
    @Test(arguments: [
        (
            "Der Bürgermeister hat am Montag erklärt, dass die Brücke nicht mehr für Lastwagen geöffnet wird und der Umbau auf sich warten lässt.",
            "German"
        ),
        (
            "Le maire de la ville a déclaré lundi que le pont ne sera pas ouvert aux camions et que les travaux sont reportés.",
            "French"
        ),
        (
            "El alcalde de la ciudad dijo el lunes que el puente no se abrirá a los camiones y que las obras se aplazan para el otoño.",
            "Spanish"
        ),
        ("Мэр города заявил в понедельник, что мост закрыт.", "a language in Cyrillic letters"),
        ("市长周一表示大桥将继续关闭直到明年春天为止", "Chinese or Japanese"),
    ]) func `other languages are told`(text: String, language: String) {
        #expect(LanguageGuess.standard.otherLanguage(of: text) == language)
    }

    @Test(arguments: [
        "The mayor said on Monday that the bridge would stay closed to lorries and that works would begin in spring.",
        "Shr 12 cts vs 9 cts Net 1.2 mln vs 0.9 mln Revs 45 mln vs 40 mln Avg shrs 10 mln vs 10 mln", "Short.",
        "“C'est la vie,” said the mayor of La Roche, who is to meet Angela de la Cruz and Jean-Luc Moreau in Le Havre on Monday.",
    ]) func `english, and what is too short, is not`(text: String) {
        #expect(LanguageGuess.standard.otherLanguage(of: text) == nil)
    }
}

@Suite struct DuplicateTests {
    /// Sentences no two of which share words.
    private static func sentences(_ count: Int, from first: Int = 0) -> [String] {
        (first..<first + count).map { number in (0..<12).map { "said\(number * 12 + $0)" }.joined(separator: " ") + "."
        }
    }
    private static let sentences = sentences(40)

    private func article(_ sentences: some Collection<String>, title: String = "Title") throws -> Article {
        try read(title + "\n\n" + sentences.joined(separator: "\n\n"))
    }

    @Test func `the same text is found`() throws {
        var index = DuplicateIndex()
        index.insert(try article(Self.sentences), number: 3)
        #expect(index.match(of: try article(Self.sentences)) == .init(number: 3, percent: 100, isExact: true))
        #expect(index.match(of: try article(Self.sentences(40, from: 100))) == nil)
    }

    @Test func `small edits and a cut end make a copy, more text does not`() throws {
        var index = DuplicateIndex()
        index.insert(try article(Self.sentences), number: 1)
        var edited = Self.sentences
        edited[3] = edited[3].replacing("said40", with: "announced")
        edited[20] = "A paragraph that only this paper has, about the weather of the day."
        #expect(index.match(of: try article(edited, title: "Other"))?.number == 1)
        #expect(index.match(of: try article(Self.sentences.prefix(25)))?.number == 1)
        let more = Self.sentences + Self.sentences(20, from: 100)
        #expect(index.match(of: try article(more)) == nil)
    }

    @Test func `short messages are only the same where they are the same`() throws {
        var index = DuplicateIndex()
        index.insert(try read("Dividend\n\nQtly div 12 cts vs 12 cts prior. Pay April 30. Record April 15."), number: 1)
        #expect(
            index.match(of: try read("Dividend\n\nQtly div 11 cts vs 11 cts prior. Pay April 30. Record April 15."))
                == nil)
    }
}
