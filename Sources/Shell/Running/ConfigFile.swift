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
}
