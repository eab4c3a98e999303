import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { settingHints } from '../../../../server/language/readingAids/settingHints';
import { marked } from '../../../support/markers';
import { site, whole } from './siteFiles';

suite('setting hints', () => {
	test('each setting that has a value shows its macro, groups show none', () => {
		const document = site();
		assert.deepEqual(
			settingHints(document, whole(document)).map(({ label }) => label),
			['#logPath#', '#time.zone#', '#time.servers.ntp0# …'],
		);
	});

	test('the macro stands behind the name', () => {
		const { document, cursor } = marked('{ "content": [{ "category": "static", "name": "a"‸, "type": "string" }] }');
		assert.deepEqual(
			settingHints(document, whole(document)).map(({ position, label }) => ({ position, label })),
			[{ position: cursor, label: '#a#' }],
		);
	});

	test('only the lines that are shown get hints', () => {
		const document = site();
		const lines = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
		assert.deepEqual(
			settingHints(document, lines).map(({ label }) => label),
			['#logPath#'],
		);
	});

	test('a list of one element has one macro', () => {
		const { document } = marked(
			'{ "content": [{ "name": "l", "maxElements": 1, "template": [{ "name": "e", "type": "string" }] }] }',
		);
		assert.deepEqual(
			settingHints(document, whole(document)).map(({ label }) => label),
			['#l.e0#'],
		);
	});

	test('of a long list the first three macros are named', () => {
		const { document } = marked(
			'{ "content": [{ "name": "l", "maxElements": 9, "template": [{ "name": "e", "type": "string" }] }] }',
		);
		assert.deepEqual(
			settingHints(document, whole(document)).map(({ tooltip }) => tooltip),
			['One macro for each element: #l.e0#, #l.e1#, #l.e2#'],
		);
	});
});
