#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
