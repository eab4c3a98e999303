import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readOsImages } from '../../../../server/rest/osImages';
import { type PlanOptions, planSync } from '../../../../server/rest/sync/planSync';
import { shownOf } from '../../../../server/rest/sync/shownFacts';
import type { UploadFile } from '../../../../server/rest/sync/uploadFile';
import { type RecordedFile, sentFacts } from '../../../../server/rest/sync/uploadRecord';
import { aConfig, anUnattend, aPair } from './pairOnSimulator';

const ids = { config: '20260101120000_locale.json', unattend: '20260101120001_rhel9.ks' };
const config = { id: ids.config, name: 'locale.json', size: 35, associatedFileId: ids.unattend };
const unattend = { id: ids.unattend, name: 'rhel9.ks', size: 38, associatedFileId: ids.config };

interface World {
	readonly configs?: readonly object[];
	readonly unattends?: readonly object[];
	/** What was uploaded from here: by default the pair as it is listed. */
	readonly sent?: readonly UploadFile[];
	readonly desired?: readonly UploadFile[];
	readonly options?: Partial<PlanOptions>;
}

/** `name status` for each file of the plan, against a list in which everything is as after our upload. */
function plan({ configs = [config], unattends = [unattend], sent = aPair, desired = aPair, options }: World): string[] {
	const images = readOsImages({ configFiles: configs, unattendFiles: unattends });
	const asUploaded = readOsImages({ configFiles: [config], unattendFiles: [unattend] });
	const records = new Map(
		sent.map((file): [string, RecordedFile] => {
			const [entry] = file.imageType === 'CONFIG' ? asUploaded.configs : asUploaded.unattends;
			assert.ok(entry);
			return [
				file.key,
				{ key: file.key, obsolete: [], stored: { ...sentFacts(file), id: entry.id, shown: shownOf(entry) } },
			];
		}),
	);
	const { files } = planSync(desired, { images, records }, { unknown: 'conflict', onConflict: 'stop', ...options });
	return files.map(({ file, status, conflict }) => `${file.name} ${status}${conflict ? ` ${conflict}` : ''}`);
}

suite('the plan of an upload', () => {
	test('nothing there: both are new', () => {
		assert.deepEqual(plan({ configs: [], unattends: [], sent: [] }), ['locale.json new', 'rhel9.ks new']);
	});

	test('all there as it was sent: unchanged', () => {
		assert.deepEqual(plan({}), ['locale.json unchanged', 'rhel9.ks unchanged']);
	});

	test('a changed text replaces, and its partner is linked again', () => {
		const desired = [{ ...aConfig, bytes: Buffer.from('other') }, anUnattend];
		assert.deepEqual(plan({ desired }), ['locale.json replaces', 'rhel9.ks re-link']);
	});

	test('a changed release replaces an unattend file; for a configuration file the system is of no meaning', () => {
		assert.deepEqual(plan({ desired: [aConfig, { ...anUnattend, osrelease: '9.5' }] }), [
			'locale.json re-link',
			'rhel9.ks replaces',
		]);
		assert.deepEqual(plan({ desired: [{ ...aConfig, os: 'win' }, anUnattend] })[0], 'locale.json unchanged');
	});

	test('a link that was changed is made again', () => {
		assert.deepEqual(plan({ configs: [{ ...config, associatedFileId: '' }] }), [
			'locale.json re-link',
			'rhel9.ks unchanged',
		]);
	});

	test('a configuration file may name any unattend file that names it', () => {
		const other = { ...unattend, id: '20260101120009_other.ks', name: 'other.ks' };
		const configs = [{ ...config, associatedFileId: other.id }];
		assert.equal(plan({ configs, unattends: [unattend, other] })[0], 'locale.json unchanged');
		assert.equal(
			plan({ configs, unattends: [unattend, { ...other, associatedFileId: 'x' }] })[0],
			'locale.json conflict changed',
		);
		// What is not listed any more is nobody's partner.
		assert.equal(plan({ configs })[0], 'locale.json re-link');
	});

	test('other facts than after our upload are a conflict; attributes that nobody knows are not', () => {
		assert.equal(plan({ configs: [{ ...config, size: 36 }] })[0], 'locale.json conflict changed');
		assert.equal(plan({ configs: [{ ...config, lastModified: 'now' }] })[0], 'locale.json conflict changed');
		assert.equal(plan({ configs: [{ ...config, somethingNew: 1 }] })[0], 'locale.json unchanged');
	});

	test('ours gone: new; ours gone and another of its name there: conflict', () => {
		assert.equal(plan({ configs: [] })[0], 'locale.json new');
		const theirs = { ...config, id: '20270101120000_locale.json' };
		assert.equal(plan({ configs: [theirs] })[0], 'locale.json conflict superseded');
		assert.equal(plan({ configs: [theirs], options: { unknown: 'new' } })[0], 'locale.json new');
	});

	test('a file of the name that nobody knows may carry the mark of an upload, which is told', () => {
		const isMarked = (description: string): unknown => {
			const images = readOsImages({ configFiles: [{ ...config, description }] });
			const { files } = planSync(
				[aConfig],
				{ images, records: new Map() },
				{ unknown: 'conflict', onConflict: 'stop' },
			);
			assert.equal(files[0]?.conflict, 'unknown');
			return files[0]?.isMarked;
		};
		assert.equal(isMarked('[xclarity-upload d2820cfbebcd4ffc] rack 7'), true);
		assert.equal(isMarked('uploaded with xclarity'), undefined);
	});

	test('a file of the name that nobody knows: beside it, or a conflict, or left as it is when it is the same', () => {
		const world = { sent: [], unattends: [] };
		assert.equal(plan({ ...world, options: { unknown: 'new' } })[0], 'locale.json new');
		assert.equal(plan(world)[0], 'locale.json conflict unknown');
		const apply = { ...world, options: { unknown: 'conflict' } } as const;
		const same = { ...config, content: aConfig.bytes.toString() };
		// It is somebody else's: it may stay, but a partner of ours would change its link.
		assert.equal(plan({ ...apply, configs: [same] })[0], 'locale.json conflict unknown');
		assert.equal(plan({ ...apply, configs: [same], desired: [aConfig] })[0], 'locale.json unchanged');
		const sameText = { ...unattend, content: anUnattend.bytes.toString() };
		assert.deepEqual(plan({ ...apply, configs: [same], unattends: [sameText] }), [
			'locale.json unchanged',
			'rhel9.ks unchanged',
		]);
		assert.deepEqual(plan({ ...apply, configs: [same], unattends: [{ ...sameText, associatedFileId: '' }] }), [
			'locale.json unchanged',
			'rhel9.ks conflict unknown',
		]);
	});

	test('conflicts are left or overwritten on request', () => {
		const configs = [{ ...config, size: 36 }];
		assert.equal(plan({ configs, options: { onConflict: 'keep' } })[0], 'locale.json unchanged changed');
		assert.equal(plan({ configs, options: { onConflict: 'overwrite' } })[0], 'locale.json replaces changed');
	});
});
