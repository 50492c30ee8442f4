/// The address of a file, for links.
enum FileAddress {
    /// "file:///home/ana/talks.txt".
    static func of(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        var address = "file://"
        for byte in String(cString: resolved).utf8 {
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "/-._~".contains(character) {
                address.append(character)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                address += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return address
    }
}
