/// Scores of coreference chains: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005), and their mean,
/// as in CoNLL 2012. A mention is its head token, so that phrases of other extents still match.
struct CoreferenceScore {
    private struct Counts {
        var right = 0.0
        var all = 0.0
        var value: Double { all == 0 ? 0 : right / all }
    }

    private var muc = (precision: Counts(), recall: Counts())
    private var bCubed = (precision: Counts(), recall: Counts())
    private var ceaf = (precision: Counts(), recall: Counts())

    /// Adds a document: chains of head tokens.
    mutating func add(gold: [Set<Int>], found: [Set<Int>]) {
        let goldOf = Self.chains(gold)
        let foundOf = Self.chains(found)
        Self.addLinks(gold, foundOf, to: &muc.recall)
        Self.addLinks(found, goldOf, to: &muc.precision)
        Self.addMentions(gold, foundOf, found, to: &bCubed.recall)
        Self.addMentions(found, goldOf, gold, to: &bCubed.precision)
        let similarity = gold.map { g in
            found.map { f in 2 * Double(g.intersection(f).count) / Double(g.count + f.count) }
        }
        let best = Self.bestAlignment(similarity)
        ceaf.recall.right += best
        ceaf.recall.all += Double(gold.count)
        ceaf.precision.right += best
        ceaf.precision.all += Double(found.count)
    }

    private static func chains(_ chains: [Set<Int>]) -> [Int: Int] {
        var chainOf: [Int: Int] = [:]
        for (index, chain) in chains.enumerated() {
            for mention in chain { chainOf[mention] = index }
        }
        return chainOf
    }

    private static func addLinks(_ chains: [Set<Int>], _ other: [Int: Int], to counts: inout Counts) {
        for chain in chains where chain.count > 1 {
            let parts = Set(chain.compactMap { other[$0] }).count + chain.count { other[$0] == nil }
            counts.right += Double(chain.count - parts)
            counts.all += Double(chain.count - 1)
        }
    }

    private static func addMentions(
        _ chains: [Set<Int>], _ other: [Int: Int], _ others: [Set<Int>], to counts: inout Counts
    ) {
        for chain in chains {
            for mention in chain {
                if let index = other[mention] {
                    counts.right += Double(others[index].intersection(chain).count) / Double(chain.count)
                }
                counts.all += 1
            }
        }
    }

    /// The greatest sum of similarities of pairs, each row and column used once at most (Kuhn 1955).
    private static func bestAlignment(_ similarity: [[Double]]) -> Double {
        guard let columns = similarity.first?.count, columns > 0 else { return 0 }
        let size = max(similarity.count, columns)
        func cost(_ row: Int, _ column: Int) -> Double {
            row < similarity.count && column < columns ? -similarity[row][column] : 0
        }
        var rowPotential = [Double](repeating: 0, count: size + 1)
        var columnPotential = rowPotential
        var rowOfColumn = [Int](repeating: 0, count: size + 1)
        for row in 1...size {
            rowOfColumn[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: size + 1)
            var previous = [Int](repeating: 0, count: size + 1)
            var used = [Bool](repeating: false, count: size + 1)
            repeat {
                used[column] = true
                var delta = Double.infinity
                var next = 0
                for other in 1...size where !used[other] {
                    let reduced =
                        cost(rowOfColumn[column] - 1, other - 1) - rowPotential[rowOfColumn[column]]
                        - columnPotential[other]
                    if reduced < least[other] { (least[other], previous[other]) = (reduced, column) }
                    if least[other] < delta { (delta, next) = (least[other], other) }
                }
                for other in 0...size {
                    if used[other] {
                        rowPotential[rowOfColumn[other]] += delta
                        columnPotential[other] -= delta
                    } else {
                        least[other] -= delta
                    }
                }
                column = next
            } while rowOfColumn[column] != 0
            while column != 0 {
                rowOfColumn[column] = rowOfColumn[previous[column]]
                column = previous[column]
            }
        }
        return (1...size).reduce(0) { $0 - cost(rowOfColumn[$1] - 1, $1 - 1) }
    }

    private static func f1(_ score: (precision: Counts, recall: Counts)) -> Double {
        let (p, r) = (score.precision.value, score.recall.value)
        return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }

    var mucF1: Double { Self.f1(muc) }
    var bCubedF1: Double { Self.f1(bCubed) }
    var ceafeF1: Double { Self.f1(ceaf) }
    /// The mean of the three, as in CoNLL 2012.
    var mean: Double { (mucF1 + bCubedF1 + ceafeF1) / 3 }

    /// "MUC 60.12 (P 70.00, R 53.00), B³ ..., CEAF-e ..., mean 55.00"
    var summary: String {
        let parts = [("MUC", muc), ("B³", bCubed), ("CEAF-e", ceaf)].map { name, score in
            "\(name) \(percent(Self.f1(score))) (P \(percent(score.precision.value)), R \(percent(score.recall.value)))"
        }
        return parts.joined(separator: ", ") + ", mean \(percent(mean))"
    }
}
