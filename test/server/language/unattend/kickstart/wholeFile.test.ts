import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IncludedFile } from '../../../../../server/language/language';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import { marked } from '../../../../support/markers';
import { kickstartSource } from './kickstartSource';

/** Files beside the one under test; `undefined` for one that is missed. */
const files = (texts: Readonly<Record<string, string | undefined>>): IncludedFile[] =>
	Object.entries(texts).map(([name, text]) => {
		const uri = `file:///site/${name}`;
		return { uri, document: text === undefined ? undefined : TextDocument.create(uri, 'kickstart', 1, text) };
	});

const base = 'lang en_US.UTF-8\nkeyboard us\ntimezone Etc/UTC\nrootpw --lock\nuser --name=a --groups=wheel\nreboot\n';
const disks = 'zerombr\nclearpart --all\npart pv.01 --size=1\npart /boot --size=1\nvolgroup vg pv.01\n';

function reports(text: string, included: Readonly<Record<string, string | undefined>>) {
	const { document } = marked(text, 'kickstart');
	const source = kickstartSource(document, { os: 'rhels', release: '9', included: files(included) });
	return kickstartDialect
		.validate(source)
		.map(({ code, start, end }) => `${code} ${document.getText().slice(start, end)}`);
}

suite('kickstart with included files', () => {
	const root = 'logvol / --vgname=vg --name=root --size=1\n';

	test('what an included file says is said', () => {
		assert.deepEqual(
			reports(`%include base.ks\n%include disks.ks\n${root}`, { 'base.ks': base, 'disks.ks': disks }),
			[],
		);
		assert.deepEqual(
			reports(`%include all.ks\n${root}`, {
				'all.ks': '%include base.ks\n%ksappend disks.ks\n',
				'base.ks': base,
				'disks.ks': disks,
			}),
			[],
		);
	});

	test('what it does not say is missed', () => {
		assert.deepEqual(
			reports(`${base}%include disks.ks\nlogvol / --vgname=vgx --name=root --size=1\n`, { 'disks.ks': disks }),
			['kickstart-undefined-volume-group vgx'],
		);
		assert.deepEqual(reports(`%include disks.ks\n${root}${base.replace('reboot\n', '')}`, { 'disks.ks': disks }), [
			'kickstart-no-reboot logvol',
		]);
	});

	test('as long as one included file is not known, nothing is missed', () => {
		assert.deepEqual(
			reports('%include disks.ks\n%include /tmp/rest.ks\nlang en_US.UTF-8\n', { 'disks.ks': disks }),
			[],
		);
	});

	test('a mistake in an included file is its own; one between both is reported here', () => {
		assert.deepEqual(reports(`%include disks.ks\n${base}${root}`, { 'disks.ks': `${disks}prat /x\n` }), []);
		assert.deepEqual(reports(`${base}autopart\n%include disks.ks\n`, { 'disks.ks': disks }), [
			'kickstart-commands-conflict autopart',
		]);
	});

	test('a file that is not there', () => {
		assert.deepEqual(reports('%include parts/disks.ks\n', { 'parts/disks.ks': undefined }), [
			'kickstart-include-missing parts/disks.ks',
		]);
		assert.deepEqual(reports('%include parts/disks.ks\n', {}), []);
		assert.deepEqual(
			reports('%include "a b.ks"\n%post\n%include c.ks\n%end\n', { 'a%20b.ks': undefined, 'c.ks': undefined }),
			['kickstart-include-missing a b.ks', 'kickstart-include-missing c.ks'],
		);
	});

	test('a file that is included by another one misses nothing', () => {
		const codes = (isIncluded: boolean) =>
			kickstartDialect
				.validate(kickstartSource('logvol / --vgname=vg --name=root --size=1\n', { isIncluded }))
				.map(({ code }) => code);
		assert.ok(codes(false).includes('kickstart-undefined-volume-group'));
		assert.deepEqual(codes(true), []);
	});

	test('files that include each other end', () => {
		const round = { 'a.ks': '%include b.ks\n%include b.ks\n', 'b.ks': '%include a.ks\n%include b.ks\n' };
		assert.deepEqual(reports('%include a.ks\n', round), []);
		const wide = Object.fromEntries([...Array(12).keys()].map(n => [`${n}.ks`, `%include ${n + 1}.ks\n`.repeat(9)]));
		assert.deepEqual(reports('%include 0.ks\n', wide), []);
	});

	test('macros of an included file stay whole', () => {
		assert.deepEqual(
			reports(`${base}%include disks.ks\n${root}`, { 'disks.ks': disks.replace('--size=1', '--size=#a.b#') }),
			[],
		);
	});

	test('definition leads into it, references name both, its path opens it', () => {
		const { document, cursors } = marked(
			'%include di‸sks.ks\nlogvol / --vgname=v‸g --name=root --size=1\n',
			'kickstart',
			'file:///site/ks.cfg',
		);
		const source = kickstartSource(document, { included: files({ 'disks.ks': disks }) });
		const [path, group] = cursors.map(cursor => document.offsetAt(cursor));
		const places = (offset: number | undefined, verb: 'definition' | 'references') =>
			kickstartDialect[verb]?.(source, offset ?? 0).map(
				({ uri, range: { start } }) => `${uri} ${start.line}:${start.character}`,
			);
		assert.deepEqual(places(path, 'definition'), ['file:///site/disks.ks 0:0']);
		assert.deepEqual(places(group, 'definition'), ['file:///site/disks.ks 4:9']);
		assert.deepEqual(places(group, 'references'), ['file:///site/disks.ks 4:9', 'file:///site/ks.cfg 1:18']);
		assert.throws(() => kickstartDialect.rename?.(source, group ?? 0, 'data'), RangeError);
	});

	test('links lead to files that are there', () => {
		const text = '%include ⟦disks.ks⟧\n%ksappend "⟦a b.ks⟧"\n%include gone.ks\n%include /tmp/x\n';
		const { document, ranges } = marked(text, 'kickstart', 'file:///site/ks.cfg');
		const included = files({ 'disks.ks': disks, 'a%20b.ks': '', 'gone.ks': undefined });
		assert.deepEqual(kickstartDialect.links?.(kickstartSource(document, { included })), [
			{ range: ranges[0], target: 'file:///site/disks.ks' },
			{ range: ranges[1], target: 'file:///site/a%20b.ks' },
		]);
	});

	test('of a file that lies in no folder, to where they would be', () => {
		const { document, ranges } = marked('%include ⟦disks.ks⟧\n%include ../x.ks\n', 'kickstart', 'file:///site/ks.cfg');
		assert.deepEqual(kickstartDialect.links?.(kickstartSource(document)), [
			{ range: ranges[0], target: 'file:///site/disks.ks' },
		]);
	});
});
