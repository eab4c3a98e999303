import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartSource } from './kickstartSource';

const told = (line: string): string[] => {
	const text = `#version=RHEL9\n%packages\n${line}\n%end\n`;
	return kickstartDialect
		.validate(kickstartSource(text))
		.filter(({ code }) => code === 'kickstart-options-exclude')
		.map(({ start, end }) => text.slice(start, end));
};

suite('options of a group of packages', () => {
	test('two that exclude each other', () => assert.deepEqual(told('@core --nodefaults --optional'), ['--optional']));
	for (const line of ['@core --nodefaults', '@core --nodefaults --nodefaults', 'vim --nodefaults --optional'])
		test(`nothing is said about ${line}`, () => assert.deepEqual(told(line), []));
});
