/// Weights that cannot be used: absent, damaged, or made for other feature templates than those of this program.
public struct ModelError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        /// No such file is embedded.
        case missing
        /// The file is none of ours, or too short.
        case damaged
        /// The file was written in another version of the format.
        case version(UInt32)
        /// The file's features are not the features that this program computes.
        case templates
        /// The file's classes are not the classes that this program knows.
        case classes
    }

    /// The model's file, such as `weights/parser.model`.
    public let model: String
    public let reason: Reason

    public init(model: String, reason: Reason) {
        self.model = model
        self.reason = reason
    }

    public var description: String {
        let what =
            switch reason {
            case .missing: "is missing"
            case .damaged: "is no model file, or is cut short"
            case .version(let version): "has version \(version) of the format, which is not that of this program"
            case .templates: "was trained for other feature templates"
            case .classes: "was trained for other classes"
            }
        let command = model == Network.file ? "network" : "attributions"
        return "\(model) \(what); train it again: hearsay-train \(command) ../shared/data Sources/CResources/weights"
    }
}
