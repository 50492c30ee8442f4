import Foundation

/// Processor time of this process: what else runs on the machine does not count.
enum ProcessorTime {
    /// In seconds.
    static var now: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
