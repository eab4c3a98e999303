import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contributes } from '../../../../package.json';
import known from '../../../../schemas/operating-systems.json';
import { validate } from '../../../../schemas/operating-systems.schema.json?compiled';
import { imageTypeOf, kindByTarget, kindsInOrder, ourEndings } from '../../../../server/language/languageService';
import type { Dialect } from '../../../../server/language/unattend/dialect';
import { dialects } from '../../../../server/language/unattend/dialects';
import { shortNameOf, targetSystems } from '../../../../server/language/unattend/targetSystem';

const all: readonly Dialect[] = dialects.map(({ whole }) => whole());

suite('dialects', () => {
	test('the list of operating systems satisfies its schema, and each has a dialect that knows it', () => {
		assert.ok(validate(known), JSON.stringify(validate.errors));
		for (const system of targetSystems) {
			assert.equal(all.find(({ kind }) => kind === system.kind)?.system, system);
			assert.ok(system.isNamed(system.os));
		}
	});

	test('every file that an appliance takes belongs to a system', () => {
		for (const { kind, imageType, system } of all) assert.equal(imageType !== undefined, system !== undefined, kind);
	});

	test('the editor knows each language under which a file is shown', () => {
		const builtIn = ['xml', 'shellscript'];
		const contributed: readonly string[] = contributes.languages.map(({ id }) => id);
		for (const { kind, languageId } of all)
			assert.ok(builtIn.includes(languageId) || contributed.includes(languageId), kind);
	});

	test('kinds, endings of templates and languages are not told apart by order', () => {
		assert.equal(new Set(all.map(({ kind }) => kind)).size, all.length);
		for (const { kind, newFiles, fileEndings } of all)
			for (const { fileName } of newFiles)
				assert.ok(
					fileEndings.some(ending => fileName.endsWith(ending)),
					`${kind}: ${fileName}`,
				);
	});

	test('a configuration file is fixed before what is checked against it; scripts are left alone', () => {
		assert.deepEqual(kindsInOrder.slice(0, 3), ['manifest', 'config', 'values']);
		assert.deepEqual(kindsInOrder.slice(3).toSorted(), ['autoyast', 'esxi', 'kickstart', 'windows']);
		assert.equal(imageTypeOf('script'), undefined);
		assert.equal(imageTypeOf('config'), 'CONFIG');
		assert.equal(imageTypeOf('windows'), 'UNATTEND');
	});

	test('an empty file that a manifest lists is what its system and its form say', () => {
		assert.equal(kindByTarget('a.xml', 'win2022'), 'windows');
		assert.equal(kindByTarget('a.xml', undefined), 'autoyast');
		assert.equal(kindByTarget('a.cfg', 'esxi8.0'), 'esxi');
		assert.equal(kindByTarget('a.cfg', 'ubuntu'), 'kickstart');
	});

	test('systems by name: with a release, and in any case', () => {
		assert.equal(shortNameOf('WIN2022'), 'win');
		assert.equal(shortNameOf('rhels9.4'), 'rhels');
		assert.equal(shortNameOf('debian12'), undefined);
	});

	test('scripts and sources of every sort are looked for', () =>
		assert.deepEqual([...ourEndings].toSorted(), [
			'.cfg',
			'.cmd',
			'.conf',
			'.json',
			'.ks',
			'.pl',
			'.pm',
			'.ps1',
			'.py',
			'.sh',
			'.xml',
		]));
});
