import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { errorsFound, fileName, uploaded, uploading } from '../../../client/upload/uploadMessages';

suite('upload messages', () => {
	test('a file is named without its folder and without the spelling of URIs', () => {
		assert.equal(fileName('file:///lab/site%20b/ks%23.cfg'), 'ks#.cfg');
		assert.equal(fileName('c:\\lab\\ks.cfg'), 'ks.cfg');
	});

	test('a name may hold what means something in a URI, and a text that is saved nowhere has a name, too', () => {
		assert.equal(fileName('/lab/100%.ks'), '100%.ks');
		assert.equal(fileName('rack#7?.ks'), 'rack#7?.ks');
		assert.equal(fileName('file:///lab/100%25%3F.ks'), '100%?.ks');
		assert.equal(fileName('untitled:Untitled-1'), 'Untitled-1');
		assert.equal(
			fileName('xclarity-finished:/server%201%20%C2%B7%20ks.cfg?{"source":"file:///ks.cfg"}'),
			'server 1 · ks.cfg',
		);
		const file = { file: '100%.ks', imageType: 'UNATTEND', id: '7' } as const;
		assert.equal(uploaded([file], 'Lab'), 'Uploaded 100%.ks (id 7) to Lab.');
	});

	test('errors are counted by file, and files without any are left out', () => {
		assert.equal(
			errorsFound([
				{ uri: 'file:///a.cfg', errors: 1 },
				{ uri: 'file:///b.json', errors: 0 },
			]),
			'1 error in a.cfg. Nothing was sent.',
		);
		assert.equal(
			errorsFound([
				{ uri: 'file:///a.cfg', errors: 3 },
				{ uri: 'file:///b.json', errors: 2 },
			]),
			'3 errors in a.cfg and 2 errors in b.json. Nothing was sent.',
		);
	});

	test('an upload is told with ids and link', () => {
		const config = {
			file: 'file:///site.xclarity.json',
			imageType: 'CONFIG',
			id: '1_site',
			associatedFileId: '2_ks',
		} as const;
		const unattend = { file: 'file:///ks.cfg', imageType: 'UNATTEND', id: '2_ks', associatedFileId: '1_site' } as const;
		assert.equal(
			uploaded([config, unattend], 'Lab'),
			'Uploaded site.xclarity.json (id 1_site) and ks.cfg (id 2_ks) to Lab, linked with each other.',
		);
		const { associatedFileId: _, ...single } = unattend;
		assert.equal(uploaded([single], 'Lab'), 'Uploaded ks.cfg (id 2_ks) to Lab.');
	});

	test('what was there already is not said to have been sent', () => {
		const config = { file: 'site.json', imageType: 'CONFIG', id: '1', status: 'unchanged' } as const;
		const unattend = { file: 'ks.cfg', imageType: 'UNATTEND', id: '2', associatedFileId: '1' } as const;
		assert.equal(
			uploaded([config, { ...unattend, status: 'unchanged' }], 'Lab'),
			'Nothing was sent: site.json (id 1) and ks.cfg (id 2) are already on Lab, unchanged, linked with each other.',
		);
		assert.match(uploaded([config, { ...unattend, status: 're-link' }], 'Lab'), /^Only the link was renewed: /);
		assert.match(
			uploaded([config, { ...unattend, status: 'replaces' }], 'Lab'),
			/^Uploaded ks\.cfg \(id 2\) to Lab, linked with each other\. Unchanged and skipped: site\.json \(id 1\)\.$/,
		);
	});

	test('many files are counted, and named without ids', () => {
		const files = ['a', 'b', 'c', 'd'].map(
			id => ({ file: `${id}.ks`, imageType: 'UNATTEND', id, associatedFileId: 'x' }) as const,
		);
		assert.equal(uploaded(files, 'Lab'), 'Uploaded 4 files to Lab, with their links: a.ks, b.ks, c.ks and d.ks.');
		assert.equal(
			uploading(
				files.map(({ file }) => ({ uri: file })),
				'Lab',
			),
			'Uploading 4 files to Lab',
		);
	});

	test('the progress says what goes where', () => {
		assert.equal(uploading([{ uri: 'file:///ks.cfg' }], 'Lab'), 'Uploading ks.cfg to Lab');
	});
});
