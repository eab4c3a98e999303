import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { requestEntry } from '../../../../server/language/links/requestEntry';

const facts = { name: 'site.json', os: 'win', description: 'Our site.' };

suite('requestEntry', () => {
	test('a new manifest, with an unattend file of the usual name', () => {
		for (const [os, unattend] of [
			['win', 'unattend.xml'],
			['sles', 'autoinst.xml'],
			['rhels', 'ks.cfg'],
		] as const) {
			assert.deepEqual(JSON.parse(requestEntry(undefined, { config: 'a.json', facts: { ...facts, os } }) ?? ''), {
				links: [{ unattend, config: 'a.json', os, description: 'site.json: Our site.' }],
			});
		}
	});

	test('the entry that there is keeps what it says', () => {
		assert.equal(
			requestEntry('{ "links": [{ "unattend": "u.xml", "config": "a.json", "description": "Mine." }] }', {
				config: 'a.json',
				facts,
			}),
			'{ "links": [{ "unattend": "u.xml", "config": "a.json", "description": "Mine.", "os": "win" }] }',
		);
	});

	test('an entry for several unattend files, and a manifest that is broken, are left to the person', () => {
		for (const text of ['{ "links": [{ "unattend": ["a.ks", "b.ks"], "config": "a.json" }] }', '{ "links": [']) {
			assert.equal(requestEntry(text, { config: 'a.json', facts }), undefined);
		}
	});
});
