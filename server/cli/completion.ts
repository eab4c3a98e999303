import { type Command, oneOf, parseOptions } from './command';
import type { Commands } from './help';
import { UsageError } from './usageError';

const usage = `completion bash|zsh|fish|powershell

Prints what makes a shell complete the commands and options of this program.

Examples:
  eval "$(xclarity completion bash)"                              in ~/.bashrc
  xclarity completion zsh > ~/.zfunc/_xclarity                    in a folder of $fpath
  xclarity completion fish > ~/.config/fish/completions/xclarity.fish
  xclarity completion powershell | Out-String | Invoke-Expression in $PROFILE`;

/** A command with what may be written behind it. */
interface Completed {
	readonly name: string;
	readonly summary: string;
	readonly options: readonly string[];
}

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** The command that prints a shell's completion for all `commands`. */
export const completionCommand = (commands: Commands): Command => ({
	summary: 'print what makes a shell complete commands and options',
	usage,
	run: async (args, terminal) => {
		const { positionals } = parseOptions(args, {});
		const [shell, ...more] = positionals;
		if (shell === undefined || more.length > 0) throw new UsageError(`completion takes one of ${shells.join(', ')}.`);
		terminal.out(scripts[oneOf('completion', shell, shells)](await completedOf(commands)));
		return 0;
	},
});

async function completedOf(commands: Commands): Promise<Completed[]> {
	return Promise.all(
		Object.entries(commands).map(async ([name, load]) => {
			const { summary, usage: text } = await load();
			const options = [...new Set([...(text.match(/(?<![\w-])--[a-z][\w-]*/g) ?? []), '--help'])].sort();
			return { name, summary, options };
		}),
	);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const scripts: Readonly<Record<(typeof shells)[number], (commands: readonly Completed[]) => string>> = {
	bash: commands => `_xclarity() {
	local word=\${COMP_WORDS[COMP_CWORD]} words= line
	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		words="${commands.map(({ name }) => name).join(' ')} help"
	elif [ "\${COMP_WORDS[1]}" = help ]; then
		words="${commands.map(({ name }) => name).join(' ')}"
	elif [ "\${COMP_WORDS[1]}" = completion ] && [[ $word != -* ]]; then
		words="${shells.join(' ')}"
	elif [[ $word == -* ]]; then
		case \${COMP_WORDS[1]} in
${commands.map(({ name, options }) => `			${name}) words="${options.join(' ')}" ;;\n`).join('')}		esac
	else
		compopt -o filenames 2>/dev/null
		while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
		return
	fi
	while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$words" -- "$word")
}
complete -F _xclarity xclarity
`,
	zsh: commands => `#compdef xclarity
_xclarity() {
	local -a commands options
	commands=(
${commands.map(({ name, summary }) => `		${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}\n`).join('')}	)
	if (( CURRENT == 2 )) || [[ $words[2] == help ]]; then
		_describe command commands
		return
	fi
	if [[ $words[2] == completion && $PREFIX != -* ]]; then
		compadd -- ${shells.join(' ')}
		return
	fi
	case $words[2] in
${commands.map(({ name, options }) => `		${name}) options=(${options.join(' ')}) ;;\n`).join('')}	esac
	if [[ $PREFIX == -* ]]; then compadd -- $options; else _files; fi
}
if [[ $funcstack[1] == _xclarity ]]; then _xclarity "$@"; else compdef _xclarity xclarity; fi
`,
	fish: commands =>
		[
			"complete -c xclarity -n __fish_use_subcommand -f -a help -d 'how a command is used'\n",
			`complete -c xclarity -n '__fish_seen_subcommand_from help' -f -a '${commands.map(({ name }) => name).join(' ')}'\n`,
			`complete -c xclarity -n '__fish_seen_subcommand_from completion' -f -a '${shells.join(' ')}'\n`,
			...commands.flatMap(({ name, summary, options }) => [
				`complete -c xclarity -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}\n`,
				...options.map(
					option => `complete -c xclarity -n '__fish_seen_subcommand_from ${name}' -l ${option.slice('--'.length)}\n`,
				),
			]),
		].join(''),
	powershell: commands => `Register-ArgumentCompleter -Native -CommandName xclarity -ScriptBlock {
	param($word, $tree, $cursor)
	$options = @{
${commands.map(({ name, options }) => `		'${name}' = @(${options.map(option => `'${option}'`).join(', ')})\n`).join('')}	}
	$given = @($tree.CommandElements | ForEach-Object { $_.ToString() })
	$isCommand = $given.Count -lt 2 -or ($given.Count -eq 2 -and $word -ne '')
	$words = if ($isCommand) { @($options.Keys) + 'help' }
		elseif ($given[1] -eq 'help') { $options.Keys }
		elseif ($given[1] -eq 'completion') { ${shells.map(shell => `'${shell}'`).join(', ')} }
		else { $options[$given[1]] }
	$words | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
		[System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
	}
}
`,
};
