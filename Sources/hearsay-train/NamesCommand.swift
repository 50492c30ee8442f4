import ArgumentParser
import Foundation
import Language

/// Writes the table of long name lists that is embedded in `hearsay`.
struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes lexicons/names.table from Sources/hearsay-train/Names.",
        discussion: "script/name-lists renews the lists themselves.")

    @Argument(help: "The file to write.") var out: String

    func run() throws {
        try Data(Self.table()).write(to: URL(fileURLWithPath: out))
    }

    /// The table of the lists as they are.
    static func table() throws -> [UInt8] {
        var phrases = try lines("cities").map { (text: $0, kinds: NameTable.Kinds.city) }
        phrases += try lines("companies").map { ($0, .company) }
        for line in try lines("people") {
            let names = line.split(separator: " ")
            phrases += names.dropFirst().map { (String($0), names[0] == "last" ? .lastName : .firstName) }
        }
        return NameTable.file(phrases)
    }

    private static func lines(_ name: String) throws -> [String] {
        guard let file = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Names") else {
            throw CorpusError(description: "Names/\(name).txt is missing beside hearsay-train")
        }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map(String.init)
    }
}
