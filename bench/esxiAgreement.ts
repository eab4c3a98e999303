/** ESXi files from the field: there is no reference parser to hold them against, so every error of ours is a miss. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../server/language/rules';
import type { Rule } from '../server/language/rules/rule';
import { esxiDialect } from '../server/language/unattend/esxi/esxiDialect';
import { kickstartSource, type SourceOptions } from '../test/server/language/unattend/kickstart/kickstartSource';
import { type Row, substitute } from './unattendCorpusKickstart';

/** Errors that are right although nobody else reports them, each with its reason. */
const meant: readonly (readonly [error: RegExp, reason: string])[] = [
	[/^RackHD.*esxi-unknown-command on line 2$/, "an XML comment that the template's own language takes out"],
];

/** Measures the ESXi checks on the files of a corpus folder. */
export function measure(corpus: string): Row[] {
	const folder = path.join(corpus, 'esxi');
	const files = readdirSync(folder).map(name => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
	const found = files.flatMap(({ name, text }) => errorsOf(text).map(error => `${name}: ${error}`));
	const reasonOf = (error: string): string | undefined => meant.find(([known]) => known.test(error))?.[1];
	const rows: Row[] = [
		{
			name: 'real files, false errors',
			judgements: files.length,
			misses: found.filter(error => reasonOf(error) === undefined),
			meant: found.flatMap(error => (reasonOf(error) === undefined ? [] : `${error} (${reasonOf(error)})`)),
		},
	];
	for (const known of [false, true]) {
		const changed = files.flatMap(({ name, text }, index) => {
			const { text: after, values } = substitute(text, index % 10, known);
			if (after === text) return [];
			const before = errorsOf(text);
			return [{ name, added: errorsOf(after, { values }).filter(error => !before.includes(error)) }];
		});
		rows.push({
			name: known ? 'real files, macros with the value as only choice' : 'real files, a tenth of the values as macros',
			judgements: changed.length,
			misses: changed.flatMap(({ name, added }) => added.map(error => `${name}: ${error}`)),
		});
	}
	return rows;
}

function errorsOf(text: string, options: SourceOptions = {}): string[] {
	const source = kickstartSource(text, options);
	return esxiDialect
		.validate(source)
		.filter(({ code }) => (rules[code] as Rule).severity === 'error')
		.map(({ code, start }) => `${code} on line ${source.document.positionAt(start).line + 1}`);
}
