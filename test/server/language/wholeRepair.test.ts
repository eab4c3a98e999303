import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRefusal } from '../../../server/language/config/editing/repair';
import type { FormattingOptions, Kind } from '../../../server/language/language';
import { type WholeRepair, wholeRepair } from '../../../server/language/wholeRepair';
import { applied } from '../../support/markers';
import { context } from './readingAids/siteFiles';

const pasted = readFileSync('images/pasted.txt', 'utf8');

function repaired(kind: Kind, text: string, options?: FormattingOptions): WholeRepair & { readonly text: string } {
	const document = TextDocument.create('file:///site/a.x', 'x', 1, text);
	const repair = wholeRepair(kind, document, context(), options);
	assert.ok(repair && !isRefusal(repair));
	return { ...repair, text: applied(document, [repair.edit]) };
}

suite('the repair of a whole file', () => {
	test('a paste that has lost its indentation gets it as the editor is set', () => {
		const { text, count, title } = repaired('config', pasted, { tabSize: 2, insertSpaces: true });
		assert.doesNotThrow(() => JSON.parse(text), text);
		assert.match(text, /^ {2}"name": "siteDeploy",$/m);
		assert.match(text, /^ {2}"content": \[\{\n {4}"category": "dynamic",$/m);
		assert.ok(count > 3, `${count}`);
		assert.match(title, /^Repair this file \(leaves out /);
		assert.match(repaired('config', pasted, { tabSize: 4, insertSpaces: false }).text, /^\t"name": "siteDeploy",$/m);
		assert.match(repaired('config', pasted).text, /^ {4}"name": "siteDeploy",$/m, 'nobody says how');
	});

	test('a file that is indented stays so', () => {
		for (const step of ['\t', '  ', '    ']) {
			const text = `{\n${step}"name": "a"\n${step}"content": [\n${step}${step}{ "name": "b" }\n${step}]\n}\n`;
			assert.equal(repaired('config', text).text, text.replace('"a"', '"a",'));
		}
	});

	test('every fix counts as a mistake', () => {
		assert.equal(repaired('config', '{ "name": "a", "label": “b” }').count, 1);
		assert.equal(repaired('config', '{ "name": “a”, "label": "b" "type": “c”, }').count, 4);
	});

	test('an unattend file gets what is safe', () => {
		const { text, count } = repaired('kickstart', 'lang en_US.UTF-8\nzerombrr\n%packages\n%ned\n');
		assert.match(text, /^zerombr$/m);
		assert.ok(count > 0);
	});

	test('there is nothing where nothing is wrong, and a refusal where a person must say what is meant', () => {
		const of = (text: string) => wholeRepair('config', TextDocument.create('file:///a', 'x', 1, text), context());
		assert.equal(of('{ "name": "a" }'), undefined);
		const conflict = of('<<<<<<< a\n{ "name": "a" }\n=======\n{ "name": "b" }\n>>>>>>> b\n');
		assert.ok(conflict && isRefusal(conflict));
	});
});
