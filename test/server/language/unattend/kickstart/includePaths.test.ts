import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { includedUris, includeUri } from '../../../../../server/language/unattend/kickstart/includePaths';

suite('include paths', () => {
	const beside = (path: string) => includeUri('file:///site/sites/ks.cfg', path);

	test('a relative path starts at the including file', () => {
		assert.equal(beside('disks.ks'), 'file:///site/sites/disks.ks');
		assert.equal(beside('./parts//disks.ks'), 'file:///site/sites/parts/disks.ks');
		assert.equal(beside('../common/base.ks'), 'file:///site/common/base.ks');
		assert.equal(beside('my disks%20.ks'), 'file:///site/sites/my%20disks%2520.ks');
		assert.equal(includeUri('vscode-vfs://host/repo/ks.cfg', 'a.ks'), 'vscode-vfs://host/repo/a.ks');
	});

	test('nothing else is followed', () => {
		for (const path of [
			'',
			'/tmp/disks.ks',
			'http://host/ks.cfg',
			'//host/share/x',
			'\\\\host\\share\\x',
			'..\\x',
			'C:x',
			'C:/x',
			'~/x',
			'#site.part#',
			'${part}.ks',
			'@part@',
			'../../../x',
			'parts/',
			'..',
			'a\0b',
		])
			assert.equal(beside(path), undefined, JSON.stringify(path));
	});

	test('both directives, wherever they stand, each file once', () => {
		const text =
			'%include a.ks\n  %ksappend "b c.ks" # why\n%post\n%include a.ks\n%end\n# %include d.ks\n%includes e.ks\n';
		assert.deepEqual(includedUris(TextDocument.create('file:///w/ks.cfg', 'kickstart', 1, text)), [
			'file:///w/a.ks',
			'file:///w/b%20c.ks',
		]);
	});
});
