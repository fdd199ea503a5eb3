# Completes fieldtui's commands and options. It asks the program's own help, so it cannot be out of date.
_fieldtui() {
  local current=${COMP_WORDS[COMP_CWORD]} word commands=() help words
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == [a-z]* ]] && commands+=("$word")
  done
  # A word that is no command, such as a file, makes the program refuse: then the help of what stands before it counts.
  # In English, whose headings are looked for below.
  while ! help=$(LC_ALL=C.UTF-8 "${COMP_WORDS[0]}" "${commands[@]}" --help 2>/dev/null); do
    ((${#commands[@]})) || return
    unset 'commands[-1]'
  done
  if [[ $current == -* ]]; then
    words=$(sed -n '/^options:/,$ s/^  \(--[a-z-]*\).*/\1/p' <<<"$help")
  else
    words=$(sed -n '/^commands:/,/^$/ s/^  \([a-z-]*\) .*/\1/p' <<<"$help")
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o default -F _fieldtui fieldtui
