import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openRepository, type StoredFile } from '../../../server/simulator/repository';
import { startSimulator } from '../../../server/simulator/simulator';
import { folderStorage } from '../../../server/simulator/stateFolder';
import { sampled } from '../../support/thorough';
import { at, basic, exchange } from './applianceSession';

const writerFolder = process.env.XCLARITY_STATE_WRITER;

/** As its own process: adds one linked pair after the other and says how many are kept, until it is killed. */
function writePairs(folder: string): void {
	const repository = openRepository(folderStorage(folder));
	const file = (id: string, associatedFileId: string): StoredFile => {
		const text = Buffer.from(`content of ${id}`);
		const names = { kind: 'UNATTEND', name: id, description: '', os: '', osrelease: '', deviceType: '' } as const;
		const history = { version: '1', revision: 1, modified: 0, importedBy: 'USERID' };
		return { ...names, ...history, id, associatedFileId, size: text.length, digest: repository.keep(text) };
	};
	for (let pair = repository.state.files.length / 2; ; pair += 1) {
		repository.state.files = [...repository.state.files, file(`u${pair}`, `c${pair}`), file(`c${pair}`, `u${pair}`)];
		repository.save();
		process.stdout.write(`${pair + 1}\n`);
	}
}

function tests(): void {
	const temporary = mkdtempSync(path.join(tmpdir(), 'xclarity-state-'));
	after(() => rmSync(temporary, { recursive: true, force: true }));

	suite('a state folder', () => {
		test('survives a kill at any moment, with all that was kept', async () => {
			const folder = path.join(temporary, 'killed');
			for (const moment of sampled([12, 1], 2)) {
				const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
					env: { ...process.env, XCLARITY_STATE_WRITER: folder },
					stdio: ['ignore', 'pipe', 'inherit'],
				});
				let kept = 0;
				let seen = 0;
				for await (const line of createInterface({ input: child.stdout })) {
					kept = Number(line);
					seen += 1;
					if (seen === moment) child.kill('SIGKILL');
				}
				const repository = openRepository(folderStorage(folder));
				const { files } = repository.state;
				assert.ok(files.length / 2 >= kept, `${files.length / 2} pairs of ${kept}`);
				assert.equal(files.length % 2, 0);
				for (const file of files) {
					assert.equal(repository.contentOf(file)?.toString(), `content of ${file.id}`);
				}
			}
		});

		test('keeps files, jobs and the certificate over a restart', async () => {
			const state = path.join(temporary, 'kept');
			const first = await startSimulator({ state, jobMilliseconds: 0 });
			const headers = basic(first.user, first.password);
			const body = JSON.stringify({ name: 'rhel.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' });
			await exchange(first, ['POST', '/osImages?imageType=UNATTEND&importByContent=true'], { headers, body });
			await exchange(first, ['POST', '/osImages?imageType=UNATTEND'], { headers, body: '{"Action":"Init"}' });
			await first.stop();

			const second = await startSimulator({ state, switches: { 'list-content': 'yes' } });
			const images = await exchange(second, ['GET', '/osImages'], { headers });
			assert.equal(at(images.at('unattendFiles'), 0, 'content'), 'text\n');
			assert.equal((await exchange(second, ['GET', '/tasks/1'], { headers })).at(0, 'status'), 'Complete');
			const announced = await exchange(second, ['GET', '/tasks/2'], { headers });
			assert.equal(second.fingerprint, first.fingerprint);
			assert.equal(second.caFile, path.join(state, 'ca.pem'));
			await second.stop();
			assert.equal(announced.at(0, 'status'), 'Pending');
			assert.ok(!readdirSync(state).some(name => name.endsWith('.new')));
		});

		test('a folder with a state.json of somebody else is refused', async () => {
			const state = mkdtempSync(path.join(temporary, 'foreign-'));
			writeFileSync(path.join(state, 'state.json'), '{"version": 4}');
			await assert.rejects(startSimulator({ state }), /not a simulator’s/);
		});
	});

	test('a simulator without a folder leaves nothing behind', async () => {
		const simulator = await startSimulator();
		const folder = path.dirname(simulator.caFile);
		assert.deepEqual(readdirSync(folder), ['ca.pem']);
		await simulator.stop();
		assert.throws(() => readdirSync(folder), /ENOENT/);
	});
}

if (writerFolder === undefined) tests();
else writePairs(writerFolder);
