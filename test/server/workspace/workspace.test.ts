import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { emptyList, type FileSystem } from '../../../server/workspace/fileSystem';
import { filesToUpload } from '../../../server/workspace/filesToUpload';
import { canonicalUri } from '../../../server/workspace/fileUri';
import { linkEdit } from '../../../server/workspace/linkEdit';
import { valuesFilesOf } from '../../../server/workspace/valuesFiles';
import { Workspace } from '../../../server/workspace/workspace';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';
import { hostileLength } from '../../support/thorough';

/** Files in memory below file:///site/, and a count of what was read. */
function world(files: Readonly<Record<string, string>>, open: readonly TextDocument[] = []) {
	const disk = new Map(Object.entries(files).map(([path, text]) => [`file:///site/${path}`, text]));
	const read: string[] = [];
	const fileSystem: FileSystem = {
		read: async uri => {
			read.push(uri);
			return disk.get(uri);
		},
		list: async folder => ({ ...emptyList, uris: [...disk.keys()].filter(uri => uri.startsWith(folder)) }),
	};
	const workspace = new Workspace({ files: fileSystem, openDocuments: () => open, roots: () => ['file:///site/'] });
	const document = async (path: string): Promise<TextDocument> => {
		const found = await workspace.document(`file:///site/${path}`);
		assert.ok(found);
		return found;
	};
	const linkOf = async (path: string) => {
		const found = await document(path);
		const kind = await workspace.kindOf(found);
		assert.ok(kind);
		return (await workspace.contextOf(found, kind, { severities: {} })).link;
	};
	return { workspace, document, linkOf, disk, read };
}

