import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { esxiDialect } from '../../../../../server/language/unattend/esxi/esxiDialect';
import { kickstartSource } from '../kickstart/kickstartSource';

const fixtures = 'test/fixtures/esxi';
const values = { 'server.ip': { type: 'string' }, 'server.name': { type: 'string' } };

function reported(file: string): string[] {
	const source = kickstartSource(readFileSync(file, 'utf8'), { os: 'esxi', release: '8.0', values });
	return esxiDialect
		.validate(source)
		.map(({ code, start }) => `${code} on line ${source.document.positionAt(start).line + 1}`);
}

/** True of every host: said once a file, and no mistake. */
const always = 'esxi-first-boot-secure-boot on line 20';

suite('ESXi mutants', () => {
	test('the file that they are made from has nothing wrong', () => {
		assert.deepEqual(reported(`${fixtures}/esxi8.cfg`), [always]);
	});

	for (const name of readdirSync(`${fixtures}/mutants`).sort()) {
		test(name, () => {
			const file = `${fixtures}/mutants/${name}`;
			const [, wanted] = /^# expect (.+)$/m.exec(readFileSync(file, 'utf8')) ?? [];
			assert.ok(wanted !== undefined, 'the file says what is expected');
			const found = reported(file).filter(one => !one.startsWith('esxi-first-boot-secure-boot'));
			assert.deepEqual([...new Set(found)], [wanted], 'one mistake is one report');
		});
	}
});
