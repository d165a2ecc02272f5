import type { CompletedCommand, CompletedFlag, CompletionTable } from "./completion-table.ts";
import type { Shell } from "./output-formats.ts";

/** The script that makes a shell complete `jiheng` — 命令补全脚本. */
export function completionScript(table: CompletionTable, shell: Shell): string {
  return scripts[shell](table);
}

const scripts: Readonly<Record<Shell, (table: CompletionTable) => string>> = { bash, zsh, fish, powershell };

const names = (list: readonly (CompletedCommand | CompletedFlag)[]): string =>
  list.map((one) => ("flag" in one ? one.flag : one.name)).join(" ");

const valued = (table: CompletionTable): readonly CompletedFlag[] => {
  const all = [...table.global, ...table.commands.flatMap(({ flags }) => flags)].filter((one) => one.takesValue);
  return [...new Map(all.map((one) => [one.flag, one])).values()];
};

/** Values of a flag differ from command to command (`--format`), so the script asks by both. */
function bash(table: CompletionTable): string {
  const values = table.commands.flatMap(({ name, flags }) =>
    flags
      .filter((one) => one.choices.length > 0)
      .map((one) => `    ${name}:${one.flag}) words="${one.choices.join(" ")}" ;;`),
  );
  const globalValues = table.global
    .filter((one) => one.choices.length > 0)
    .map((one) => `    :${one.flag}) words="${one.choices.join(" ")}" ;;`);
  const flags = table.commands.map((one) => `    ${one.name}) words="${names(one.flags)}" ;;`);
  const choices = table.commands
    .filter((one) => one.choices.length > 0)
    .map((one) => `    ${one.name}) words="${one.choices.join(" ")}" ;;`);
  return `# bash completion for jiheng:  eval "$(jiheng completion bash)"
_jiheng() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" at=1
  while [ "$at" -lt "$COMP_CWORD" ]; do
    case "\${COMP_WORDS[at]}" in
    ${valued(table)
      .map((one) => one.flag)
      .join("|")}) at=$((at + 1)) ;;
    -*) ;;
    *) command="\${COMP_WORDS[at]}"; break ;;
    esac
    at=$((at + 1))
  done
  COMPREPLY=()
  case "$command:$before" in
${[...values, ...globalValues].join("\n")}
    *:--config|*:--store) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  if [ -z "$words" ]; then
    case "$before" in ${valued(table)
      .map((one) => one.flag)
      .join("|")}) return ;; esac
    if [ -z "$command" ]; then
      case "$current" in -*) words="${names(table.global)}" ;; *) words="${names(table.commands)} help" ;; esac
    else
      case "$current" in
      -*) case "$command" in
${flags.join("\n")}
      esac ;;
      *) case "$command" in
${choices.join("\n")}
      help) words="${names(table.commands)}" ;;
      *) COMPREPLY=($(compgen -f -- "$current")); return ;;
      esac ;;
      esac
    fi
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _jiheng jiheng
`;
}

const single = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(table: CompletionTable): string {
  const spec = ({ flag, about, takesValue, choices }: CompletedFlag): string => {
    const said = about.replace(/[[\]:\\]/g, " ");
    const values =
      choices.length > 0 ? `(${choices.join(" ")})` : flag === "--store" || flag === "--config" ? "_files" : " ";
    return single(`*${flag}[${said}]${takesValue ? `:${flag.slice(2)}:${values}` : ""}`);
  };
  const cases = table.commands.map(({ name, flags, choices }) => {
    const rest = choices.length > 0 ? `'1: :(${choices.join(" ")})'` : "'*: :_files'";
    return `      ${name}) _arguments ${flags.map(spec).join(" ")} ${rest} ;;`;
  });
  const described = table.commands.map(({ name, about }) => `    ${single(`${name}:${about.replaceAll(":", " ")}`)}`);
  return `#compdef jiheng
# zsh completion for jiheng:  jiheng completion zsh > "\${fpath[1]}/_jiheng"
_jiheng() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  local line state
  _arguments -C ${table.global.map(spec).join(" ")} '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command commands ;;
    rest)
      case $line[1] in
${cases.join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = _jiheng ]; then _jiheng "$@"; else compdef _jiheng jiheng; fi
`;
}

function fish(table: CompletionTable): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const flag = (condition: string, one: CompletedFlag): string => {
    const values = one.choices.length > 0 ? ` -f -a ${quoted(one.choices.join(" "))}` : "";
    return `complete -c jiheng ${condition}-l ${one.flag.slice(2)}${one.takesValue ? " -r" : ""}${values} -d ${quoted(one.about)}`;
  };
  const globals = new Set(table.global.map((one) => one.flag));
  return [
    "# fish completion for jiheng:  jiheng completion fish > ~/.config/fish/completions/jiheng.fish",
    ...table.global.map((one) => flag("", one)),
    ...table.commands.flatMap(({ name, about, flags, choices }) => [
      `complete -c jiheng -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
      ...flags
        .filter((one) => !globals.has(one.flag))
        .map((one) => flag(`-n '__fish_seen_subcommand_from ${name}' `, one)),
      ...(choices.length > 0
        ? [`complete -c jiheng -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(choices.join(" "))}`]
        : []),
    ]),
    "",
  ].join("\n");
}

function powershell(table: CompletionTable): string {
  const list = (words: readonly string[]): string =>
    `@(${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`;
  const flags = table.commands.map((one) => `    '${one.name}' = ${list(one.flags.map(({ flag }) => flag))}`);
  const choices = table.commands.map((one) => `    '${one.name}' = ${list(one.choices)}`);
  const values = table.commands.flatMap(({ name, flags: own }) =>
    own.filter((one) => one.choices.length > 0).map((one) => `    '${name} ${one.flag}' = ${list(one.choices)}`),
  );
  const globalValues = table.global
    .filter((one) => one.choices.length > 0)
    .map((one) => `    ' ${one.flag}' = ${list(one.choices)}`);
  return `# PowerShell completion for jiheng:  jiheng completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName jiheng -ScriptBlock {
  param($word, $ast, $cursor)
  $global = ${list(table.global.map(({ flag }) => flag))}
  $flags = @{
${flags.join("\n")}
  }
  $choices = @{
${choices.join("\n")}
  }
  $values = @{
${[...values, ...globalValues].join("\n")}
  }
  $valued = ${list(valued(table).map(({ flag }) => flag))}
  $typed = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $command = ''
  for ($at = 0; $at -lt $typed.Count; $at++) {
    if ($valued -contains $typed[$at]) { $at++ }
    elseif (-not $typed[$at].StartsWith('-')) { $command = $typed[$at]; break }
  }
  $before = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $offered = if ($values.ContainsKey("$command $before")) { $values["$command $before"] }
    elseif ($valued -contains $before) { @() }
    elseif ($command -eq '') { if ($word.StartsWith('-')) { $global } else { @($flags.Keys | Sort-Object) } }
    elseif ($word.StartsWith('-')) { $flags[$command] }
    else { $choices[$command] }
  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
