import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { noAnswers } from '../../../../server/language/deployment/answers';
import { applianceValues } from '../../../../server/language/deployment/applianceValues';

const hostname = 'predefined.hostPlatforms.networkSettings.hostname';
const appliance = {
	common: { 'predefined.globalSettings.ipAssignment': 'staticv4' },
	hosts: [
		{ uuid: 'A', values: { [hostname]: 'node1' } },
		{ uuid: 'B', values: { [hostname]: 'node2' } },
	],
};

/** The host name that the appliance says for a server of the values file. */
const nameFor = (name: string | undefined, predefined = {}): string | undefined =>
	applianceValues(appliance, { ...noAnswers, servers: [{ name, values: {}, predefined, path: [] }] }, 0)[hostname];

suite('what an appliance says for one server', () => {
	test('is chosen by its UUID, else by its host name', () => {
		assert.equal(nameFor('node1', { hostPlatforms: { uuid: 'b' } }), 'node2');
		assert.equal(nameFor('NODE2'), 'node2');
	});

	test('no server gets the settings of another', () => {
		assert.equal(nameFor(undefined), undefined);
		assert.equal(nameFor('node3'), undefined);
		assert.equal(nameFor('node1', { 'hostPlatforms.uuid': 'C' }), undefined);
		assert.deepEqual(applianceValues(appliance, noAnswers, 0), appliance.common);
		const unnamed = { common: {}, hosts: [{ uuid: 'A', values: { 'predefined.hostPlatforms.uuid': 'A' } }] };
		assert.deepEqual(applianceValues(unnamed, noAnswers, 0), {});
	});
});