suite('workspace', () => {
	test('an unattend file finds its configuration file through the manifest, with its target', async () => {
		const { linkOf } = world(siteFiles);
		const { config, configPath, os, osrelease, matches } = await linkOf('ks.cfg');
		assert.equal(config?.uri, 'file:///site/site.xclarity.json');
		assert.deepEqual(
			[configPath, os, osrelease, matches],
			['site.xclarity.json', 'rhels', '9.4', ['site.xclarity.json']],
		);
	});

	test('the values files of a configuration file come in the order of their paths', async () => {
		const values = '{"config": "site.xclarity.json"}';
		const { workspace } = world({
			...siteFiles,
			'b.values.json': values,
			'a.values.json': values,
			'c.values.json': '{}',
		});
		const found = await valuesFilesOf(workspace, 'file:///site/site.xclarity.json');
		assert.deepEqual(
			found.map(({ uri }) => uri),
			['file:///site/a.values.json', 'file:///site/b.values.json'],
		);
	});

	test('the manifest of an ancestor reaches down', async () => {
		const { linkOf } = world({
			'xclarity.json': '{"links":[{"unattend":"rhel9/**/*.cfg","config":"common/site.xclarity.json"}]}',
			'common/site.xclarity.json': siteConfig,
			'rhel9/web/ks.cfg': siteKickstart,
		});
		assert.equal((await linkOf('rhel9/web/ks.cfg')).config?.uri, 'file:///site/common/site.xclarity.json');
	});

	test('two entries for one file are both told, the first is used', async () => {
		const { linkOf } = world({
			...siteFiles,
			'other.xclarity.json': siteConfig,
			'xclarity.json':
				'{"links":[{"unattend":"ks.cfg","config":"site.xclarity.json"},{"unattend":"*.cfg","config":"other.xclarity.json"}]}',
		});
		const { config, matches } = await linkOf('ks.cfg');
		assert.deepEqual(
			[config?.uri, matches],
			['file:///site/site.xclarity.json', ['site.xclarity.json', 'other.xclarity.json']],
		);
	});

	test('a link to a file that is not there says which', async () => {
		const { linkOf } = world({ 'ks.cfg': siteKickstart, 'xclarity.json': siteFiles['xclarity.json'] });
		const { config, configPath } = await linkOf('ks.cfg');
		assert.deepEqual([config, configPath], [undefined, 'site.xclarity.json']);
	});

	test('without a manifest the best match by macros is proposed', async () => {
		const { linkOf } = world({
			'ks.cfg': siteKickstart,
			'site.xclarity.json': siteConfig,
			'unrelated.xclarity.json': siteConfig.replaceAll(/server-settings|common-ntpservers|logpath/g, 'else'),
			'package.json': '{"name":"x"}',
		});
		const { candidates } = await linkOf('ks.cfg');
		assert.deepEqual(
			candidates.map(({ path, declared, used }) => [path, declared, used]),
			[['site.xclarity.json', 3, 3]],
		);
	});

	test('a person may link a new unattend file, which uses no macro yet, with each configuration file', async () => {
		const text = 'lang en_US.UTF-8\n';
		const { workspace } = world({ 'a.xclarity.json': siteConfig, 'ks.cfg': text, 'package.json': '{"name":"x"}' });
		const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
		const found = await workspace.candidatesOf(document, 'all');
		assert.deepEqual(
			found.map(({ path, declared, used }) => [path, declared, used]),
			[['a.xclarity.json', 0, 0]],
		);
		assert.deepEqual(await workspace.candidatesOf(document, 'declaring'), []);
	});

	test('thousands of configuration files are read once, and searched again only for other macros', async () => {
		const many = Object.fromEntries(
			Array.from({ length: hostileLength(300, 2300) }, (_, index) => [`${index}.xclarity.json`, siteConfig]),
		);
		const { workspace, read } = world({ ...many, 'ks.cfg': siteKickstart });
		const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, siteKickstart);
		const found = await workspace.candidatesOf(document, 'declaring');
		assert.ok(found.length > 0);
		const reads = read.length;
		TextDocument.update(document, [{ text: `${siteKickstart}# more\n` }], 2);
		assert.equal(await workspace.candidatesOf(document, 'declaring'), found);
		assert.equal(read.length, reads);
		const sibling = TextDocument.create('file:///site/other.cfg', 'kickstart', 1, siteKickstart);
		assert.equal(await workspace.candidatesOf(sibling, 'declaring'), found);
		// A comment in front of a macro is another text for a reader of macros.
		const glued = TextDocument.create(
			'file:///site/glued.cfg',
			'kickstart',
			1,
			siteKickstart.replace('lang #', 'lang x#'),
		);
		assert.notEqual(await workspace.candidatesOf(glued, 'declaring'), found);
	});

	test('for a text without custom macros no configuration file is read', async () => {
		const { workspace, read } = world({ 'a.xclarity.json': siteConfig });
		const text = '#version=RHEL9\n#predefined.unattendSettings.preinstallConfig#\nlang en_US # a comment\n';
		const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
		assert.deepEqual(await workspace.candidatesOf(document, 'declaring'), []);
		assert.deepEqual(read, []);
	});

	test('candidates follow the macros of the text, and the settings of an open file', async () => {
		const open: TextDocument[] = [];
		const { workspace } = world({ 'a.xclarity.json': siteConfig, 'ks.cfg': '' }, open);
		const declared = async (text: string): Promise<readonly number[]> => {
			const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
			return (await workspace.candidatesOf(document, 'declaring')).map(each => each.declared);
		};
		assert.deepEqual(await declared('# nothing\n'), []);
		assert.deepEqual(await declared('lang #server-settings.server0.locale#\n'), [1]);
		assert.deepEqual(await declared('lang #server-settings.server0.locale#\nfile #logpath#\n'), [2]);
		const renamed = siteConfig.replace('"server-settings"', '"other"');
		open.push(TextDocument.create('file:///site/a.xclarity.json', 'json', 1, renamed));
		assert.deepEqual(await declared('lang #server-settings.server0.locale#\nfile #logpath#\n'), [1]);
	});

	test('ours are told by name or content, and contents are looked at in five hundred files', async () => {
		const others = (count: number) =>
			Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.cfg`, 'x=y']));
		const ours = async (count: number): Promise<readonly string[]> => {
			const { workspace } = world({
				...others(count),
				'readme.txt': siteKickstart,
				'z.cfg': siteKickstart,
				'a.ks': '',
			});
			return (await workspace.ourFiles()).map(({ uri, imageType }) => `${imageType} ${uri.slice(13)}`);
		};
		assert.deepEqual(await ours(499), ['UNATTEND z.cfg', 'UNATTEND a.ks']);
		assert.deepEqual(await ours(500), ['UNATTEND a.ks']);
	});

	test('candidates follow what changes on the disk, once somebody says so', async () => {
		const { workspace, disk } = world({ 'a.xclarity.json': siteConfig });
		const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, siteKickstart);
		const declared = async () => (await workspace.candidatesOf(document, 'declaring')).map(each => each.declared);
		assert.deepEqual(await declared(), [3]);
		disk.set('file:///site/a.xclarity.json', siteConfig.replace('"server-settings"', '"other"'));
		assert.deepEqual(await declared(), [3]);
		workspace.forget(['file:///site/a.xclarity.json']);
		assert.deepEqual(await declared(), [2]);
		disk.set('file:///site/a.xclarity.json', siteConfig);
		workspace.forget();
		assert.deepEqual(await declared(), [3]);
	});

	test('open text wins over the disk', async () => {
		const open = TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 7, siteConfig);
		const { linkOf } = world({ ...siteFiles, 'site.xclarity.json': '{}' }, [open]);
		assert.equal((await linkOf('ks.cfg')).config?.version, 7);
	});

	test('what was read is kept until it is forgotten', async () => {
		const { workspace, linkOf, disk, read } = world(siteFiles);
		await linkOf('ks.cfg');
		const before = read.length;
		await linkOf('ks.cfg');
		assert.equal(read.length, before);
		disk.set('file:///site/site.xclarity.json', '{ "changed": true }');
		workspace.forget(['file:///site/site.xclarity.json']);
		assert.match((await linkOf('ks.cfg')).config?.getText() ?? '', /changed/);
	});

	test('files that a manifest lists are what it says, whatever their name', async () => {
		const { workspace, document } = world({
			'xclarity.json': '{"links":[{"unattend":"answers","config":"settings.json","os":"esxi","scripts":["post.sh"]}]}',
			answers: '',
			'settings.json': '{}',
			'post.sh': '#!/bin/sh\n',
			'other.sh': '#!/bin/sh\n',
		});
		const kinds = await Promise.all(
			['answers', 'settings.json', 'post.sh', 'other.sh'].map(async path => workspace.kindOf(await document(path))),
		);
		assert.deepEqual(kinds, ['esxi', 'config', 'script', undefined]);
	});

	test('a configuration file knows the files linked with it', async () => {
		const { workspace } = world({ ...siteFiles, 'second.cfg': siteKickstart, 'third.ks': siteKickstart });
		const dependents = await workspace.dependentsOf('file:///site/site.xclarity.json');
		assert.deepEqual(
			dependents.map(({ uri }) => uri),
			['file:///site/ks.cfg', 'file:///site/second.cfg'],
		);
	});

	test('a link is written into the nearest manifest above both, or into a new one', async () => {
		const { workspace } = world({ 'a/ks.cfg': siteKickstart, 'b/site.xclarity.json': siteConfig });
		const link = { unattend: 'file:///site/a/ks.cfg', config: 'file:///site/b/site.xclarity.json' };
		const { manifest, text } = await linkEdit(workspace, { ...link, os: 'rhels', osrelease: '9.4' });
		assert.equal(manifest, 'file:///site/xclarity.json');
		assert.deepEqual(JSON.parse(text), {
			links: [{ unattend: 'a/ks.cfg', config: 'b/site.xclarity.json', os: 'rhels', osrelease: '9.4' }],
		});
	});

	test('an upload names the configuration-settings file of a link that is not there, or is none', async () => {
		const missing = async (files: Readonly<Record<string, string>>): Promise<string | undefined> =>
			(await filesToUpload(world(files).workspace, 'file:///site/ks.cfg', { severities: {} })).missing;
		const { 'site.xclarity.json': config, ...alone } = siteFiles;
		assert.equal(await missing(siteFiles), undefined);
		assert.equal(await missing(alone), 'site.xclarity.json');
		assert.equal(await missing({ ...alone, 'site.xclarity.json': '#version=RHEL9\nlang en_US\n' }), undefined);
		assert.equal(await missing({ 'ks.cfg': siteKickstart, 'site.xclarity.json': config }), undefined);
	});

	test('an upload names a manifest that is no JSON, as nobody can tell what it links', async () => {
		const unreadable = async (manifest: string, file = 'ks.cfg'): Promise<string | undefined> => {
			const { workspace } = world({ ...siteFiles, 'xclarity.json': manifest });
			return (await filesToUpload(workspace, `file:///site/${file}`, { severities: {} })).unreadable;
		};
		const links = '{"links": [{"unattend": "ks.cfg", "config": "site.xclarity.json"';
		assert.equal(await unreadable(links), 'file:///site/xclarity.json');
		assert.equal(await unreadable(links, 'site.xclarity.json'), 'file:///site/xclarity.json');
		assert.equal(await unreadable(`// The lab\n${links},}],}`), undefined);
		assert.equal(await unreadable(''), undefined);
	});

	test('an upload plan holds both files, their target and what the check says', async () => {
		const { workspace } = world({ ...siteFiles, 'ks.cfg': siteKickstart.replace('server0.locale', 'server0.locle') });
		const { file, config } = await filesToUpload(workspace, 'file:///site/ks.cfg', { severities: {} });
		assert.deepEqual([file?.imageType, file?.os, file?.osrelease, file?.errors], ['UNATTEND', 'rhels', '9.4', 1]);
		assert.deepEqual([config?.imageType, config?.errors], ['CONFIG', 0]);
		const { unattends } = await filesToUpload(workspace, 'file:///site/site.xclarity.json', { severities: {} });
		assert.deepEqual(
			unattends.map(({ uri }) => uri),
			[canonicalUri('file:///site/ks.cfg')],
		);
	});

	test('severities: what xclarity.json says wins over the settings of the editor', async () => {
		const { workspace, document } = world({
			...siteFiles,
			'xclarity.json': siteFiles['xclarity.json'].replace('{', '{ "rules": { "macro-unknown": "error" },'),
		});
		const severities = { 'macro-unknown': 'off', 'config-common-flip': 'off' } as const;
		for (const kind of ['config', 'kickstart'] as const) {
			const file = await document(kind === 'config' ? 'site.xclarity.json' : 'ks.cfg');
			const context = await workspace.contextOf(file, kind, { severities });
			assert.deepEqual(context.severities, { 'macro-unknown': 'error', 'config-common-flip': 'off' });
		}
	});
});
