import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Context } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { marked } from '../../../support/markers';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
const language = languageFor('kickstart');

/** Lines and texts of what a verb gives at the cursor. */
function places(text: string, verb: 'definition' | 'references'): string[] {
	const { document, cursor } = marked(text, 'kickstart');
	const found = language[verb]?.(document, cursor, context) ?? [];
	return found.map(({ range }) => `${range.start.line} ${document.getText(range)}`);
}

suite('what a place of an unattend file points to', () => {
	const group = (name: string, used: string): string =>
		`volgroup ${name} pv.01\nlogvol / --vgname=${used} --name=root\n`;

	test('a name of the dialect is defined once and used elsewhere', () => {
		assert.deepEqual(places(group('vg', 'v‸g'), 'definition'), ['0 vg']);
		assert.deepEqual(places(group('v‸g', 'vg'), 'references'), ['0 vg', '1 vg']);
	});

	test('of a macro in its place the dialect says nothing', () => {
		assert.deepEqual(places(group('#a.b#', '#a.‸b#'), 'references'), []);
		assert.deepEqual(places(group('#a.b#', '#a.‸b#'), 'definition'), []);
	});
});
