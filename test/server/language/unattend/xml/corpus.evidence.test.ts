import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { corpus, type Difference, measure } from '../../../../../bench/xmlAgreement';

const skip = existsSync(corpus) ? false : 'the corpus is not beside this repository';

const shown = ({ file, line, what }: Difference): string => `${file}:${line} ${what}`;

/** Both tests of a dialect look at one measurement. */
function once<T>(measured: () => T): () => T {
	let value: T | undefined;
	return () => {
		value ??= measured();
		return value;
	};
}

suite('real files', { skip }, () => {
	for (const dialect of ['autoyast', 'windows'] as const) {
		const measured = once(() => measure(dialect));

		test(`${dialect}: every difference to the reference verdicts is one that is meant`, () => {
			const { differences, files, wellFormedAgreed } = measured();
			assert.deepEqual(differences.filter(({ reason }) => reason === undefined).map(shown), []);
			assert.ok(files > 0);
			assert.equal(wellFormedAgreed, files);
		});

		test(`${dialect}: macros in the place of values make no new error`, () => {
			assert.deepEqual(measured().newWithMacros.map(shown), []);
		});
	}
});
