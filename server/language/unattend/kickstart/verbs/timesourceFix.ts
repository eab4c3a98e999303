import type { TextEdit } from 'vscode-languageserver-types';
import type { Fix, Situation } from '../../statements/recipe';

/** Moves `timezone --ntpservers` and `--nontp` to the command that took their place. */
export function timesourceFix({ source: { text, document }, start }: Situation): Fix | undefined {
	const found = /^(?:--nontp|--ntpservers(?:=|[ \t]+)(\S+))/.exec(text.slice(start));
	if (!found) return undefined;
	const [written, servers] = found;
	const lines = servers
		? servers.split(',').map(name => `timesource --ntp-server=${name}`)
		: ['timesource --ntp-disable'];
	const lineBreak = text.indexOf('\n', start);
	const lineEnd = document.positionAt(lineBreak < 0 ? text.length : lineBreak);
	let from = start;
	while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
	const edits: TextEdit[] = [
		{ range: { start: document.positionAt(from), end: document.positionAt(start + written.length) }, newText: '' },
		{ range: { start: lineEnd, end: lineEnd }, newText: lines.map(line => `\n${line}`).join('') },
	];
	return { title: 'Move to timesource', edits };
}
