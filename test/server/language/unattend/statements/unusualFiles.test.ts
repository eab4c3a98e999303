import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { rules } from '../../../../../server/language/rules';
import { esxiDialect } from '../../../../../server/language/unattend/esxi/esxiDialect';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import { sampled } from '../../../../support/thorough';
import { kickstartSource } from '../kickstart/kickstartSource';

/** Files that look odd and are right: a line `=== name releases` stands before each. */
function filesOf(fixture: string): { readonly name: string; readonly releases: string[]; readonly text: string }[] {
	const [, ...parts] = readFileSync(`test/fixtures/${fixture}/unusual.txt`, 'utf8').split(/^=== /m);
	return parts.map(part => {
		const [head = '', ...lines] = part.split('\n');
		const [name = '', ...releases] = head.split(' ');
		return { name, releases, text: lines.join('\n') };
	});
}

// pykickstart accepts each of the kickstart files for its releases, save the one with a template's marks.
suite('nothing louder than information is said about unusual files', () => {
	for (const [fixture, os, validate] of [
		['kickstart', 'rhels', kickstartDialect.validate],
		['esxi', 'esxi', esxiDialect.validate],
	] as const)
		for (const { name, releases, text } of sampled(filesOf(fixture), 6))
			test(`${fixture} ${name}`, () => {
				for (const options of [{}, ...releases.map(release => ({ os, release }))]) {
					const loud = validate(kickstartSource(text, options)).filter(
						({ code }) => /^(?:error|warning)$/.test(rules[code].severity) && !code.endsWith('-deprecated'),
					);
					assert.deepEqual(
						loud.map(({ code, start }) => `${code} ${text.slice(0, start).split('\n').length}`),
						[],
						JSON.stringify(options),
					);
				}
			});
});
