/// Who says, thinks, wants or judges what, as spans of the text.
///
///     {source:The mayor of Havn} {cue:said} {content:that the port must open}.
///
/// Spans are marked as PolNeAR marks them (Newell et al. 2018): the source with all that describes it, the content with its
/// conjunction and quotation marks, each in as many fragments as the sentence breaks it into. `Fact` has the same in the form
/// that questions are answered from.
public struct Attribution: Sendable, Equatable {
    /// Token spans in textual order; empty where nobody is named.
    public var source: [Range<Int>]
    /// The words that attribute ("said", "according to"), in parts where others stand between.
    public var cue: [Range<Int>]
    /// What is attributed, in its parts.
    public var content: [Range<Int>]

    public init(source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>]) {
        self.source = source
        self.cue = cue
        self.content = content
    }
}
