import Foundation

/// Precision and recall of spans.
struct SpanScore {
    private(set) var gold = 0
    private(set) var found = 0
    private(set) var correct = 0

    mutating func add<Span: Hashable>(gold: Set<Span>, found: Set<Span>) {
        self.gold += gold.count
        self.found += found.count
        correct += gold.intersection(found).count
    }

    /// Between 0 and 1.
    var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
    /// Between 0 and 1.
    var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
    /// The harmonic mean of precision and recall.
    var f1: Double { gold + found == 0 ? 0 : 2 * Double(correct) / Double(gold + found) }

    /// "F1 88.20 (P 87.10, R 89.33, 1200)"
    var summary: String {
        String(format: "F1 %.2f (P %.2f, R %.2f, %d)", 100 * f1, 100 * precision, 100 * recall, gold)
    }
}
