import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { applied, marked } from '../../../../../support/markers';
import { kickstartSource } from '../kickstartSource';

function completed(text: string, release = '9') {
	const { document, cursor } = marked(text, 'kickstart');
	const source = kickstartSource(document, { os: 'rhels', release });
	const items = kickstartDialect.complete?.(source, document.offsetAt(cursor)) ?? [];
	const after = (label: string): string | undefined => {
		const edit = items.find(item => item.label === label)?.textEdit;
		return edit && 'range' in edit ? applied(document, [edit]) : undefined;
	};
	return { items, labels: items.map(({ label }) => label), after };
}

const sorted = (items: readonly CompletionItem[]): string[] =>
	[...items].sort((a, b) => (a.sortText ?? a.label).localeCompare(b.sortText ?? b.label)).map(({ label }) => label);

suite('kickstart completion', () => {
	test('commands of the target release', () => {
		assert.ok(completed('‸', '9').labels.includes('timesource'));
		assert.ok(!completed('‸', '8').labels.includes('timesource'));
		assert.equal(completed('lang x\ntim‸').after('timezone'), 'lang x\ntimezone');
	});

	test('options: required first, deprecated last, given ones left out', () => {
		const { items, labels } = completed('logging --host=a ‸');
		assert.ok(!labels.includes('--host'));
		assert.equal(sorted(items).at(-1), '--level');
		assert.equal(sorted(completed('logvol / ‸').items)[0], '--name');
	});

	test('an option is completed with its choices', () => {
		assert.equal(completed('snapshot a/b --wh‸').after('--when'), 'snapshot a/b --when=${1|post-install,pre-install|}');
	});

	test('values by place', () => {
		assert.deepEqual(completed('network --bootproto=‸').labels, ['dhcp', 'bootp', 'static', 'query', 'ibft']);
		assert.deepEqual(completed('network --bootproto ‸').labels, ['dhcp', 'bootp', 'static', 'query', 'ibft']);
		assert.equal(completed('timezone Europe/Berl‸').after('Europe/Berlin'), 'timezone Europe/Berlin');
	});

	test('names that the file makes', () => {
		const storage = 'part pv.01 --size=1\nvolgroup data pv.01\n';
		assert.deepEqual(completed(`${storage}logvol / --vgname=‸`).labels, ['data']);
		assert.deepEqual(completed('part pv.01 --size=1\nvolgroup data p‸').labels, ['pv.01']);
	});

	test('sections come with their end', () => {
		assert.equal(completed('text\n%p‸').after('%post'), 'text\n%post$1\n$0\n%end');
		assert.deepEqual(completed('%post\n%e‸\n').labels, ['%end', '%include']);
		assert.deepEqual(completed('%post\nec‸\n%end').labels, []);
	});

	test('nothing in comments', () => {
		assert.deepEqual(completed('# la‸').labels, []);
		assert.deepEqual(completed('lang x # y‸').labels, []);
	});

	test('a whole file where there is none, without a mistake', () => {
		const snippets = completed('‸').items.filter(({ label }) => label.startsWith('unattended file'));
		assert.equal(snippets.length, 3);
		for (const { textEdit, label } of snippets) {
			const body = (textEdit?.newText ?? '')
				.replace('${4:hash}', '$6$saltsalt$0123456789')
				.replace(/\$\{\d:([^}]*)\}/g, '$1')
				.replace('$0', '');
			assert.deepEqual(kickstartDialect.validate(kickstartSource(body)), [], label);
		}
		assert.ok(!completed('lang x\ntext\n‸').labels.some(label => label.startsWith('unattended file')));
	});
});
