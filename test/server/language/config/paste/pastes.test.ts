import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRefusal, repairOf } from '../../../../../server/language/config/editing/repair';
import { readPasted } from '../../../../../server/language/config/paste/readPasted';
import { unwrap } from '../../../../../server/language/config/paste/unwrap';
import { pasteCases } from '../../../../fixtures/pastes/pasteCases';
import { marked } from '../../../../support/markers';

const repairOfText = (text: string) =>
	repairOf(TextDocument.create('file:///site.xclarity.json', 'xclarity-config', 1, text));

suite('pastes', () => {
	for (const { kind, pasted, meant, told = [] } of pasteCases) {
		test(`puts right: ${kind}`, () => {
			const repair = repairOfText(pasted);
			if (meant === undefined) {
				assert.ok(repair && isRefusal(repair));
				return;
			}
			assert.ok(repair && !isRefusal(repair));
			assert.deepEqual(JSON.parse(repair.text), meant);
			const left = repair.leftOut.map(({ text }) => text).join('\n');
			for (const word of told) assert.match(left, new RegExp(`\\b${word}\\b`));
		});
	}

	test('what stands in strings is no wrapping', () => {
		for (const text of [
			'{ "name": "<b>a</b> &amp; ```", "label": }',
			'{ "name": "> a", "label": "const x = 1", }',
			'{ "name": "你好，世界：「a」", }',
			'{ "description": "use <br> or &quot; here, "name": "a" }',
			'{ "description": "A = B, C = D" "name": "x" }',
		]) {
			assert.equal(unwrap(text), undefined, text);
		}
	});

	test('places in the text that is left are found in what was pasted', () => {
		for (const text of [
			'> {\n> ⟦"name"⟧: 1,\n> "label": 2\n> }',
			'```\n{ ⟦"name"⟧: 1 }\n```',
			'<pre>{<br>⟦&quot;name&quot;⟧: 1 }</pre>',
			'12: {\n13:   ⟦"name"⟧: 1\n14: }',
			'{\\"a\\": 0, ⟦\\"name\\"⟧: 1}',
		]) {
			const { document, range } = marked(text);
			const { root } = readPasted(document.getText());
			const key = root?.children?.find(({ children }) => children?.[0]?.value === 'name')?.children?.[0];
			assert.ok(key, text);
			const found = { start: document.positionAt(key.offset), end: document.positionAt(key.offset + key.length) };
			assert.deepEqual(found, range, text);
		}
	});

	test('settings in the wrong place are not thrown away', () => {
		const text = '{ "name": "a" }, "content": [{ "category": "static", "name": "b" }] }';
		const repair = repairOfText(text);
		assert.match(repair && !isRefusal(repair) ? repair.text : text, /"b"/);
	});
});
