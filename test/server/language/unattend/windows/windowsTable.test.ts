import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import windows from '../../../../../schemas/windows-components.json';
import { validate as validateWindows } from '../../../../../schemas/windows-components.schema.json?compiled';
import { componentFacts, passes } from '../../../../../server/language/unattend/windows/windowsTable';

suite('the table of Windows components', () => {
	test('is what its schema says', () => {
		assert.ok(validateWindows(windows), JSON.stringify(validateWindows.errors?.[0]));
	});

	test('components have passes that exist, and settings no others than their component', () => {
		for (const [name, { passes: own }] of Object.entries(windows.components)) {
			assert.ok(
				own.every(pass => Object.hasOwn(passes, pass)),
				name,
			);
			for (const [path, setting] of componentFacts(name)?.settings ?? []) {
				assert.ok(
					(setting.passes ?? []).every(pass => own.includes(pass)),
					`${name} ${path}`,
				);
			}
		}
	});

	test('a component is found in any spelling of its name', () => {
		assert.equal(componentFacts('microsoft-windows-sqmapi')?.name, componentFacts('Microsoft-Windows-SQMApi')?.name);
		assert.equal(componentFacts('toString'), undefined);
	});
});
