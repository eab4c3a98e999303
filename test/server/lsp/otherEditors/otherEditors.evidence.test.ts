import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { documentBlocks } from '../../../documents/documentBlocks';
import { dist, folder } from '../../../support/product';

/** On one line, as no formatter leaves it. */
const configFile = (name: string): string =>
	JSON.stringify({
		category: 'dynamic',
		name: 'site',
		label: 'Site',
		type: 'assoc_array',
		optional: false,
		content: [
			{ category: 'dynamic', common: true, name, label: 'Time zone', type: 'string', optional: false, value: 'UTC' },
		],
	});

/** A pair, with a macro that is misspelt, and a file that the kickstart file is not linked with. */
const files = {
	'site.xclarity.json': configFile('timezone'),
	'other.xclarity.json': configFile('elsewhere'),
	'xclarity.json':
		'{ "links": [{ "unattend": "ks.cfg", "config": "site.xclarity.json", "os": "rhels", "osrelease": "9.4" }] }\n',
	'ks.cfg': `#version=RHEL9
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#
text
reboot
lang en_US.UTF-8
keyboard --xlayouts=us
timezone #timezon# --utc
network --bootproto=dhcp --hostname=#predefined.hostPlatforms.networkSettings.hostname#
rootpw --lock
user --name=ops --groups=wheel --iscrypted --password=!
sshkey --username=ops "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBvLz2S6rVx4WQkO8bUuJ0mTqk3n3v5rS8lQm3y1aX2Z ops@example.net"
zerombr
clearpart --all --initlabel
autopart --type=lvm
%packages
@^minimal-environment
%end
`,
};

/** A folder with the files, the page's recipe and what is done, and a program `xclarity` for the PATH. */
function prepared(context: TestContext, recipe: string, steps: string): string {
	const block = documentBlocks('docs/editors.md').find(({ marks }) => marks.name === recipe);
	assert.ok(block, `docs/editors.md shows no ${recipe}`);
	const root = folder(context, { ...files, [`editor/${recipe}`]: block.text });
	copyFileSync(path.join('test', 'server', 'lsp', 'otherEditors', steps), path.join(root, 'editor', steps));
	const program = path.join(root, 'editor', 'xclarity');
	writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${path.join(dist, 'cli.js')}" "$@"\n`);
	chmodSync(program, 0o755);
	return root;
}

/** Runs an editor to its end and answers with the lines that tell of steps. */
async function steps(program: string, args: readonly string[], root: string): Promise<string[]> {
	const child = spawn(program, args, {
		cwd: root,
		env: { ...process.env, HOME: path.join(root, 'editor'), PATH: `${path.join(root, 'editor')}:${process.env.PATH}` },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', text => {
			printed += text;
		});
	await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
	const lines = printed.split('\n').filter(line => /^(?:not )?ok /.test(line));
	assert.ok(lines.length > 0, printed);
	return lines;
}

const expected = [
	'a mistake is reported',
	'a quick fix is offered',
	'the quick fix corrects the text',
	'the report goes',
	'a hover explains the macro',
	'the definition is in the other file',
	'completion offers the macro',
	'no snippet comes to an editor without snippets',
	'a rename changes this file',
	'and the other one',
	'the configuration file is formatted',
	'a link that somebody else changes is noticed',
	'the server is ended',
].map(name => `ok ${name}`);

const isThere = (program: string, ...args: string[]): boolean =>
	process.platform !== 'win32' && spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const eglot = '(progn (package-initialize) (require (quote eglot)))';

suite('other editors, with the recipes of docs/editors.md', () => {
	const neovim = isThere('nvim', '--version') ? false : 'Neovim is not installed';
	test('Neovim', { skip: neovim }, async context => {
		const root = prepared(context, 'xclarity.lua', 'neovim.lua');
		const args = [
			'--headless',
			'-n',
			'-u',
			'NONE',
			'-c',
			'luafile editor/xclarity.lua',
			'-c',
			'luafile editor/neovim.lua',
		];
		assert.deepEqual(await steps('nvim', args, root), expected);
	});

	const emacs = isThere('emacs', '--batch', '--eval', eglot) ? false : 'Emacs with eglot is not installed';
	test('Emacs', { skip: emacs }, async context => {
		const root = prepared(context, 'xclarity.el', 'emacs.el');
		const args = ['--batch', '--eval', '(package-initialize)', '-l', 'editor/xclarity.el', '-l', 'editor/emacs.el'];
		assert.deepEqual(await steps('emacs', args, root), expected);
	});
});
