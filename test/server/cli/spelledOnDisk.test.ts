import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { type Disk, spelledOnDisk } from '../../../server/cli/spelledOnDisk';

/** A disk with these folders and the names in them. */
const diskWith = (
	flavour: path.PlatformPath,
	names: Readonly<Record<string, readonly string[]>>,
	ignoresCase = true,
): Disk => ({ path: flavour, ignoresCase, namesIn: async folder => names[folder] ?? [] });

const windows = diskWith(path.win32, {
	'C:\\': ['work', 'Windows'],
	'C:\\work': ['sites', 'xclarity.json', 'Ä.ks'],
	'C:\\work\\sites': ['KS.cfg', 'Web'],
	'\\\\server\\share\\': ['Files'],
});

const mac = diskWith(path.posix, {
	'/': ['Users'],
	'/Users': ['ann'],
	'/Users/ann': ['Caf\u0065\u0301', 'ks.cfg', 'KS.CFG'],
	'/Users/ann/Caf\u0065\u0301': ['web.ks'],
});

suite('spelledOnDisk', () => {
	for (const [given, spelled] of [
		['SITES\\ks.CFG', 'C:\\work\\sites\\KS.cfg'],
		['sites/ks.cfg', 'C:\\work\\sites\\KS.cfg'],
		['.\\Sites\\', 'C:\\work\\sites'],
		['.', 'C:\\work'],
		['..\\WORK\\ä.KS', 'C:\\work\\Ä.ks'],
		['c:\\Work\\SITES\\web', 'C:\\work\\sites\\Web'],
		['SITES\\none.cfg', 'C:\\work\\sites\\none.cfg'],
		['\\\\server\\share\\files\\a.ks', '\\\\server\\share\\Files\\a.ks'],
		['D:\\other.ks', 'D:\\other.ks'],
	] as const) {
		test(`on Windows ${given} is ${spelled}`, async () => {
			assert.equal(await spelledOnDisk('C:\\work', given, windows), spelled);
		});
	}

	for (const [given, spelled] of [
		['CAF\u00c9/WEB.ks', '/Users/ann/Caf\u0065\u0301/web.ks'],
		['KS.CFG', '/Users/ann/KS.CFG'],
		['Ks.cfg', '/Users/ann/Ks.cfg'],
		['../ANN/ks.cfg', '/Users/ann/ks.cfg'],
	] as const) {
		test(`on macOS ${given} is ${spelled}`, async () => {
			assert.equal(await spelledOnDisk('/Users/ann', given, mac), spelled);
		});
	}

	test('where the case of letters counts, a path stays', async () => {
		assert.equal(await spelledOnDisk('/Users', 'ANN/x', { ...mac, ignoresCase: false }), '/Users/ANN/x');
	});
});
