import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { rules } from '../../../../../server/language/rules';
import type { Rule } from '../../../../../server/language/rules/rule';
import { esxiDialect } from '../../../../../server/language/unattend/esxi/esxiDialect';
import type { MacroValue } from '../../../../../server/language/unattend/unattendSource';
import { kickstartSource } from '../kickstart/kickstartSource';

const corpus = '../shared/corpus/esxi';
const files = existsSync(corpus) ? readdirSync(corpus) : [];

function errors(text: string, values: Readonly<Record<string, MacroValue>> = {}): string[] {
	const source = kickstartSource(text, { values });
	return esxiDialect
		.validate(source)
		.filter(({ code }) => (rules[code] as Rule).severity === 'error')
		.map(({ code, start }) => `${code} on line ${source.document.positionAt(start).line + 1}`);
}

suite('ESXi files from the field', { skip: files.length === 0 && 'no corpus' }, () => {
	for (const name of files) {
		const text = () => readFileSync(`${corpus}/${name}`, 'utf8');
		test(`${name} gets no error`, () => assert.deepEqual(errors(text()), []));

		test(`${name} gets none with macros in the place of values`, () => {
			const choices: Record<string, MacroValue> = {};
			const written = text().replace(/(--\w+=)([\w.:-]+)(?=\s)/g, (_, option: string, value: string) => {
				const macro = `site.value${Object.keys(choices).length}`;
				choices[macro] = { type: 'string', choices: [value] };
				return `${option}#${macro}#`;
			});
			assert.deepEqual(errors(written, choices), []);
			assert.deepEqual(errors(written), []);
		});
	}
});
