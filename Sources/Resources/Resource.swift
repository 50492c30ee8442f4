import CResources

/// A data file that is embedded in the binary, read in place.
///
///     let grammar = Resource.named("grammar/questions.grammar")?.text
public struct Resource: Sendable {
    /// Path inside the repository's data folders, such as `grammar/questions.grammar`.
    public let name: String
    /// The file's bytes; they live as long as the process and are aligned to 64.
    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
    /// The file's text; ill-formed UTF-8 is repaired.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    // The memory is constant data of the executable.
    private nonisolated(unsafe) let base: UnsafeRawPointer
    private let count: Int

    /// All embedded files, in the order they are listed in `CResources`.
    public static let all: [Resource] = {
        var resources: [Resource] = []
        guard var entry = hearsay_resource_table() else { return [] }
        while let name = entry.pointee.name, let bytes = entry.pointee.bytes {
            resources.append(
                Resource(
                    name: String(cString: name), base: UnsafeRawPointer(bytes), count: entry.pointee.count))
            entry += 1
        }
        return resources
    }()

    /// The embedded file of this name, or nil where there is none.
    public static func named(_ name: String) -> Resource? {
        all.first { $0.name == name }
    }
}
