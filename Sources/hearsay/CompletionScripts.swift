import ArgumentParser

/// Completion scripts for shells: those of ArgumentParser, and what stands behind no subcommand completed as behind "open".
enum CompletionScripts {
    static var bash: String {
        replacing(
            "complete -o filenames -F _hearsay hearsay\n", in: HearsayCommand.completionScript(for: .bash) + "\n",
            by: """
                # Behind no subcommand stands what stands behind "open".
                _hearsay_or_open() {
                    local -a subcommands=()
                    case " \(subcommands) " in
                    *" ${COMP_WORDS[1]} "*)
                        if [[ -n "${COMP_WORDS[1]}" && "${COMP_CWORD}" -gt 1 ]]; then
                            _hearsay "${@}"
                            return
                        fi
                        ;;
                    esac
                    if [[ "${COMP_CWORD}" -eq 1 && "${2}" != -* ]]; then
                        _hearsay "${@}"
                        subcommands=("${COMPREPLY[@]}")
                        COMPREPLY=()
                    fi
                    COMP_WORDS=("${COMP_WORDS[0]}" open "${COMP_WORDS[@]:1}")
                    COMP_CWORD=$((COMP_CWORD + 1))
                    _hearsay "${@}"
                    COMPREPLY=("${subcommands[@]}" "${COMPREPLY[@]}")
                }

                complete -o filenames -F _hearsay_or_open hearsay

                """)
    }

    static var zsh: String {
        let script = replacing(
            "    local context state state_descr line\n", in: HearsayCommand.completionScript(for: .zsh),
            by: """
                    # Behind no subcommand stands what stands behind "open".
                    if [[ ( "${CURRENT}" -gt 2 || "${words[2]}" == -* ) && " \(subcommands) " != *" ${words[2]} "* ]]; then
                        words=("${words[1]}" open "${(@)words[2,-1]}")
                        ((CURRENT += 1))
                    fi

                    local context state state_descr line

                """)
        return replacing(
            "        _describe -V subcommand subcommands && ret=0\n        ;;\n    arg)\n        case \"${words[1]}\" in\n        open|",
            in: script,
            by:
                "        _describe -V subcommand subcommands && ret=0\n        _files && ret=0\n        ;;\n    arg)\n        case \"${words[1]}\" in\n        open|"
        )
    }

    static var fish: String {
        let script = HearsayCommand.completionScript(for: .fish)
        let own = script.split(separator: "\n").filter { $0.contains("\"hearsay open\"") && !$0.contains("'version'") }
            .filter { !$0.contains(" help' -s 'h'") && !$0.contains("open\" h help") }
        return script + "\n# Behind no subcommand stands what stands behind \"open\".\n"
            + own.map { $0.replacing("\"hearsay open\"", with: "\"hearsay\"") + "\n" }.joined()
    }

    private static var subcommands: String {
        var names: [String] = []
        for command in HearsayCommand.configuration.subcommands where command.configuration.shouldDisplay {
            if let name = command.configuration.commandName { names.append(name) }
        }
        return (names + ["help"]).joined(separator: " ")
    }

    /// The text with a part of it replaced; a part that is not there would be a change of ArgumentParser's.
    private static func replacing(_ part: String, in text: String, by other: String) -> String {
        precondition(text.contains(part), "the script of ArgumentParser has changed")
        return text.replacing(part, with: other, maxReplacements: 1)
    }
}
