import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Dialect } from '../../../../../server/language/unattend/dialect';
import { sampled } from '../../../../support/thorough';
import { reports, sourceOf } from './unattendSources';

/** Tests of a folder with a faultless file, and mutants of it that end with a comment on what is wrong at which line. */
export function mutantTests(dialect: Dialect, folder: string): void {
	const mutants = readdirSync(`${folder}/mutants`).sort();

	test('the file they are made from is without fault', () => {
		assert.deepEqual(reports(dialect, sourceOf(readFileSync(`${folder}/whole.xml`, 'utf8'))), []);
	});

	test('there are thirty at least', () => assert.ok(mutants.length >= 30));

	// Their files are large: a quick run takes every fourth one.
	for (const file of sampled(mutants, 4)) {
		test(`${file} is caught at its line, and by nothing else`, () => {
			const text = readFileSync(`${folder}/mutants/${file}`, 'utf8');
			const wanted = [...(text.split('<!--').at(-1) ?? '').matchAll(/([\w-]+) at line (\d+)/g)].map(
				([, code, line]) => `${line} ${code}`,
			);
			const found = reports(dialect, sourceOf(text)).map(report => report.slice(0, report.indexOf(':')));
			assert.deepEqual(found, wanted);
			assert.notEqual(wanted.length, 0);
		});
	}
}
