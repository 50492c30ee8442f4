extension StringProtocol {
    /// The text as it may go to a terminal, on one line.
    ///
    /// White space of any kind becomes one space; a control character becomes its picture (ESC is ␛), so that no article can
    /// move the cursor, colour the screen or set a title; marks that turn the direction of writing are left out.
    var printable: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2028, 0x2029:
                if result.last != " " { result.append(" ") }
            case 0x00...0x1F:
                result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F:
                result.append("\u{2421}")
            case 0x80...0x9F, 0xFFF9...0xFFFB:
                result.append("\u{FFFD}")
            case 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
                break
            default:
                result.append(scalar)
            }
        }
        return String(result)
    }
}
