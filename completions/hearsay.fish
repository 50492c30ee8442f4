function __hearsay_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __hearsay_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __hearsay_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __hearsay_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __hearsay_parse_tokens -S
    set -l unparsed_tokens (__hearsay_tokens -pc)
    switch $unparsed_tokens[1]
    case 'hearsay'
        __hearsay_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'open'
            __hearsay_parse_subcommand -r 1 'session=' 'input-format=' 'map=+' 'json' 'format=' 'c=+' 'keep-going' 'private' 'no-config' 'grammar=' 'version' 'h/help'
        case 'ask'
            __hearsay_parse_subcommand -r 1 'article=+' 'session=' 'input-format=' 'map=+' 'json' 'format=' 'grammar=' 'version' 'h/help'
        case 'run'
            __hearsay_parse_subcommand 1 'article=+' 'session=' 'input-format=' 'map=+' 'json' 'format=' 'grammar=' 'echo' 'keep-going' 'version' 'h/help'
        case 'analyze'
            __hearsay_parse_subcommand -r 1 'facts' 'attributions' 'session=' 'input-format=' 'map=+' 'version' 'h/help'
        case 'export'
            __hearsay_parse_subcommand -r 1 'format=' 'content=' 'o/output=' 'session=' 'input-format=' 'map=+' 'version' 'h/help'
        case 'grammar'
            __hearsay_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'print'
                __hearsay_parse_subcommand 0 'grammar=' 'version' 'h/help'
            case 'copy'
                __hearsay_parse_subcommand 1 'version' 'h/help'
            case 'check'
                __hearsay_parse_subcommand 1 'version' 'h/help'
            case 'try'
                __hearsay_parse_subcommand -r 1 'grammar=' 'version' 'h/help'
            case 'benchmark'
                __hearsay_parse_subcommand 0 'grammar=' 'version' 'h/help'
            end
        case 'help'
            __hearsay_parse_subcommand -r 1 'version'
        end
    end
end

