import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
	conflictQuestion,
	hasWork,
	needsQuestion,
	planRows,
	planSentences,
	planSignature,
	type Records,
	refusalOf,
} from '../../../client/upload/planRows';
import type { PlannedUpload } from '../../../server/rest/sync/planSync';

const upload = (name: string, facts: Partial<PlannedUpload>): PlannedUpload => ({
	file: { key: `/w/${name}`, imageType: 'CONFIG', name, bytes: Buffer.from('{}') },
	status: 'new',
	obsolete: [],
	others: [],
	isDoubled: false,
	...facts,
});

const noRecords: Records = new Map();

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
			planRows({ files: [config, unattend] }, noRecords).map(({ label, description }) => `${label}: ${description}`),
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
			return planRows({ files: [config, unattend] }, noRecords).map(
				({ icon, description }) => `${icon}: ${description}`,
			);
		};
		assert.equal(rows('replaces')[0], 'check: unchanged, skipped');
		assert.equal(rows('unchanged')[0], 'link: unchanged, linked again');
	});

	test('so is one of whose partners one is replaced, and another is not', () => {
		const config = upload('site.json', { status: 're-link', id: '20261123125748_site.json' });
		const unattend = (name: string, status: PlannedUpload['status']): PlannedUpload => {
			const bytes = Buffer.from('');
			const file = { key: `/w/${name}`, imageType: 'UNATTEND' as const, name, bytes, partner: config.file.key };
			return upload(name, { file, status, id: `20261123125748_${name}` });
		};
		const files = [config, unattend('a.cfg', 'unchanged'), unattend('b.cfg', 'replaces')];
		assert.deepEqual(
			planRows({ files }, noRecords).map(({ icon }) => icon),
			['check', 'check', 'arrow-swap'],
		);
	});

	test('only what replaces something, or is in doubt, is asked about', () => {
		const asks = (...files: readonly PlannedUpload[]) => needsQuestion({ files }, noRecords);
		assert.equal(
			asks(upload('a', {}), upload('b', { status: 'unchanged' }), upload('c', { status: 're-link' })),
			false,
		);
		assert.equal(asks(upload('a', {}), upload('b', { status: 'replaces' })), true);
		assert.equal(asks(upload('a', { status: 'conflict', conflict: 'changed' })), true);
	});

	test('a file of somebody else with the same name is named', () => {
		const { description, detail } =
			planRows({ files: [upload('a', { status: 'replaces', id: '1_a', others: ['2_a'] })] }, noRecords)[0] ?? {};
		assert.equal(description, 'replaces 1_a');
		assert.equal(detail, 'There is also 2_a, which was not uploaded from here and stays.');
	});

	test('a file of ours that was deleted there is said to be created again, and is asked about', () => {
		const { file } = upload('a', {});
		const stored = { id: '1', sha256: '', bytes: 2, imageType: 'CONFIG', name: 'a', shown: {} } as const;
		const records: Records = new Map([[file.key, { stored }]]);
		const plan = { files: [upload('a', {})] };
		const [row] = planRows(plan, records);
		assert.equal(row?.description, 'created again');
		assert.equal(row?.detail, 'It was deleted on the server since it was last uploaded from here.');
		assert.equal(needsQuestion(plan, records), true);
		assert.equal(needsQuestion({ files: [upload('a', { status: 'unchanged', id: '1' })] }, records), false);
	});

	test('what is saved first is said', () => {
		const plan = { files: [upload('a', {})] };
		assert.equal(planSentences(plan, ['a', 'b']), 'Saves a and b first. Nothing on the server is replaced.');
		const replaced = { files: [upload('a', { status: 'replaces', id: '1' })] };
		assert.equal(planSentences(replaced, []), 'Choose a replaced file to compare it.');
	});

	test('a plan in which all is unchanged has nothing to do', () => {
		const unchanged = upload('a', { status: 'unchanged', id: '1' });
		assert.equal(hasWork({ files: [unchanged] }), false);
		assert.equal(hasWork({ files: [unchanged, upload('b', { status: 're-link', id: '2' })] }), true);
	});

	test('a conflict is told with the name of the server', () => {
		const files = [
			upload('a.json', { status: 'conflict', conflict: 'changed' }),
			upload('b.json', { status: 'conflict', conflict: 'unknown' }),
			upload('c.json', {}),
		];
		assert.equal(
			conflictQuestion({ files }, 'Lab'),
			'a.json was changed on Lab since it was last uploaded from here. b.json is already on Lab, and was not uploaded from here.',
		);
	});

	test('a file in conflict that carries the mark of an upload is not said to be from elsewhere', () => {
		const files = [upload('a.json', { status: 'conflict', conflict: 'unknown', isMarked: true })];
		assert.equal(
			conflictQuestion({ files }, 'Lab'),
			'a.json is already on Lab, and carries the mark of an upload that was interrupted. Nothing here remembers that upload.',
		);
		assert.equal(planRows({ files }, noRecords)[0]?.description, 'already on the server, from an interrupted upload');
	});

	test('a file in conflict has a row that says why', () => {
		const files = (['undecided', 'unknown', 'in-use', 'changed', 'superseded'] as const).map(conflict =>
			upload('a', { status: 'conflict', conflict }),
		);
		assert.deepEqual(
			planRows({ files }, noRecords).map(({ description }) => description),
			[
				'may already be on the server',
				'already on the server, not uploaded from here',
				'used on the server by another unattend file',
				'changed on the server in the meantime',
				'changed on the server in the meantime',
			],
		);
	});

	test('a yes to one plan is none to another', () => {
		const one = planSignature({ files: [upload('a', { status: 'replaces', id: '1' })] });
		assert.notEqual(one, planSignature({ files: [upload('a', { status: 'replaces', id: '2' })] }));
		assert.equal(one, planSignature({ files: [upload('a', { status: 'replaces', id: '1' })] }));
	});
});

suite('an upload that nobody has asked for', () => {
	const refusal = (...files: readonly PlannedUpload[]): string => refusalOf({ files }, 'Lab');

	test('is made where all that goes is ours and as we left it', () => {
		const statuses = ['replaces', 'unchanged', 're-link'] as const;
		assert.equal(refusal(...statuses.map(status => upload('ks.cfg', { status, id: '1' }))), '');
	});

	test('is not made for what is not there, or was changed there', () => {
		const replaced = upload('site.json', { status: 'replaces', id: '1' });
		assert.equal(refusal(replaced, upload('ks.cfg', {})), 'ks.cfg is not on Lab.');
		assert.equal(
			refusal(replaced, upload('ks.cfg', { status: 'conflict', conflict: 'changed', id: '2' })),
			'ks.cfg was changed on Lab since it was last uploaded from here.',
		);
	});
});
