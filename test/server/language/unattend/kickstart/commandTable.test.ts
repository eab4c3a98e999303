import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { validate } from '../../../../../schemas/kickstart.schema.json?compiled';
import commands from '../../../../../schemas/kickstart-commands.json';
import sections from '../../../../../schemas/kickstart-sections.json';
import {
	commandEntries,
	commandOf,
	sectionEntries,
} from '../../../../../server/language/unattend/kickstart/commandTable';

suite('kickstart table', () => {
	for (const [name, data] of Object.entries({ commands, sections }))
		test(`${name} have the form that their schema asks for`, () => {
			assert.ok(validate(data), JSON.stringify(validate.errors));
		});

	test('every name that the table mentions is in it', () => {
		const lost: string[] = [];
		for (const [name, entry] of [...commandEntries, ...sectionEntries]) {
			if (entry.sameAs && !commandEntries.has(entry.sameAs)) lost.push(`${name}: ${entry.sameAs}`);
			for (const other of entry.conflicts ?? []) if (!commandEntries.has(other)) lost.push(`${name}: ${other}`);
			const options = commandOf(name, 9)?.everyOption ?? new Map();
			for (const { options: named = [], option, then = [], if: condition } of entry.constraints ?? [])
				for (const one of [...named, ...then, ...(option ? [option] : []), ...(condition ? [condition] : [])])
					if (one !== '@' && !options.has(one)) lost.push(`${name}: ${one}`);
			for (const one of (entry.lastOptionWins ?? []).flat()) if (!options.has(one)) lost.push(`${name}: ${one}`);
		}
		assert.deepEqual(lost, []);
	});

	test('a command shares the options of its twin', () => {
		assert.ok(commandOf('partition', 9)?.options.has('--size'));
		assert.equal(commandOf('partition', 9)?.options.get('--usepart')?.canonical, '--onpart');
	});
});
