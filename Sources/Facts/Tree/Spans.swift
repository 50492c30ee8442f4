extension Range<Int> {
    /// From `lower` to `upper`, empty where a wrong tree has them the other way round.
    static func span(_ lower: Int, _ upper: Int) -> Range<Int> { lower..<Swift.max(lower, upper) }
}
