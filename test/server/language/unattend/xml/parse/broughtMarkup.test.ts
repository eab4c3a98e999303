import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect } from '../../../../../../server/language/unattend/autoyast/autoyastDialect';
import type { Dialect } from '../../../../../../server/language/unattend/dialect';
import type { MacroValue } from '../../../../../../server/language/unattend/unattendSource';
import { windowsDialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../unattendSources';

const values: Readonly<Record<string, MacroValue>> = {
	'a.word': { type: 'string', choices: ['Example Network'] },
	'a.offered': { type: 'string', default: 'en-US' },
	'a.host': { type: 'string', regex: '^[A-Za-z0-9.-]{1,250}$' },
	'a.count': { type: 'integer' },
	'a.free': { type: 'string' },
	'a.guess': { type: 'string', shape: 'hostName', isGuess: true },
	'a.quoted': { type: 'string', choices: ['"x"'] },
	'a.attribute': { type: 'string', default: 'a="x"' },
	'a.element': { type: 'string', choices: ['<!-- x -->', ''] },
};

const answerFile = (inside: string, root = ''): string =>
	`<unattend${root} xmlns="urn:schemas-microsoft-com:unattend">${inside}</unattend>`;
const profile = (inside: string, root = ''): string =>
	`<profile${root} xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">${inside}</profile>`;

/** A place of a macro, the rule about other text there, and a macro that brings what belongs there. */
const places: readonly (readonly [dialect: Dialect, text: (macro: string) => string, code: string, fit: string])[] = [
	[windowsDialect, macro => `${answerFile('')}\n${macro}`, 'xml-outside-root', 'element'],
	[windowsDialect, macro => answerFile('', ` ${macro}`), 'xml-attribute', 'attribute'],
	[windowsDialect, macro => answerFile('', ` a=${macro}`), 'xml-attribute-quotes', 'quoted'],
	[
		windowsDialect,
		macro => answerFile(`<settings pass="specialize">${macro}</settings>`),
		'windows-text-stray',
		'element',
	],
	[autoyastDialect, macro => `${profile('')}\n${macro}`, 'xml-outside-root', 'element'],
	[autoyastDialect, macro => profile('', ` ${macro}`), 'xml-attribute', 'attribute'],
	[autoyastDialect, macro => profile('', ` a=${macro}`), 'xml-attribute-quotes', 'quoted'],
	[autoyastDialect, macro => profile(`<general>${macro}<mode/></general>`), 'autoyast-text-stray', 'element'],
];

suite('a macro where markup belongs', () => {
	for (const [dialect, text, code, fit] of places)
		test(`${code} in ${dialect.name}`, () => {
			const isReported = (name: string): boolean =>
				codes(dialect, sourceOf(text(`#a.${name}#`), { values })).includes(code);
			for (const name of ['word', 'offered', 'host', 'count']) assert.ok(isReported(name), name);
			for (const name of ['free', 'guess', 'unknown', fit]) assert.ok(!isReported(name), name);
		});
});
