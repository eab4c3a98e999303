/** Writes docs/commands.md from what the built terminal tool says of its commands. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const help = (...words) => execFileSync(process.execPath, ['dist/cli.js', 'help', ...words], { encoding: 'utf8' });
const overview = help();
const commands = [...overview.matchAll(/^ {2}([a-z-]+) {2,}(\S.*)$/gm)].map(([, name, does]) => ({ name, does }));
const block = (command, output) => ['```console', `$ ${command}`, output.trimEnd(), '```', ''].join('\n');

writeFileSync(
	'docs/commands.md',
	`${[
		'# Commands',
		'',
		'`node build/commandsPage.mjs` writes this page from the program’s own help, and a test compares the two. Exit codes are those of all commands; [check](check.md#exit-codes) tells more of its own.',
		'',
		block('xclarity help', overview),
		...commands.flatMap(({ name, does }) => [
			`## ${name}`,
			'',
			`${does.charAt(0).toUpperCase()}${does.slice(1)}.`,
			'',
			block(`xclarity help ${name}`, help(name)),
		]),
	]
		.join('\n')
		.trimEnd()}\n`,
);
