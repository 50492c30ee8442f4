/// How likely a token is part of an attribution, as the network sees its sentence, in units of 1/255: hints for whoever
/// looks for attributions.
package struct AttributionEvidence: Sendable, Equatable {
    /// Part of the words that attribute: "said", "according to".
    package var cue: UInt8 = 0
    /// Part of who it is.
    package var source: UInt8 = 0
    /// The first word of what is said, or any word of it.
    package var contentBegin: UInt8 = 0
    package var content: UInt8 = 0

    package init() {}

    /// Outside, beginning, inside.
    static let classCount = 3
}
