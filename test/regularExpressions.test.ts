import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

/**
 * Sources that make a regular expression of what is no literal: of a text of ours, never of the user's. Two put in
 * something that a person wrote: `startTagInText` a name of XML, in which nothing but a full stop has a meaning, and
 * `skippedInstances` a number.
 */
const makers = [
	'client/files/firstLook.ts',
	'server/language/config/paste/assignment.ts',
	'server/language/config/paste/equalsSigns.ts',
	'server/language/config/paste/html.ts',
	'server/language/config/paste/programWords.ts',
	'server/language/links/systemProblems.ts',
	'server/language/macros/macroSyntax.ts',
	'server/language/unattend/autoyast/valueMeanings.ts',
	'server/language/unattend/kickstart/checks/line/constraintChecks.ts',
	'server/language/unattend/kickstart/release.ts',
	'server/language/unattend/macros/skippedInstances.ts',
	'server/language/unattend/targetSystem.ts',
	'server/language/unattend/xml/parse/readMarkup.ts',
	'server/language/unattend/xml/parse/startTagInText.ts',
	'server/language/unattend/xml/parse/xmlName.ts',
	'server/language/unattend/xml/parse/xmlReferences.ts',
	'server/language/unattend/xml/parse/xmlRoot.ts',
	'server/simulator/multipart.ts',
];

suite('regular expressions', () => {
	test("none is made of a user's text, in any program or page: `regex/` tries those, with a bound", () => {
		const found = ['server', 'client']
			.flatMap(room =>
				readdirSync(room, { recursive: true, encoding: 'utf8' }).map(name => path.posix.join(room, name)),
			)
			.filter(file => file.endsWith('.ts') && /\bRegExp\(\s*(?:[^\s`'/]|`[^`]*\$\{)/.test(readFileSync(file, 'utf8')))
			.sort();
		assert.deepEqual(found, makers);
	});
});
