import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { reports, sourceOf } from '../xml/unattendSources';

const folder = 'test/fixtures/autoyast';
const mutants = readdirSync(`${folder}/mutants`);

suite('autoyast mutants', () => {
	test('the file they are made from is without fault', () => {
		assert.deepEqual(reports(autoyastDialect, sourceOf(readFileSync(`${folder}/whole.xml`, 'utf8'))), []);
	});

	test('there are thirty at least', () => assert.ok(mutants.length >= 30));

	for (const file of mutants) {
		test(`${file} is caught at its line, and by nothing else`, () => {
			const text = readFileSync(`${folder}/mutants/${file}`, 'utf8');
			const wanted = [...(text.split('<!--').at(-1) ?? '').matchAll(/([\w-]+) at line (\d+)/g)].map(
				([, code, line]) => `${line} ${code}`,
			);
			const found = reports(autoyastDialect, sourceOf(text)).map(report => report.slice(0, report.indexOf(':')));
			assert.deepEqual(found, wanted);
			assert.notEqual(wanted.length, 0);
		});
	}
});
