import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';
import { fixed } from '../../xml/xmlVerbs';
import { answerFile } from '../answerFile';

const right = answerFile(`<servicing>
<package action="configure" permanence="removable">
<assemblyIdentity name="Microsoft-Windows-Foundation-Package" version="10.0.20348.1" processorArchitecture="AMD64" publicKeyToken="31bf3856ad364e35" language=""/>
<source location="D:\\a.cab"/>
<selection name="TelnetClient" state="true"/>
</package>
</servicing>`);
const found = (text: string): string[] => codes(dialect, sourceOf(text));
const broken = (part: string | RegExp, by: string): string => {
	const changed = right.replace(part, by);
	assert.notEqual(changed, right);
	return changed;
};

suite('Windows: packages under servicing', () => {
	test('what the outer schema takes is quiet', () => {
		assert.deepEqual(found(right), []);
		assert.deepEqual(found(answerFile('<servicing/>')), []);
		assert.deepEqual(found(broken('state="true"', 'state="0"')), []);
		assert.deepEqual(found(broken('version="10.0.20348.1"', 'version="<%= version %>"')), ['xml-template-mark']);
	});

	const cases: readonly [what: string, part: string | RegExp, by: string, report: string][] = [
		['a state that is no boolean', 'state="true"', 'state="on"', 'windows-servicing-value'],
		['an action that is none', 'action="configure"', 'action="enable"', 'windows-servicing-value'],
		['a version of three numbers', '10.0.20348.1', '10.0.20348', 'windows-servicing-value'],
		['a package without its action', ' action="configure"', '', 'windows-servicing-missing'],
		['a package without its identity', /<assembly.*\n/, '', 'windows-servicing-missing'],
		['a misspelt attribute', 'location=', 'locaton=', 'windows-attribute-unknown'],
		['a misspelt element', '<selection', '<selecton', 'windows-element-unknown'],
	];
	for (const [what, part, by, report] of cases) test(what, () => assert.deepEqual(found(broken(part, by)), [report]));

	test('where a character hides what was meant, no more is said', () => {
		const spoilt = broken('<assemblyIdentity name', '& name').replace('<selection', '<selecton');
		assert.deepEqual(found(spoilt), ['xml-markup-character']);
	});

	test('a misspelt action is put right', () => {
		assert.equal(fixed(dialect, 'windows-servicing-value', broken('"configure"', '"confgure"')), right);
	});
});
