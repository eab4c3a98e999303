import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect as dialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { reports, sourceOf } from '../xml/unattendSources';
import { snippetsAt, withSnippet } from '../xml/xmlVerbs';

const profile = (body: string): string =>
	`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${body}\n</profile>`;

/** The reports that a snippet can be blamed for: the rest of the profile is empty. */
const found = (text: string): string[] =>
	reports(dialect, sourceOf(text)).filter(report => !/autoyast-confirm/.test(report));

suite('AutoYaST: snippets', () => {
	const files = snippetsAt(dialect, '‸');

	test('an empty file becomes a whole one', () => {
		assert.ok(files.length >= 3);
		assert.deepEqual(snippetsAt(dialect, '<‸'), files);
		assert.deepEqual(snippetsAt(dialect, '<?xml version="1.0"?>\n‸'), files);
		assert.deepEqual(snippetsAt(dialect, `${profile('<general/>')}\n‸`), []);
	});

	for (const label of files) {
		test(`${label} is without fault, hooks included`, () => {
			const text = withSnippet(dialect, '‸', label);
			assert.deepEqual(reports(dialect, sourceOf(text, { os: 'sles', release: '15.5' })), []);
			assert.match(text, /<profile [^>]*>\n\t#predefined\.unattendSettings\.preinstallConfig#/);
			assert.match(text, /\$6\$salt\$hash/);
		});
	}

	const sections = snippetsAt(dialect, profile('‸'));

	test('a profile is offered sections, with and without the bracket', () => {
		assert.ok(sections.includes('partitioning: LVM'));
		assert.deepEqual(snippetsAt(dialect, profile('<‸')), sections);
	});

	test('the start of a name is replaced', () => {
		const text = withSnippet(dialect, profile('gen‸'), 'general: without questions');
		assert.match(text, /configns">\n<general>\n\t<mode>/);
		assert.equal(withSnippet(dialect, profile('‸'), 'general: without questions'), text);
	});

	for (const label of sections) {
		test(`${label} is without fault`, () => assert.deepEqual(found(withSnippet(dialect, profile('‸'), label)), []));
	}

	test('lists are offered their entries, and text places nothing of the kind', () => {
		const drive = (inner: string) =>
			profile(
				`<partitioning config:type="list"><drive><partitions config:type="list">${inner}</partitions></drive></partitioning>`,
			);
		assert.deepEqual(snippetsAt(dialect, drive('‸')), [
			'partition: mounted',
			'partition: swap',
			'partition: in a volume group',
		]);
		assert.match(
			withSnippet(dialect, drive('<‸'), 'partition: swap'),
			/<partitions config:type="list"><partition>\n\t<mount>swap<\/mount>/,
		);
		assert.deepEqual(snippetsAt(dialect, profile('<timezone><hwclock>‸</hwclock></timezone>')), []);
	});
});
