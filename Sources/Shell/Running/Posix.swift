#if canImport(Glibc)
@_exported import Glibc
#elseif canImport(Musl)
@_exported import Musl
#else
@_exported import Darwin
#endif

/// Writes to a file descriptor, all of it.
struct OutputStream: Sendable {
    let descriptor: Int32

    static let standard = OutputStream(descriptor: STDOUT_FILENO)
    static let error = OutputStream(descriptor: STDERR_FILENO)

    /// Writes at once, so that who reads a pipe sees an answer when it is there. Ends the program where nobody reads any more.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = unistdWrite(descriptor, rest)
                if count > 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                } else if errno == EAGAIN {
                    var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&ready, 1, -1)
                } else if errno != EINTR {
                    if errno == EPIPE { exit(128 + SIGPIPE) }
                    let problem = String(cString: strerror(errno))
                    if descriptor != STDERR_FILENO {
                        OutputStream.error.write("hearsay: what was found could not be written: \(problem)\n")
                    }
                    exit(EX_IOERR)
                }
            }
        }
    }
}

/// Signals that are about output: a reader that has gone ends the program quietly, a file that is too long is an error of
/// writing as any other.
func beginOutput() {
    signal(SIGPIPE, SIG_DFL)
    signal(SIGXFSZ, SIG_IGN)
}

private func unistdWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Optional {
    /// The value, which is gone from here then.
    mutating func take() -> Wrapped? {
        defer { self = nil }
        return self
    }
}
