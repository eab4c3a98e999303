import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { measure, type Row } from '../../../../../bench/unattendCorpusKickstart';

const corpus = '../shared/corpus';

suite('kickstart against the reference parser', { skip: !existsSync(`${corpus}/kickstart`) && 'no corpus' }, () => {
	const rows: readonly Row[] = existsSync(`${corpus}/kickstart`) ? measure(corpus) : [];
	for (const { name, judgements, misses } of rows) {
		test(name, () => {
			assert.ok(judgements > 0, 'nothing was measured');
			const tolerated = name.startsWith('small inputs, error') ? 0.01 : 0;
			assert.ok(misses.length <= judgements * tolerated, misses.join('\n'));
		});
	}
});
