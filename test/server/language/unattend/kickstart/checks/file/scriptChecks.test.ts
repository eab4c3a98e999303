import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { cleanFile, reports } from '../../cleanFile';

suite('kickstart: the interpreter of a script', () => {
	const cases: readonly [firstLine: string, marked: string][] = [
		['#!/usr/bin/python3', '#!/usr/bin/python3'],
		['#!/usr/bin/env python3', '#!/usr/bin/env python3'],
		['\n  #! /usr/bin/python3 -u', '#! /usr/bin/python3 -u'],
	];
	for (const [firstLine, marked] of cases) {
		test(`${JSON.stringify(firstLine)} is marked from its sign to its last word`, () => {
			const text = cleanFile({ post: `%post\n${firstLine}\nprint("done")\n%end` });
			const found = reports(text).problems.map(({ code, start, end }) => [code, text.slice(start, end)]);
			assert.deepEqual(found, [['kickstart-interpreter', marked]]);
		});
	}
});
