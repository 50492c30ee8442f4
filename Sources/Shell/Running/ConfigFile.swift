/// The commands that the shell runs when it starts.
enum ConfigFile {
    /// `$XDG_CONFIG_HOME/hearsay/config`, or under `~/.config`; nil where there is no such file.
    static func standard(environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } })
        -> String?
    {
        var folder = environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        if folder == nil, let home = environment("HOME"), home.hasPrefix("/") { folder = home + "/.config" }
        guard let path = folder.map({ $0 + "/hearsay/config" }), access(path, F_OK) == 0 else { return nil }
        return path
    }

    /// The settings of a file by their lines; nil where it has something else, or cannot be read.
    static func settings(in path: String) -> [(line: Int, setting: Setting)]? {
        let descriptor = systemOpen(path)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var lines = LineReader(descriptor: descriptor)
        var settings: [(Int, Setting)] = []
        var number = 0
        while let line = lines.next() {
            number += 1
            guard case .text(let text) = line else { return nil }
            if text.trimmed.isEmpty || text.trimmed.first == "#" { continue }
            guard text.trimmed.first == ".", case .setting(let setting)? = try? Command(text.trimmed) else {
                return nil
            }
            switch setting {
            // These are the script's own.
            case .run, .echo, .history: return nil
            default: settings.append((number, setting))
            }
        }
        return settings
    }
}

private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
