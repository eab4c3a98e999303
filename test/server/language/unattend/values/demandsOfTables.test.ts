import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import autoyast from '../../../../../schemas/autoyast-values.schema.json';
import esxi from '../../../../../schemas/esxi-commands.schema.json';
import kickstart from '../../../../../schemas/kickstart.schema.json';
import windows from '../../../../../schemas/windows-components.json';
import { formKinds } from '../../../../../server/language/unattend/autoyast/valueMeanings';
import { forms } from '../../../../../server/language/unattend/esxi/checks/forms';
import { constraintChecks } from '../../../../../server/language/unattend/kickstart/checks/line/constraintChecks';
import { meaningDemands } from '../../../../../server/language/unattend/kickstart/checks/line/meaningChecks';
import { demandsByName, demandsByPath } from '../../../../../server/language/unattend/windows/checks/settingDemands';
import { componentFacts } from '../../../../../server/language/unattend/windows/windowsTable';

suite('what the tables of schemas/ ask for is checked', () => {
	for (const [name, allowed, checked] of [
		['meanings in kickstart', kickstart.$defs.option.properties.meaning.enum, Object.keys(meaningDemands)],
		['constraints in kickstart', kickstart.$defs.constraint.properties.kind.enum, Object.keys(constraintChecks)],
		// How near a word is to a filter is another question.
		['forms in ESXi', esxi.$defs.option.properties.form.enum, [...Object.keys(forms), 'filters']],
		['forms in AutoYaST', autoyast.properties.forms.additionalProperties.properties.kind.enum, Object.keys(formKinds)],
	] as const)
		test(name, () => assert.deepEqual([...checked].sort(), [...allowed].sort()));

	test('what a Windows setting takes is said of settings that there are', () => {
		const paths = Object.keys(windows.components).flatMap(component =>
			[...(componentFacts(component)?.settings.keys() ?? [])].map(
				path => `${component.replace('Microsoft-Windows-', '')}/${path}`,
			),
		);
		const names = new Set(paths.map(path => path.slice(path.lastIndexOf('/') + 1)));
		assert.deepEqual(
			Object.keys(demandsByPath).filter(path => !paths.includes(path)),
			[],
		);
		assert.deepEqual(
			Object.keys(demandsByName).filter(name => !names.has(name)),
			[],
		);
	});
});
