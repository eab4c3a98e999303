import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import data from '../../../../../schemas/esxi-commands.json';
import { validate } from '../../../../../schemas/esxi-commands.schema.json?compiled';
import {
	conflicts,
	esxiCommands,
	esxiSections,
	foreignCommand,
	foreignOption,
	isSectionName,
	onceOnly,
	plainName,
} from '../../../../../server/language/unattend/esxi/esxiTable';

suite('ESXi table', () => {
	test('the data has the form that its schema asks for', () =>
		assert.ok(validate(data), JSON.stringify(validate.errors)));

	test('every name that the table mentions is in it', () => {
		const lost = [...conflicts.flat(), ...onceOnly, ...Object.keys(data.foreignOptions)].filter(
			name => !esxiCommands().has(name),
		);
		for (const { name, entry, options } of esxiCommands().values()) {
			if (entry.sameAs && !esxiCommands().has(entry.sameAs)) lost.push(`${name}: ${entry.sameAs}`);
			const mentioned = [
				...(entry.oneOf ?? []),
				...(entry.exclude ?? []).flat(),
				...Object.entries(entry.requires ?? {}).flat(),
				...[...options.values()].map(({ canonical }) => canonical),
			];
			lost.push(...mentioned.filter(one => !options.has(one)).map(one => `${name}: ${one}`));
		}
		assert.deepEqual(lost, []);
	});

	test('two names of a command share its options', () => {
		assert.ok(esxiCommands().get('vmserialnum')?.options.get('--esx')?.required);
		assert.equal(plainName('vmaccepteula'), 'accepteula');
	});

	test('what belongs to Linux is told from what ESX 4 had', () => {
		assert.equal(foreignCommand('selinux')?.from, 'Linux kickstart');
		assert.equal(foreignCommand('esxlocation')?.from, 'ESX 4');
		assert.equal(foreignCommand('network'), undefined);
		assert.equal(foreignOption('network', '--onboot')?.from, 'Linux kickstart');
		assert.equal(foreignOption('%firstboot', '--level')?.from, 'ESX 4');
	});

	test('a section of Linux or a misspelt one ends a script, a format of printf does not', () => {
		assert.deepEqual([...esxiSections, '%packages', '%firstbot', '%end', '%s', '%include'].map(isSectionName), [
			...[true, true, true],
			...[true, true, false, false, false],
		]);
	});
});
