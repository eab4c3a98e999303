import assert from 'node:assert/strict';
import {
	chmodSync,
	chownSync,
	linkSync,
	lstatSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { asOrdinaryUser, isRoot } from '../../support/ordinaryUser';
import { folder, xclarity } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';

const onlyPosix = { skip: process.platform === 'win32' && 'Windows keeps rights in lists, not in modes' };
const onlyRoot = { skip: !isRoot && 'needs root, who may give files away' };
const misspelled = siteKickstart.replace('server0.locale', 'server0.locle');

/** A site with a mistake that --fix cures. */
function site(context: TestContext) {
	const cwd = folder(context, { ...siteFiles, 'ks.cfg': misspelled });
	return { cwd, ks: path.join(cwd, 'ks.cfg') };
}

/** What `check --fix` says and leaves, where root has loaded it before. */
async function fixAsOrdinaryUser(cwd: string, lent: readonly string[]) {
	const fix = (place: string) => xclarity(['check', '--fix', 'ks.cfg'], { cwd: place });
	await fix(path.dirname(cwd));
	return asOrdinaryUser(cwd, lent, () => fix(cwd));
}

const namesIn = (cwd: string): string[] => readdirSync(cwd).sort();

suite('a file that is written as a whole', onlyPosix, () => {
	test('keeps its other names, which get the same text', async context => {
		const { cwd, ks } = site(context);
		linkSync(ks, path.join(cwd, 'ks.hard'));
		const { code } = await xclarity(['check', '--fix', 'ks.cfg'], { cwd });
		assert.equal(code, 0);
		for (const name of ['ks.cfg', 'ks.hard']) assert.equal(readFileSync(path.join(cwd, name), 'utf8'), siteKickstart);
		assert.equal(statSync(ks).nlink, 2);
	});

	test('keeps its owner, its group and its permissions when root writes it', onlyRoot, async context => {
		const { cwd, ks } = site(context);
		chownSync(ks, 1234, 100);
		chmodSync(ks, 0o640);
		assert.equal((await xclarity(['check', '--fix', 'ks.cfg'], { cwd })).code, 0);
		const { uid, gid, mode } = statSync(ks);
		assert.deepEqual([uid, gid, mode & 0o7777, readFileSync(ks, 'utf8')], [1234, 100, 0o640, siteKickstart]);
	});

	test('stays the same file where nobody could give another one its owner', onlyRoot, async context => {
		const { cwd, ks } = site(context);
		chownSync(ks, 1234, 100);
		chmodSync(ks, 0o666);
		const before = statSync(ks);
		assert.equal((await fixAsOrdinaryUser(cwd, ['.'])).code, 0);
		const { uid, gid, ino } = statSync(ks);
		assert.deepEqual([uid, gid, ino, readFileSync(ks, 'utf8')], [1234, 100, before.ino, siteKickstart]);
		assert.deepEqual(namesIn(cwd), Object.keys(siteFiles).sort());
	});

	test('stays the same file where its folder takes no other one', async context => {
		const { cwd, ks } = site(context);
		const before = statSync(ks).ino;
		if (!isRoot) chmodSync(cwd, 0o555);
		const { code, stderr } = await fixAsOrdinaryUser(cwd, ['ks.cfg']);
		if (!isRoot) chmodSync(cwd, 0o755);
		assert.deepEqual([code, stderr, readFileSync(ks, 'utf8')], [0, '', siteKickstart]);
		assert.equal(statSync(ks).ino, before);
	});

	test('is left alone where it is read-only, and the others are fixed', async context => {
		const { cwd, ks } = site(context);
		const other = path.join(cwd, 'other.ks');
		writeFileSync(other, 'lang en_US.UTF-8\ntimezon UTC\n');
		chmodSync(ks, 0o444);
		const lent = ['.', 'ks.cfg', 'other.ks'];
		await xclarity(['check', '--fix', '.'], { cwd: folder(context, siteFiles) });
		const { code, stdout } = await asOrdinaryUser(cwd, lent, () => xclarity(['check', '--fix', '.'], { cwd }));
		assert.match(stdout, /^ks\.cfg was not fixed: it is read-only for you\.$/m);
		assert.match(stdout, /^fixed 1 problem in other\.ks/m);
		assert.equal(code, 1);
		assert.equal(readFileSync(ks, 'utf8'), misspelled);
	});

	test('is refused by pair before anything is written, where it is read-only', async context => {
		const plain = { 'ks.cfg': 'text\nlang en_US.UTF-8\nkeyboard de\n' };
		const cwd = folder(context, plain);
		const pair = (place: string) => xclarity(['pair', 'ks.cfg', '--write'], { cwd: place });
		await pair(folder(context, plain));
		chmodSync(path.join(cwd, 'ks.cfg'), 0o444);
		const { code, stderr } = await asOrdinaryUser(cwd, ['.', 'ks.cfg'], () => pair(cwd));
		assert.equal(stderr, 'xclarity: ks.cfg cannot be written: it is read-only for you.\n');
		assert.deepEqual([code, namesIn(cwd)], [2, ['ks.cfg']]);
	});

	test('is followed by links, and a device takes what it is given', async context => {
		const { cwd } = site(context);
		const [real, link] = [path.join(cwd, 'real.svg'), path.join(cwd, 'map.svg')];
		symlinkSync('real.svg', link);
		for (const mode of [undefined, 0o600]) {
			if (mode !== undefined) chmodSync(real, mode);
			assert.equal((await xclarity(['map', '--svg', 'map.svg'], { cwd })).code, 0);
			assert.match(readFileSync(real, 'utf8'), /^<svg[\s\S]*<\/svg>\s*$/);
			assert.ok(lstatSync(link).isSymbolicLink());
			if (mode !== undefined) assert.equal(statSync(real).mode & 0o777, mode);
		}
		assert.equal((await xclarity(['map', '--svg', '/dev/null'], { cwd })).code, 0);
		assert.ok(lstatSync('/dev/null').isCharacterDevice());
	});

	test('has its own name in what is said of its folder', async context => {
		const { cwd } = site(context);
		const { code, stderr } = await xclarity(['map', '--svg', 'none/map.svg'], { cwd });
		assert.equal(code, 2);
		assert.ok(stderr.endsWith(`open '${path.join(cwd, 'none/map.svg')}'.\n`), stderr);
	});
});
