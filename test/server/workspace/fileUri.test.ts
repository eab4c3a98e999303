import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { canonicalUri, fileName, joinUri, parentUri, pathUri, relativePath } from '../../../server/workspace/fileUri';

suite('file URIs', () => {
	test('spellings of one file become one', () => {
		assert.equal(canonicalUri('file:///c%3A/Work/a%20b.cfg'), canonicalUri('file:///C:/Work/a b.cfg'));
		assert.equal(canonicalUri('file:///site/ks%40home.cfg'), canonicalUri('file:///site/ks@home.cfg'));
		assert.notEqual(canonicalUri('file:///site/A.cfg'), canonicalUri('file:///site/a.cfg'));
	});

	test('a file system without hosts has canonical URIs, too', () => {
		assert.equal(canonicalUri('memory:/site/a b@home.cfg'), canonicalUri('memory:/site/a%20b%40home.cfg'));
		assert.equal(canonicalUri('untitled:Untitled-1'), 'untitled:Untitled-1');
		assert.equal(joinUri('memory:/site', 'config/a b.json'), 'memory:/site/config/a%20b.json');
		assert.equal(relativePath('memory:/site', 'memory:/site/config/a%20b.json'), 'config/a b.json');
		assert.equal(parentUri('memory:/site/'), 'memory:/');
		assert.equal(parentUri('memory:/'), undefined);
	});

	test('a name with a lone percent sign stays readable', () => {
		assert.equal(fileName(canonicalUri('file:///site/100%.cfg')), '100%.cfg');
	});

	test('parents end at the top', () => {
		assert.equal(parentUri('file:///a/b.cfg'), 'file:///a/');
		assert.equal(parentUri('file:///a/'), 'file:///');
		assert.equal(parentUri('file:///'), undefined);
		assert.equal(parentUri('file://host/share'), 'file://host/');
		assert.equal(parentUri('file://host/'), undefined);
	});

	test('a path becomes the URI that Node makes of it, on Windows too', () => {
		for (const path of ['/site/a b/100%#?.cfg', '/site/back\\slash', '/'])
			assert.equal(pathUri(path), canonicalUri(pathToFileURL(path, { windows: false }).href), path);
		for (const path of ['C:\\Work\\a b\\ks.cfg', 'c:/work', '\\\\host\\share\\ks.cfg'])
			assert.equal(pathUri(path), canonicalUri(pathToFileURL(path, { windows: true }).href), path);
	});

	test('paths below a folder are decoded, others are none', () => {
		assert.equal(relativePath('file:///a', 'file:///a/b%20c/d.cfg'), 'b c/d.cfg');
		assert.equal(relativePath('file:///a', 'file:///ab/d.cfg'), undefined);
		assert.equal(joinUri('file:///a', 'b c/d#1.cfg'), 'file:///a/b%20c/d%231.cfg');
	});

	test('a name with half of a character, as Windows may have it, has a URI', () => {
		const named = 'file:///a/x%EF%BF%BD.ks';
		assert.deepEqual([joinUri('file:///a', 'x\ud800.ks'), canonicalUri('file:///a/x\ud800.ks')], [named, named]);
	});
});
