import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { describeSwitches, parseSwitch, resolveSwitches } from '../../../server/simulator/switches';

suite('switches', () => {
	test('are read as SWITCH=VALUE', () => {
		assert.deepEqual(parseSwitch('delete-status=204'), ['delete-status', '204']);
		assert.deepEqual(parseSwitch('session-limit=3'), ['session-limit', 3]);
	});

	const mistakes: readonly (readonly [string, RegExp])[] = [
		['delete-state=204', /no switch ‘delete-state’\. There are: .*delete-status/],
		['toString=1', /no switch ‘toString’/],
		['delete-status', /‘delete-status’ one of these values: 200, 204/],
		['delete-status=200=204', /one of these values/],
		['session-limit=many', /whole number/],
		['', /no switch ‘’/],
	];
	for (const [text, expected] of mistakes) {
		test(`‘${text}’ is refused with a sentence`, () => {
			assert.throws(() => parseSwitch(text), { name: 'RangeError', message: expected });
		});
	}

	test('keep their defaults unless they are set', () => {
		const switches = resolveSwitches({ logout: '204' });
		assert.deepEqual([switches.logout, switches['delete-status'], switches['session-limit']], ['204', '200', 20]);
	});

	// When this fails, a switch was added or changed: write its row into docs/simulator.md as the test expects it.
	test('are all in docs/simulator.md, as they are here', () => {
		const rows = readFileSync('docs/simulator.md', 'utf8')
			.split('\n')
			.filter(line => /^\| `[a-z-]+` \| (\*\*`|`|any number)/.test(line));
		assert.deepEqual(
			rows,
			describeSwitches().map(({ name, values, preset, question, source }) => {
				const shown = values?.map(value => (value === preset ? `**\`${value}\`**` : `\`${value}\``)).join(', ');
				return `| \`${name}\` | ${shown ?? `any number, **\`${preset}\`**`} | ${question} | ${source} |`;
			}),
		);
	});
});
