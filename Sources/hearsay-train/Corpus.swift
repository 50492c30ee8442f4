import Foundation
import Language

/// The treebanks in a data folder, as its README describes it.
struct Corpus {
    let folder: String

    enum Split: String {
        case train, dev
    }

    /// Gold documents of the English Web Treebank and of GUM; for training our own questions too.
    func treebanks(_ split: Split) throws -> [Document] {
        let documents = try ["ewt", "gum"].flatMap { try treebank($0, split) }
        return split == .train ? documents + (try OwnQuestions.documents(.train)) : documents
    }

    /// Gold documents of one treebank: "ewt" or "gum".
    func treebank(_ name: String, _ split: Split) throws -> [Document] {
        try Document.documents(ofConllu: read("ud/\(name)-\(split.rawValue).conllu.gz"))
    }

    /// The bytes of a gzip-compressed file.
    func read(_ path: String) throws -> [UInt8] { try Self.read(file: folder + "/" + path) }

    /// The bytes of a file; one whose name ends in `.gz` is decompressed.
    static func read(file: String) throws -> [UInt8] {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw CorpusError(description: "cannot read \(file)")
        }
        guard file.hasSuffix(".gz") else { return Array(try Data(contentsOf: URL(fileURLWithPath: file))) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CorpusError(description: "gzip -dc \(file) failed with status \(process.terminationStatus)")
        }
        return Array(data)
    }
}

struct CorpusError: Error, CustomStringConvertible {
    let description: String
}
