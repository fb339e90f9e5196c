# bash completion for kiosk(1): subcommands, their options, the commands of ctl, and files.
_kiosk() {
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]-} commands
    if [ "$COMP_CWORD" -eq 1 ]; then
        commands=$(kiosk --help 2>/dev/null | sed -n '/^Subcommands:/,$s/^  \([a-z][a-z]*\) .*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$word"; compgen -f -- "$word")
    elif [[ $word == -* ]]; then
        commands=$(kiosk "$command" --help 2>/dev/null | grep -oE -- '--[a-z][a-z-]*')
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
    elif [ "$command" = ctl ] && [ "$COMP_CWORD" -eq 2 ]; then
        commands=$(kiosk ctl --list-commands 2>/dev/null | sed -n 's/^ *\([a-z][a-z]*\).*/\1/p' | sort -u)
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
    else
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -F _kiosk kiosk
