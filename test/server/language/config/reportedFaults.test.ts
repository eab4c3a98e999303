import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { faultDiagnostics, type ReportedFault } from '../../../../server/language/config/reportedFaults';
import { marked } from '../../../support/markers';

const file = (
	name: string,
	value: string,
): string => `{ "category": "dynamic", "name": "site", "type": "assoc_array", "optional": false, "content": [
	{ "category": "static", "common": true, "name": ${name}, "optional": false, "type": "string",
	  "value": ${value} }
] }`;

function placed(text: string, fault: Omit<ReportedFault, 'text'>, countedIn?: string) {
	const { document, range } = marked(text);
	const report = { faults: [{ text: 'no', ...fault }], countedIn: countedIn ?? document.getText() };
	const [diagnostic] = faultDiagnostics(document, report, {});
	return { found: diagnostic?.range, range, message: diagnostic?.message };
}

suite('faults reported by the appliance', () => {
	for (const [form, path] of [
		['a JSON pointer', '/content/0/value'],
		['a dotted path', 'content.0.value'],
		['a path with brackets', '$.content[0].value'],
	] as const) {
		test(`${form} leads to the value`, () => {
			const { found, range, message } = placed(file('"motd"', '⟦"hi"⟧'), { path });
			assert.deepEqual(found, range);
			assert.equal(message, 'The appliance says: no');
		});
	}

	test('names of settings lead to the name', () => {
		const { found, range } = placed(file('⟦"motd"⟧', '"hi"'), { path: 'site.motd' });
		assert.deepEqual(found, range);
	});

	test('a line of the text that was sent leads to the same value here', () => {
		const sent = JSON.stringify(JSON.parse(file('"motd"', '"hi"')), undefined, 2);
		const line = sent.split('\n').findIndex(text => text.includes('"value"')) + 1;
		const { found, range } = placed(file('"motd"', '⟦"hi"⟧'), { line }, sent);
		assert.equal(found?.start.line, range.start.line);
	});

	test('without a place it stands in the first line', () => {
		assert.equal(placed(file('"motd"', '⟦"hi"⟧'), { path: 'elsewhere' }).found?.start.line, 0);
	});
});
