/** Packages the extension: `node build/package.mjs [FILE]`, by default `NAME-VERSION.vsix` in the repository's folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './steps.mjs';
import { zipEntries } from './zipEntries.mjs';
import { zipOf } from './zipOf.mjs';

const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const target = path.resolve(process.argv[2] ?? path.join(root, `${name}-${version}.vsix`));
const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-vsix-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const gathered = path.join(folder, 'gathered.vsix');
const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const { status, stdout, stderr } = spawnSync(
	process.execPath,
	[vsce, 'package', '--readme-path', 'client/README.md', '--out', gathered],
	{
		cwd: root,
		encoding: 'utf8',
	},
);
if (status === 0) {
	// vsce has gathered the files; written anew, the same files give the same bytes, wherever and whenever.
	writeFileSync(target, await zipOf(zipEntries(readFileSync(gathered)).map(withoutBlanks), dateOfFiles()));
	console.log(`${target}  ${(statSync(target).size / 1024).toFixed(0)} KB`);
} else {
	console.error(`${stdout}${stderr}`);
	process.exitCode = 1;
}

/** JSON that programs alone read goes without its blanks, which take 1 KB of the archive; examples are for people. */
function withoutBlanks(file) {
	if (!file.name.endsWith('.json') || file.name.startsWith('extension/examples/')) return file;
	return { ...file, content: Buffer.from(JSON.stringify(JSON.parse(file.content.toString('utf8')))) };
}

/** That of `SOURCE_DATE_EPOCH`, in seconds since 1970; a zip archive cannot tell of years before 1980. */
function dateOfFiles() {
	const first = Date.UTC(1980, 0, 1);
	const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? 0);
	if (!Number.isSafeInteger(seconds)) throw new Error('SOURCE_DATE_EPOCH must be seconds since 1970');
	return new Date(Math.max(first, seconds * 1000));
}
