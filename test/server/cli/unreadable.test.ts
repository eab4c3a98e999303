import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { asOrdinaryUser } from '../../support/ordinaryUser';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

const onlyPosix = { skip: process.platform === 'win32' && 'Windows keeps rights in lists, not in modes' };
const refused = 'the system does not allow it to be read';

/** A folder with a file and a folder that may not be read, and a command in it by somebody who is not root. */
function locked(context: TestContext, files: Parameters<typeof folder>[1] = siteFiles, unreadable = 'secret.cfg') {
	const cwd = folder(context, files);
	const [file, inside] = [path.join(cwd, unreadable), path.join(cwd, 'locked')];
	writeFileSync(file, '#version=RHEL9\n');
	mkdirSync(inside);
	writeFileSync(path.join(inside, 'ks.cfg'), '#version=RHEL9\n');
	chmodSync(file, 0);
	chmodSync(inside, 0);
	const environment = { XCLARITY_SERVERS: path.join(cwd, 'servers.json'), XCLARITY_STATE: path.join(cwd, 'state') };
	return async (...args: string[]) => {
		// Loads the program of the command, which nobody else may be allowed to read.
		await xclarity([args[0] ?? '', '--help']);
		try {
			return await asOrdinaryUser(cwd, [], () => xclarity(args, { cwd, environment }));
		} finally {
			// Who is not root could not remove it.
			chmodSync(inside, 0o700);
		}
	};
}

suite('files and folders that may not be read', onlyPosix, () => {
	test('check names them, and is not clean', async context => {
		const { code, stderr } = await locked(context)('check', '.');
		assert.equal(code, 2);
		assert.match(stderr, new RegExp(`not checked: secret\\.cfg: ${refused}\n`));
		assert.match(stderr, /not checked: locked: the folder may not be looked into\n/);
	});

	test('the map names them, and is not whole', async context => {
		const { code, stdout, stderr } = await locked(context)('map');
		assert.equal(code, 2);
		assert.match(stdout, /→ ks\.cfg/);
		assert.match(stderr, new RegExp(`not on the map: secret\\.cfg: ${refused}\n`));
		assert.match(stderr, /not on the map: locked: the folder may not be looked into\n/);
	});

	test('the map of a manifest names what that could name, and nothing else', async context => {
		const manifest = (...unattend: string[]) => ({
			'ks.cfg': '#version=RHEL9\n',
			'xclarity.json': JSON.stringify({ links: [{ unattend, os: 'rhels', osrelease: '9.4' }] }),
		});
		const others = await locked(context, manifest('ks.cfg'))('map', 'xclarity.json');
		assert.equal(others.stderr, '');
		assert.equal(others.code, 0);
		const file = await locked(context, manifest('ks.cfg', 'secret.cfg'))('map', 'xclarity.json');
		assert.equal(file.stderr, `not on the map: secret.cfg: ${refused}\n`);
		assert.equal(file.code, 2);
		for (const inside of ['locked/ks.cfg', '**/ks.cfg']) {
			const { code, stderr } = await locked(context, manifest('ks.cfg', inside))('map', 'xclarity.json');
			assert.equal(stderr, 'not on the map: locked: the folder may not be looked into\n');
			assert.equal(code, 2);
		}
		const itself = await locked(context, manifest('ks.cfg'), 'xclarity.json')('map', 'xclarity.json');
		assert.match(itself.stderr, new RegExp(`not on the map: xclarity\\.json: ${refused}\n`));
		assert.equal(itself.code, 2);
	});

	for (const command of ['pair', 'preview', 'macros', 'form', 'upload'])
		test(`${command} says why it cannot read what it is given`, async context => {
			const { code, stderr } = await locked(context)(command, 'secret.cfg');
			assert.equal(code, 2);
			assert.match(stderr, new RegExp(`secret\\.cfg cannot be read: ${refused}\\.`));
		});

	test('apply does not take what the patterns of a manifest name elsewhere for all', async context => {
		const { code, stderr } = await locked(context)(
			'apply',
			'--dry-run',
			'--server',
			'https://127.0.0.1:1',
			'--user',
			'a',
		);
		assert.equal(code, 2);
		assert.match(stderr, /locked could not be looked through, so nobody can tell which files the patterns/);
	});
});
