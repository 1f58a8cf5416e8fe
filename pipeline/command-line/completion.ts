import { COMMANDS, SHELLS, type Shell } from './arguments.ts';
import { optionsOf, SUMMARIES } from './help.ts';

/**
 * A script that has a shell complete the commands, their options, the names of documents under sources/, and files.
 *
 *     source <(etl completion bash)
 */
export function completionText(shell: Shell): string {
  return { bash, zsh, fish }[shell]();
}

const DOCUMENTS = 'ls sources 2>/dev/null';

function bash(): string {
  const cases = COMMANDS.map(
    (command) =>
      `    ${command}) options="${optionsOf(command)
        .map(({ word }) => word)
        .join(' ')}" ;;`,
  );
  return `# etl: source <(etl completion bash)
_etl() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" options=""
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${COMMANDS.join(' ')}" -- "$current"))
  elif [ "$previous" = --document ] || { [ "$COMP_CWORD" -eq 2 ] && [ "\${COMP_WORDS[1]}" = explain ]; }; then
    COMPREPLY=($(compgen -W "$(${DOCUMENTS})" -- "$current"))
  elif [ "\${COMP_WORDS[1]}" = completion ]; then COMPREPLY=($(compgen -W "${SHELLS.join(' ')}" -- "$current"))
  elif [ "\${current:0:1}" = - ]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
  else COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _etl etl
`;
}

function zsh(): string {
  const quoted = (text: string): string => text.replace(/'/g, "'\\''").replace(/[[\]:]/g, '\\$&');
  const commands = COMMANDS.map((command) => `    '${command}:${quoted(SUMMARIES[command])}'`);
  const cases = COMMANDS.map((command) => {
    const options = optionsOf(command).map(({ word, says, value }) => {
      const taken = value === undefined ? '' : value === 'NAME' ? `:name:($(${DOCUMENTS}))` : ':value:_files';
      return `'${word}[${quoted(says)}]${taken}'`;
    });
    const rest = command === 'completion' ? `'1:shell:(${SHELLS.join(' ')})'` : "'*:file:_files'";
    return `    ${command}) _arguments ${[...options, rest].join(' ')} ;;`;
  });
  return `#compdef etl
# etl: source <(etl completion zsh)
_etl() {
  local -a commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _etl etl
`;
}

function fish(): string {
  const quoted = (text: string): string => text.replace(/['\\]/g, '\\$&');
  return [
    '# etl: etl completion fish | source',
    ...COMMANDS.flatMap((command) => [
      `complete -c etl -n __fish_use_subcommand -f -a ${command} -d '${quoted(SUMMARIES[command])}'`,
      ...optionsOf(command).map(({ word, says, value }) => {
        const taken = value === undefined ? '' : value === 'NAME' ? ` -x -a '(${DOCUMENTS})'` : ' -r';
        return `complete -c etl -n '__fish_seen_subcommand_from ${command}' -l ${word.slice(2)}${taken} -d '${quoted(says)}'`;
      }),
    ]),
    `complete -c etl -n '__fish_seen_subcommand_from completion' -f -a '${SHELLS.join(' ')}'`,
    '',
  ].join('\n');
}
