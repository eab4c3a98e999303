import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Option } from '../../../../../server/language/unattend/statements/command';
import { optionMeant } from '../../../../../server/language/unattend/statements/optionMeant';

const options: readonly Pick<Option, 'name' | 'type'>[] = [
	{ name: '--size', type: 'integer' },
	{ name: '--grow', type: 'flag' },
];

suite('optionMeant', () => {
	for (const [name, meant] of [
		['--size:5', '--size=5'],
		['--sise:5', '--size=5'],
		['--frobnicate:5', undefined],
		['--size600', '--size=600'],
		['--size--grow', '--size --grow'],
		['--grow5', '--grow'],
		['--frobnicate', undefined],
	] as const)
		test(`${name} is ${meant}`, () => assert.equal(optionMeant(name, options as readonly Option[]), meant));
});
