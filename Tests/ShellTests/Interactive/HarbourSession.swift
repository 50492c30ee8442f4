import Testing

@testable import Shell

extension TerminalSession {
    /// The shell over an invented article, at its prompt.
    static func overHarbour(columns: Int, environment: [String: String] = [:]) throws -> TerminalSession {
        let home = try newHome()
        let path = home + "/harbour.txt"
        try #require(
            writeFile(
                path,
                """
                Council reopens harbour
                By Jane Roe, Example Wire
                The harbour of Port Ansel is open again, the council said on Monday.
                """))
        let session = try TerminalSession([path], columns: columns, home: home, environment: environment)
        session.waitForArticles()
        return session
    }
}

extension Screen {
    /// The screen without the banner, whose counts are the engine's.
    var body: String { Self.body(text) }

    static func body(_ text: String) -> String {
        // A screen that was cleared has none.
        guard text.contains("Hearsay \(Launch.version)") else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.isEmpty }.dropFirst().joined(separator: "\n")
    }
}
