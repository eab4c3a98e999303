import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkAppliance } from '../../../server/rest/applianceChecks';
import { readApplianceInfo } from '../../../server/rest/applianceInfo';
import { readOsImages } from '../../../server/rest/osImages';
import { readSettingsReport } from '../../../server/rest/settingsReport';
import { isObject, type JsonObject, paths } from '../../../server/rest/wire';
import { XClarityError } from '../../../server/rest/xclarityError';

const file = { name: 'a.ks', size: 1 };
const unattend = { ...file, id: '20260101120000_a.ks', associatedFileId: '20260101120000_b.json' };
const config = { ...file, id: '20260101120000_b.json', associatedFileId: unattend.id };

/** An appliance that is as assumed, by what it answers. */
const assumed: Readonly<Record<string, unknown>> = {
	[paths.appliance]: { appliance: { version: '4.2.0', build: 'b' } },
	[paths.osImages]: {
		unattends: [unattend],
		customConfigFiles: [config],
		predefined: [{ macroName: 'predefined.otherSettings.jobId' }],
	},
	[paths.tasks]: [{ jobUID: '1', status: 'Complete' }],
	[paths.remoteFileServers]: { serverList: [{ serverId: '7' }] },
	[paths.globalSettings]: { result: 'success' },
	'custom settings': { customMacros: ['#probe.probeValue#'] },
};

/** What is said of one assumption where one answer is otherwise. */
async function said(
	id: string,
	otherwise: Readonly<Record<string, unknown>>,
	read = async (path: string): Promise<unknown> => otherwise[path] ?? assumed[path],
): Promise<string> {
	const answers = { ...assumed, ...otherwise };
	const answer = (path: string): JsonObject => (isObject(answers[path]) ? answers[path] : {});
	const found = await checkAppliance({
		read,
		osImages: async () => readOsImages(answer(paths.osImages)),
		applianceInfo: async () => readApplianceInfo(answer(paths.appliance)),
		validateSettings: async text => readSettingsReport(answer('custom settings'), text, said => said),
	});
	const [one] = found.filter(each => each.id === id);
	return `${one?.verdict}: ${one?.seen}`;
}

const images = (unattends: readonly object[], configs: readonly object[] = []) => ({
	[paths.osImages]: { unattends, customConfigFiles: configs },
});

suite('what is assumed of an appliance', () => {
	for (const [id, otherwise, verdict] of [
		['version', {}, 'holds: version 4.2.0, build b'],
		['version', { [paths.appliance]: {} }, 'does not hold: version not told, build not told'],
		['list-names', {}, 'holds: arrays: unattends, customConfigFiles, predefined'],
		['list-names', { [paths.osImages]: { unattends: [] } }, 'does not hold: arrays: unattends'],
		['list-names', { [paths.osImages]: { configFiles: [], unattends: {} } }, 'does not hold: arrays: configFiles'],
		['entry-attributes', {}, 'holds: attributes: associatedFileId, id, name, size'],
		[
			'entry-attributes',
			images([unattend, { ...file, id: 'b' }]),
			'does not hold: attributes: associatedFileId, id, name, size',
		],
		[
			'entry-attributes',
			images([{ id: 'a', size: 1, associatedFileId: '' }]),
			'does not hold: attributes: associatedFileId, id, size',
		],
		[
			'entry-attributes',
			images([{ id: 'a', name: 'a', AssociatedFileIds: '' }]),
			'does not hold: attributes: AssociatedFileIds, id, name',
		],
		[
			'entry-attributes',
			images([{ ...file, id: 'a', associatedFileIds: [] }]),
			'holds: attributes: associatedFileIds, id, name, size',
		],
		['entry-attributes', images([]), 'cannot tell: there is no file to look at'],
		['id-form', {}, 'holds: 0 of 2 have another form'],
		['id-form', images([unattend, { ...unattend, id: 'x' }]), 'does not hold: 1 of 2 have another form'],
		['id-form', images([]), 'cannot tell: there is no file to look at'],
		['list-content', {}, 'holds: 0 of 2 can be read'],
		['list-content', images([unattend], [{ ...config, content: '{}' }]), 'does not hold: 1 of 2 can be read'],
		['list-content', images([]), 'cannot tell: there is no file to look at'],
		['links-both-ways', {}, 'holds: 2 of 2 links are answered'],
		[
			'links-both-ways',
			images([unattend], [{ ...config, associatedFileId: '' }]),
			'does not hold: 0 of 1 links are answered',
		],
		['links-both-ways', images([{ ...file, id: 'a' }]), 'cannot tell: no file is linked'],
		['predefined-macros', {}, 'holds: 1 macros, 0 families of systems'],
		['predefined-macros', images([]), 'does not hold: 0 macros, 0 families of systems'],
		['tasks', {}, 'holds: attributes: jobUID, status; states: Complete'],
		[
			'tasks',
			{ [paths.tasks]: [{ jobUID: '1' }, { id: '2' }] },
			'does not hold: attributes: id, jobUID; states: undefined',
		],
		['tasks', { [paths.tasks]: [{ jobUID: '1' }, 2] }, 'does not hold: attributes: jobUID; states: undefined'],
		['tasks', { [paths.tasks]: { jobs: [] } }, 'does not hold: object, not an array'],
		['tasks', { [paths.tasks]: [] }, 'cannot tell: there is no job to look at'],
		['file-servers', {}, 'holds: 1 servers; attributes: serverId'],
		['file-servers', { [paths.remoteFileServers]: { servers: [] } }, 'does not hold: servers'],
		['file-servers', { [paths.remoteFileServers]: [] }, 'does not hold: '],
		['global-settings', {}, 'holds: attributes: result'],
		['custom-settings', {}, 'holds: attributes: customMacros; 1 macros, 0 faults'],
		[
			'custom-settings',
			{ 'custom settings': { customMacros: [] } },
			'does not hold: attributes: customMacros; 0 macros, 0 faults',
		],
		[
			'custom-settings',
			{ 'custom settings': { customMacros: ['a'], errorReport: ['no label'] } },
			'does not hold: attributes: customMacros, errorReport; 1 macros, 1 faults',
		],
	] as const) {
		test(`${id} ${verdict}`, async () => assert.equal(await said(id, otherwise), verdict));
	}

	test('a call that fails is a finding, one that is cancelled ends all, and so does a fault of ours', async () => {
		const failing = (error: Error): Promise<string> => said('tasks', {}, () => Promise.reject(error));
		const refused = { kind: 'refused', status: 403 } as const;
		assert.equal(
			await failing(new XClarityError('no', refused)),
			'does not hold: the call ended as refused, status 403',
		);
		assert.equal(
			await failing(new XClarityError('gone', { kind: 'unreachable' })),
			'does not hold: the call ended as unreachable',
		);
		await assert.rejects(failing(new XClarityError('enough', { kind: 'cancelled' })), { message: 'enough' });
		await assert.rejects(failing(new TypeError('ours')), TypeError);
	});
});
