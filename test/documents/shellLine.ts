/** A line of a shell, as far as our pages use one. */
export interface ShellLine {
	/** `NAME=value` in front of the command. */
	readonly environment: Readonly<Record<string, string>>;
	readonly words: readonly string[];
	/** Behind `<` and `>`. */
	readonly input?: string | undefined;
	readonly output?: string | undefined;
}

const token = /'([^']*)'|"([^"]*)"|([^\s'"]+)/y;

/** Splits a command at white space, with quotes, `$NAME`, `< file`, `> file` and a comment at its end. */
export function shellLine(line: string, variables: Readonly<Record<string, string>>): ShellLine {
	const words: string[] = [];
	let at = 0;
	while (at < line.length) {
		if (/\s/.test(line.charAt(at))) at += 1;
		else if (line.charAt(at) === '#') break;
		else {
			let word = '';
			for (;;) {
				token.lastIndex = at;
				const found = token.exec(line);
				if (!found) break;
				word += found[1] ?? filled(found[2] ?? found[3] ?? '', variables);
				at = token.lastIndex;
			}
			words.push(word);
		}
	}
	return { ...redirected(words), environment: environmentOf(words) };
}

const filled = (word: string, variables: Readonly<Record<string, string>>): string =>
	word.replace(/\$(\w+)/g, (written, name) => variables[name] ?? written);

const assignment = /^([A-Z_]+)=(.*)$/s;

function environmentOf(words: readonly string[]): Record<string, string> {
	const first = words.findIndex(word => !assignment.test(word));
	const pairs = words.slice(0, first === -1 ? words.length : first).map(word => assignment.exec(word));
	return Object.fromEntries(pairs.map(pair => [pair?.[1], pair?.[2]]));
}

function redirected(words: readonly string[]): Pick<ShellLine, 'words' | 'input' | 'output'> {
	const command = words.slice(words.findIndex(word => !assignment.test(word)));
	const behind = (sign: string): string | undefined => {
		const at = command.indexOf(sign);
		return at === -1 ? undefined : command[at + 1];
	};
	const kept = command.filter((word, at) => !'<>'.includes(word) && !'<>'.includes(command[at - 1] ?? 'none'));
	return { words: kept, input: behind('<'), output: behind('>') };
}
