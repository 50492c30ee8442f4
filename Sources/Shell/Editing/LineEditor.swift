import CLibEdit

/// A line editor on the terminal, with history.
///
///     let editor = LineEditor(complete: { line in .nothing })
///     while case .line(let text) = editor.read(prompt: "? ") { ... }
final class LineEditor {
    enum Outcome: Equatable {
        /// What was entered; more than one line where several were pasted.
        case lines([String])
        /// Ctrl-C: the typed line is dropped.
        case interrupted
        /// Ctrl-D, or the terminal is gone.
        case end
        /// A signal asks the program to end.
        case terminated(signal: Int32)
    }

    /// What TAB does.
    struct Completion: Equatable {
        /// Inserted at the cursor.
        var insertion = ""
        /// What could follow, where it is more than one thing.
        var candidates: [String] = []
    }

    private var handle: OpaquePointer?
    private let complete: (String) -> Completion

    /// Nil where the terminal is not fit for editing.
    ///
    /// - Parameter complete: Given the line up to the cursor.
    init?(complete: @escaping (String) -> Completion) {
        self.complete = complete
        var callbacks = hearsay_callbacks()
        callbacks.context = Unmanaged.passUnretained(self).toOpaque()
        callbacks.backspace = { _, text, count in LineEditor.lengthOfLastLetter(text, count) }
        callbacks.complete = { context, line, printed in
            guard let context, let line else { return nil }
            let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
            let completion = editor.complete(String(cString: line))
            if !completion.candidates.isEmpty {
                OutputStream.standard.write(
                    "\n" + completion.candidates.map(\.printable).joined(separator: "  ") + "\n")
                printed?.pointee = true
            }
            return completion.insertion.isEmpty ? nil : strdup(completion.insertion)
        }
        handle = hearsay_editor_open("hearsay", callbacks)
        if handle == nil { return nil }
    }

    deinit { close() }

    /// Gives terminal and signals back.
    func close() {
        if let handle { hearsay_editor_close(handle) }
        handle = nil
    }

    func read(prompt: String) -> Outcome {
        guard let handle else { return .end }
        var line: UnsafePointer<CChar>?
        switch hearsay_editor_read(handle, prompt, &line) {
        case HEARSAY_LINE:
            let text = line.map { String(cString: $0) } ?? ""
            return .lines(text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init))
        case HEARSAY_INTERRUPTED: return .interrupted
        case HEARSAY_TERMINATED: return .terminated(signal: hearsay_editor_signal(handle))
        default: return .end
        }
    }

    /// Makes Up and Ctrl-R find a line.
    func remember(_ line: String) {
        if let handle { hearsay_editor_remember(handle, line) }
    }

    /// Whether Ctrl-C was pressed since the last call, while no line was read.
    var isInterrupted: Bool {
        handle.map { hearsay_editor_interrupted($0) } ?? false
    }

    /// Code points of the last letter as people see letters, accents and joined emoji included.
    private static func lengthOfLastLetter(_ text: UnsafePointer<wchar_t>?, _ count: Int) -> Int {
        guard let text else { return 1 }
        // No letter is longer than this many code points, so that a long line is not read through for each key.
        let window = UnsafeBufferPointer(start: text, count: count).suffix(32)
        var scalars = String.UnicodeScalarView()
        for unit in window { scalars.append(Unicode.Scalar(UInt32(truncatingIfNeeded: unit)) ?? "\u{FFFD}") }
        return String(scalars).last?.unicodeScalars.count ?? 1
    }
}
