import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartSource } from './kickstartSource';

const fixtures = 'test/fixtures/kickstart';
const values = { 'server.ip': { type: 'string' }, 'server.name': { type: 'string' } };

function reported(file: string, release: string): string[] {
	const source = kickstartSource(readFileSync(file, 'utf8'), { os: 'rhels', release, values });
	return kickstartDialect
		.validate(source)
		.map(({ code, start }) => `${code} on line ${source.document.positionAt(start).line + 1}`);
}

suite('kickstart mutants', () => {
	for (const release of ['9.4', '10'])
		test(`the file that they are made from has nothing wrong for RHEL ${release}`, () => {
			assert.deepEqual(reported(`${fixtures}/rhel9.ks`, release), []);
		});

	for (const name of readdirSync(`${fixtures}/mutants`).sort()) {
		test(name, () => {
			const file = `${fixtures}/mutants/${name}`;
			const [, wanted, release] = /^# expect (.+) for RHEL (\d+)$/m.exec(readFileSync(file, 'utf8')) ?? [];
			assert.ok(wanted !== undefined && release !== undefined, 'the file says what is expected');
			const found = reported(file, release);
			assert.ok(found.includes(wanted), `expected ${wanted}, found ${JSON.stringify(found)}`);
		});
	}
});
