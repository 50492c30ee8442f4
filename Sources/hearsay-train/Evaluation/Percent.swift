import Foundation

/// A share as per cent with two digits: "97.31".
func percent(_ share: Double) -> String { String(format: "%.2f", share * 100) }
