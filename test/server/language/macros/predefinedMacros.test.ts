import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import list from '../../../../schemas/predefined-macros.json';
import { validate } from '../../../../schemas/predefined-macros.schema.json?compiled';
import {
	explainUnknownPredefined,
	findPredefined,
	type PredefinedMacro,
	predefinedChildren,
	predefinedMacros,
} from '../../../../server/language/macros/predefinedMacros';

const macros = predefinedMacros([]);

suite('predefinedMacros', () => {
	test('the list follows its schema, and every macro has its group in the list', () => {
		assert.ok(validate(list), JSON.stringify(validate.errors));
		assert.equal(list.macros.length, macros.size, 'no name twice');
		for (const name of macros.keys()) {
			if (name !== 'predefined') assert.ok(macros.has(name.slice(0, name.lastIndexOf('.'))), name);
		}
	});

	test('macros are found by name; entries of a list may be numbered', () => {
		assert.deepEqual(findPredefined(macros, 'predefined.globalSettings.ipAssignment')?.values, [
			'dhcpv4',
			'staticv4',
			'staticv6',
		]);
		assert.equal(findPredefined(macros, 'predefined.globalSettings.credentials0.name')?.grade, 'inferred');
		assert.equal(findPredefined(macros, 'predefined.globalSettings.nothing'), undefined);
	});

	test('they are listed level by level', () => {
		assert.deepEqual(
			predefinedChildren(macros, 'predefined.otherSettings.statusSettings').map(({ name }) => name.split('.').at(-1)),
			['urlStatus', 'certLocation', 'sdkLocation'],
		);
	});

	test('an unknown one is explained', () => {
		for (const [name, kind, nearest] of [
			['predefined.globalSettings.ipAsignment', 'name', 'predefined.globalSettings.ipAssignment'],
			['predefined.globalSetting.ipAssignment', 'group', 'predefined.globalSettings.ipAssignment'],
			['predefined.networkSettings.gateway', 'group', 'predefined.hostPlatforms.networkSettings.gateway'],
			['predefined.unattendSettings.preInstallConfig', 'name', 'predefined.unattendSettings.preinstallConfig'],
			['predefined.otherSettings.frobnicate', 'name', undefined],
			['predefined.x', 'group', undefined],
		] as const) {
			assert.deepEqual(explainUnknownPredefined(macros, name), { kind, nearest }, name);
		}
	});

	test('an appliance adds what we do not know', () => {
		const added: PredefinedMacro = {
			name: 'predefined.otherSettings.new',
			type: 'unknown',
			grade: 'example',
			summary: 'Listed by the appliance.',
		};
		assert.equal(predefinedMacros([added]).get(added.name), added);
		assert.equal(predefinedMacros([added]).size, macros.size + 1);
	});
});