function __hearsay_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __hearsay_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __hearsay_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __hearsay_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__hearsay_tokens -p)
    if test -z "$(__hearsay_tokens -t)"
        set -l index (count (__hearsay_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'hearsay' -f
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'open' -d 'Open the shell over articles (what happens without a subcommand).'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'ask' -d 'Answer questions and leave.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'run' -d 'Run a script: a question or .command a line, # begins a comment.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'analyze' -d 'Write the analysis of articles: CoNLL-U, or facts or attributions as JSON lines.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'export' -d 'Write facts, statements or entities of articles for other programs.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'grammar' -d 'Print the shapes of questions, check their files, or see how a question is read.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay open" -ge 1' -F
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" session' -l 'session' -d 'Keep the session in this file: opened, or made where it is not there.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" input-format' -l 'input-format' -d 'The format of the articles, where it is not recognised. --format is that of the answers.' -rfka 'text markdown headers html rss atom nitf newsml ninjs reuters json jsonl csv tsv'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open"' -l 'map' -d 'Which key or column of an export holds what: text=story; fields are id, title, text, date, byline, publisher, url, language.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" json' -l 'json' -d 'Write one JSON object a line for each question; the same as --format jsonl.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" format' -l 'format' -d 'The form of the answers.' -rfka 'text json jsonl csv tsv markdown html'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open"' -s 'c' -d 'Run a question or .command and leave; may be given again.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" keep-going' -l 'keep-going' -d 'Go on after a line that is not understood, where the input is piped or -c is given.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" private' -l 'private' -d 'Keep no history, and use none.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" no-config' -l 'no-config' -d 'Do not run the config file.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay open" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask"' -l 'article' -d 'A file or folder of articles to read; may be given again.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" session' -l 'session' -d 'Keep the session in this file: opened, or made where it is not there.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" input-format' -l 'input-format' -d 'The format of the articles, where it is not recognised. --format is that of the answers.' -rfka 'text markdown headers html rss atom nitf newsml ninjs reuters json jsonl csv tsv'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask"' -l 'map' -d 'Which key or column of an export holds what: text=story; fields are id, title, text, date, byline, publisher, url, language.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" json' -l 'json' -d 'Write one JSON object a line for each question; the same as --format jsonl.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" format' -l 'format' -d 'The form of the answers.' -rfka 'text json jsonl csv tsv markdown html'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay ask" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run"' -l 'article' -d 'A file or folder of articles to read; may be given again.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" session' -l 'session' -d 'Keep the session in this file: opened, or made where it is not there.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" input-format' -l 'input-format' -d 'The format of the articles, where it is not recognised. --format is that of the answers.' -rfka 'text markdown headers html rss atom nitf newsml ninjs reuters json jsonl csv tsv'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run"' -l 'map' -d 'Which key or column of an export holds what: text=story; fields are id, title, text, date, byline, publisher, url, language.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" json' -l 'json' -d 'Write one JSON object a line for each question; the same as --format jsonl.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" format' -l 'format' -d 'The form of the answers.' -rfka 'text json jsonl csv tsv markdown html'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" echo' -l 'echo' -d 'Write each line above its answers.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" keep-going' -l 'keep-going' -d 'Go on after a line that is not understood; else the script ends there.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay run" -eq 1' -F
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze" facts' -l 'facts' -d 'Write the facts, one JSON object a line, in place of the trees.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze" attributions' -l 'attributions' -d 'Write who says what as UTF-8 byte spans, one JSON object a line, in place of the trees.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay analyze" -ge 1' -F
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze" session' -l 'session' -d 'Keep the session in this file: opened, or made where it is not there.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze" input-format' -l 'input-format' -d 'The format of the articles, where it is not recognised. --format is that of the answers.' -rfka 'text markdown headers html rss atom nitf newsml ninjs reuters json jsonl csv tsv'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze"' -l 'map' -d 'Which key or column of an export holds what: text=story; fields are id, title, text, date, byline, publisher, url, language.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay analyze" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" format' -l 'format' -d 'The form.' -rfka 'jsonl csv sqlite'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" content' -l 'content' -d 'What to write.' -rfka 'facts statements entities'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" o output' -l 'output' -s 'o' -d 'The file to write.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" session' -l 'session' -d 'Keep the session in this file: opened, or made where it is not there.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" input-format' -l 'input-format' -d 'The format of the articles, where it is not recognised. --format is that of the answers.' -rfka 'text markdown headers html rss atom nitf newsml ninjs reuters json jsonl csv tsv'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export"' -l 'map' -d 'Which key or column of an export holds what: text=story; fields are id, title, text, date, byline, publisher, url, language.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay export" -ge 1' -F
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar" -eq 1' -fa 'print' -d 'Print the shapes (what happens without a subcommand).'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar" -eq 1' -fa 'copy' -d 'Write the files that are built in into a new folder, to be edited.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar" -eq 1' -fa 'check' -d 'Check a folder\'s files and run the examples of its shapes.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar" -eq 1' -fa 'try' -d 'Parse questions and write their patterns as JSON, without articles.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar" -eq 1' -fa 'benchmark' -d 'Time the parsing of questions: the examples, and 10,000 words.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar print" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar print" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar print" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar copy" -eq 1' -fa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar copy" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar copy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay grammar check" -eq 1' -fa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar check" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar try" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar try" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar try" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar benchmark" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar benchmark" version' -l 'version' -d 'Show the version.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay grammar benchmark" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay help" version' -l 'version' -d 'Show the version.'
# Behind no subcommand stands what stands behind "open".
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_positional "hearsay" -ge 1' -F
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" session' -l 'session' -d 'Keep the session in this file: opened, or made where it is not there.' -rF
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" input-format' -l 'input-format' -d 'The format of the articles, where it is not recognised. --format is that of the answers.' -rfka 'text markdown headers html rss atom nitf newsml ninjs reuters json jsonl csv tsv'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay"' -l 'map' -d 'Which key or column of an export holds what: text=story; fields are id, title, text, date, byline, publisher, url, language.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" json' -l 'json' -d 'Write one JSON object a line for each question; the same as --format jsonl.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" format' -l 'format' -d 'The form of the answers.' -rfka 'text json jsonl csv tsv markdown html'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay"' -s 'c' -d 'Run a question or .command and leave; may be given again.' -rfka ''
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" keep-going' -l 'keep-going' -d 'Go on after a line that is not understood, where the input is piped or -c is given.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" private' -l 'private' -d 'Keep no history, and use none.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" no-config' -l 'no-config' -d 'Do not run the config file.'
complete -c 'hearsay' -n '__hearsay_should_offer_completions_for_flags_or_options "hearsay" grammar' -l 'grammar' -d 'A folder with files of the question language, as grammar/ has them.' -rfa '(__hearsay_complete_directories)'
