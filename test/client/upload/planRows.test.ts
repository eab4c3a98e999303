import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { conflictQuestion, needsQuestion, planRows, planSignature } from '../../../client/upload/planRows';
import type { PlannedUpload } from '../../../server/rest/sync/planSync';

const upload = (name: string, facts: Partial<PlannedUpload>): PlannedUpload => ({
	file: { key: `/w/${name}`, imageType: 'CONFIG', name, bytes: Buffer.from('{}') },
	status: 'new',
	obsolete: [],
	others: [],
	isDoubled: false,
	...facts,
});

suite('a plan in words', () => {
	test('each file has a row that says what becomes of it', () => {
		const config = upload('site.json', { status: 'replaces', id: '20261123125748_site.json' });
		const unattend = upload('ks.cfg', {
			file: {
				key: '/w/ks.cfg',
				imageType: 'UNATTEND',
				name: 'ks.cfg',
				bytes: Buffer.from(''),
				partner: config.file.key,
			},
		});
		assert.deepEqual(
			planRows({ files: [config, unattend] }).map(({ label, description }) => `${label}: ${description}`),
			['site.json: replaces 20261123125748_site.json', 'ks.cfg: new on the server, linked with site.json'],
		);
	});

	test('a file whose partner alone is replaced is shown as unchanged', () => {
		const rows = (partner: PlannedUpload['status']): readonly string[] => {
			const config = upload('site.json', { status: 're-link', id: '20261123125748_site.json' });
			const unattend = upload('ks.cfg', {
				file: {
					key: '/w/ks.cfg',
					imageType: 'UNATTEND',
					name: 'ks.cfg',
					bytes: Buffer.from(''),
					partner: config.file.key,
				},
				status: partner,
				id: '20261123125748_ks.cfg',
			});
			return planRows({ files: [config, unattend] }).map(({ icon, description }) => `${icon}: ${description}`);
		};
		assert.equal(rows('replaces')[0], 'check: is there already, unchanged');
		assert.equal(rows('unchanged')[0], 'link: is there already, and is linked again');
	});

	test('only what replaces something, or is in doubt, is asked about', () => {
		const asks = (...files: readonly PlannedUpload[]) => needsQuestion({ files });
		assert.equal(
			asks(upload('a', {}), upload('b', { status: 'unchanged' }), upload('c', { status: 're-link' })),
			false,
		);
		assert.equal(asks(upload('a', {}), upload('b', { status: 'replaces' })), true);
		assert.equal(asks(upload('a', { status: 'conflict', conflict: 'changed' })), true);
	});

	test('a conflict is told with the name of the server', () => {
		const files = [
			upload('a.json', { status: 'conflict', conflict: 'changed' }),
			upload('b.json', { status: 'conflict', conflict: 'unknown' }),
			upload('c.json', {}),
		];
		assert.equal(
			conflictQuestion({ files }, 'Lab'),
			'a.json was changed on Lab since it was last uploaded from here. b.json is on Lab already, and was not uploaded from here.',
		);
	});

	test('a yes to one plan is none to another', () => {
		const one = planSignature({ files: [upload('a', { status: 'replaces', id: '1' })] });
		assert.notEqual(one, planSignature({ files: [upload('a', { status: 'replaces', id: '2' })] }));
		assert.equal(one, planSignature({ files: [upload('a', { status: 'replaces', id: '1' })] }));
	});
});
