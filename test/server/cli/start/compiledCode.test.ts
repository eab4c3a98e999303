import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { Script } from 'node:vm';
import { codeFolder, compiledFor, keepCompiled } from '../../../../server/cli/start/compiledCode';
import { folder } from '../../../support/product';

const twoScripts = () =>
	new Map([
		['./one.js', new Script('(function(){return 1})')],
		['./two.js', new Script('(function(){return "two"})')],
	]);

/** A folder with compiled code of a build, and the file that it lies in. */
function keptIn(root: string, build = 'a'): { readonly place: string; readonly file: string } {
	const place = path.join(root, 'cache');
	keepCompiled(build, place, twoScripts());
	const [name = ''] = readdirSync(place).filter(each => each.startsWith(`${build}-`));
	return { place, file: path.join(place, name) };
}

const isPosix = process.platform !== 'win32';

suite('compiled code', () => {
	test('lies where the variable says, or where the platform keeps such things', () => {
		assert.equal(codeFolder({}, 'linux', '/h'), path.join('/h', '.cache/xclarity'));
		assert.equal(codeFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/h'), path.join('/c', 'xclarity'));
		assert.equal(codeFolder({}, 'darwin', '/h'), path.join('/h', 'Library/Caches/xclarity'));
		assert.equal(codeFolder({ LOCALAPPDATA: '/l' }, 'win32', '/h'), path.join('/l', 'xclarity', 'cache'));
		assert.equal(codeFolder({ XCLARITY_CACHE: '/x', CI: 'true' }, 'linux', '/h'), path.resolve('/x'));
	});

	test('is not kept in CI, nor with an empty variable', () => {
		assert.equal(codeFolder({ CI: 'true' }, 'linux', '/h'), undefined);
		assert.equal(codeFolder({ XCLARITY_CACHE: '' }, 'linux', '/h'), undefined);
	});

	test('comes back for each file of the build, and Node takes it', context => {
		const { place } = keptIn(folder(context, {}));
		const compiled = compiledFor('a', place);
		assert.deepEqual([...(compiled?.keys() ?? [])], ['./one.js', './two.js']);
		const cachedData = compiled?.get('./two.js');
		assert.ok(cachedData);
		const script = new Script('(function(){return "two"})', { cachedData });
		assert.equal(script.cachedDataRejected, false);
		assert.equal(script.runInThisContext()(), 'two');
	});

	test('that was kept before stays, and is replaced by what has run since', context => {
		const { place } = keptIn(folder(context, {}));
		const before = compiledFor('a', place) ?? new Map<string, Buffer>();
		const longer = new Script('(function(){return "three and more"})');
		keepCompiled('a', place, new Map([['./two.js', longer]]), before);
		const compiled = compiledFor('a', place);
		assert.deepEqual([...(compiled?.keys() ?? [])], ['./one.js', './two.js']);
		assert.deepEqual(compiled?.get('./one.js'), before.get('./one.js'));
		assert.notDeepEqual(compiled?.get('./two.js'), before.get('./two.js'));
	});

	test('of another build is left alone', context => {
		assert.equal(compiledFor('b', keptIn(folder(context, {})).place), undefined);
	});

	test('that a disk has spoilt or cut off is not used, wherever it is spoilt', context => {
		const { place, file } = keptIn(folder(context, {}));
		const whole = readFileSync(file);
		for (const at of [0, 31, 32, 40, whole.length >> 1, whole.length - 1]) {
			const spoilt = Buffer.from(whole);
			spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at);
			writeFileSync(file, spoilt);
			assert.equal(compiledFor('a', place), undefined, `byte ${at}`);
			writeFileSync(file, whole.subarray(0, at));
			assert.equal(compiledFor('a', place), undefined, `${at} bytes`);
		}
		writeFileSync(file, Buffer.alloc(whole.length));
		assert.equal(compiledFor('a', place), undefined, 'zeros');
		writeFileSync(file, whole);
		assert.ok(compiledFor('a', place));
	});

	test('that others can write to is not used', { skip: !isPosix }, context => {
		const { place, file } = keptIn(folder(context, {}));
		chmodSync(file, 0o620);
		assert.equal(compiledFor('a', place), undefined);
		chmodSync(file, 0o600);
		chmodSync(place, 0o777);
		assert.equal(compiledFor('a', place), undefined);
	});

	test('is not put where others can write', { skip: !isPosix }, context => {
		const place = path.join(folder(context, {}), 'cache');
		mkdirSync(place);
		chmodSync(place, 0o777);
		keepCompiled('a', place, twoScripts());
		assert.deepEqual(readdirSync(place), []);
	});

	test('of three builds is kept, no more, and nothing half written', context => {
		const root = folder(context, {});
		for (const build of ['a', 'b', 'c', 'd', 'e']) keptIn(root, build);
		const names = readdirSync(path.join(root, 'cache'));
		assert.equal(names.length, 3);
		assert.ok(names.every(name => name.endsWith('.code')));
		assert.ok(compiledFor('e', path.join(root, 'cache')));
	});

	test('that cannot be kept is no failure', context => {
		const root = folder(context, { file: '' });
		keepCompiled('a', path.join(root, 'file', 'cache'), twoScripts());
		assert.equal(compiledFor('a', path.join(root, 'file', 'cache')), undefined);
		assert.equal(existsSync(path.join(root, 'file', 'cache')), false);
	});
});
