import CLibEdit

/// A line editor on the terminal, with history.
///
///     let editor = LineEditor(complete: { line in .nothing })
///     while case .line(let text) = editor.read(prompt: "? ") { ... }
final class LineEditor {
    enum Outcome: Equatable {
        /// What was entered; more than one line where several were pasted, the empty ones among them.
        case lines([String])
        /// Ctrl-C: the typed line is dropped.
        case interrupted(hadLetters: Bool)
        /// Ctrl-D, or the terminal is gone.
        case end
        /// A signal asks the program to end.
        case terminated(signal: Int32)
    }

    /// What TAB does.
    struct Completion: Equatable {
        /// Inserted at the cursor.
        var insertion = ""
        /// Code points before the cursor that it takes the place of.
        var replaced = 0
        /// What could follow, where it is more than one thing.
        var candidates: [Candidate] = []
    }

    /// Something that could follow.
    struct Candidate: Equatable {
        var text: String
        /// How often the articles have it; nil for what is not of the articles.
        var count: Int?
    }

    /// Work that goes on while lines are typed.
    struct Work {
        /// Can be read once the work is done.
        var descriptor: Int32
        /// How far it is: a row above the line that is typed.
        var status: () -> String?
        /// What is to be said at its end, lines with their line ends. Where it ends reading too, so.
        var news: () -> (text: String, endsReading: Bool)
    }

    /// Watched until its end.
    var work: Work? {
        didSet { if let handle { hearsay_editor_watch(handle, work?.descriptor ?? -1) } }
    }

    private var handle: OpaquePointer?
    /// libedit's number of each line that it remembers.
    private var numbers: [String: Int32] = [:]
    private let complete: (String) -> Completion
    private let look: (String, Bool) -> (coloured: String?, ghost: String?)

    /// Nil where the terminal is not fit for editing.
    ///
    /// - Parameters:
    ///   - complete: Given the line up to the cursor.
    ///   - look: Given the line, and whether the cursor is at its end: the same letters with colours, and what is suggested.
    init?(
        complete: @escaping (String) -> Completion,
        look: @escaping (String, Bool) -> (coloured: String?, ghost: String?) = { _, _ in (nil, nil) }
    ) {
        self.complete = complete
        self.look = look
        var callbacks = hearsay_callbacks()
        callbacks.context = Unmanaged.passUnretained(self).toOpaque()
        callbacks.backspace = { _, text, count in LineEditor.lengthOfLastLetter(text, count) }
        callbacks.complete = { context, line, replaced, printed in
            guard let context, let line else { return nil }
            let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
            let completion = editor.complete(String(cString: line))
            if !completion.candidates.isEmpty {
                let traits = TerminalTraits.current()
                let lines = CandidateList(appearance: traits.appearance).lines(completion.candidates)
                OutputStream.standard.write("\n" + lines.map { $0.encoded(colour: traits.colour) + "\n" }.joined())
                printed?.pointee = true
            }
            replaced?.pointee = completion.replaced
            return completion.insertion.isEmpty ? nil : strdup(completion.insertion)
        }
        callbacks.look = { context, line, atEnd, coloured, ghost in
            guard let context, let line else { return }
            let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
            let look = editor.look(String(cString: line), atEnd)
            coloured?.pointee = look.coloured.flatMap { strdup($0) }
            ghost?.pointee = look.ghost.flatMap { strdup($0) }
        }
        callbacks.status = { context in
            guard let context else { return nil }
            let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
            return editor.work?.status().flatMap { strdup($0) }
        }
        callbacks.news = { context, ends in
            guard let context else { return nil }
            let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
            guard let work = editor.work else { return nil }
            editor.work = nil
            let news = work.news()
            ends?.pointee = news.endsReading
            return strdup(news.text)
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
            return .lines(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        case HEARSAY_INTERRUPTED: return .interrupted(hadLetters: hearsay_editor_dropped(handle))
        case HEARSAY_TERMINATED: return .terminated(signal: hearsay_editor_signal(handle))
        default: return .end
        }
    }

    /// Makes Up and Ctrl-R find a line.
    ///
    /// A line that was entered before moves to the end.
    func remember(_ line: String) {
        guard let handle, !line.isEmpty else { return }
        if let number = numbers[line] { hearsay_editor_forget(handle, number) }
        numbers[line] = hearsay_editor_remember(handle, line)
    }

    /// Takes the keys of vi, or those of emacs.
    func useKeys(ofVi isVi: Bool) {
        if let handle { hearsay_editor_use_keys(handle, isVi) }
    }

    /// Whether the keys are those of vi; until others are taken the user's .editrc says so.
    var hasKeysOfVi: Bool { handle.map { hearsay_editor_has_vi_keys($0) } ?? false }

    /// Whether Ctrl-C was pressed since the last line was read; true until `forgetInterrupt`, or until the next line is read.
    static var isInterrupted: Bool { hearsay_interrupted() }

    /// Goes on after what Ctrl-C was to stop has ended.
    func forgetInterrupt() {
        if let handle { hearsay_editor_forget_interrupt(handle) }
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
