import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { packedText } from '../../../build/packedText.mjs';
import { keyOf, textSeparator } from '../../../server/texts/texts';
import { LspSession, serverProcess } from '../../support/lspSession';
import { dist, folder } from '../../support/product';
import { siteConfig, siteKickstart, siteManifest } from '../../support/sampleFiles';

const message = '#{macro}# is not declared by {config}.{hint}';
const title = 'Change to #{replacement}#';

/** The built programs beside texts of our own, so that translations may change. */
async function programsWith(
	context: TestContext,
	texts: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<string> {
	const programs = folder(context, {});
	cpSync(dist, programs, { recursive: true });
	const said = [...new Set(Object.values(texts).flatMap(wordings => Object.keys(wordings)))];
	const put = (name: string, content: string | Buffer): void =>
		writeFileSync(path.join(programs, `texts.${name}`), content);
	put('keys.txt', said.map(keyOf).join(''));
	for (const [language, wordings] of Object.entries(texts))
		put(`${language}.packed`, await packedText(said.map(english => wordings[english] ?? '').join(textSeparator)));
	return programs;
}

/** A pair whose unattend file names a macro that nobody declares. */
const pairIn = (context: TestContext): string =>
	folder(context, {
		'ks.cfg': siteKickstart.replace('server0.locale', 'server0.lokale'),
		'site.xclarity.json': siteConfig,
		'xclarity.json': siteManifest,
	});

/** What an editor with this display language is told of the mistake, and the title of the first fix. */
async function told(context: TestContext, programs: string, locale: string): Promise<readonly string[]> {
	const root = pathToFileURL(pairIn(context)).href;
	const lsp = new LspSession(serverProcess(programs));
	context.after(() => lsp.kill());
	await lsp.initialize([root], {}, { locale });
	const uri = `${root}/ks.cfg`;
	lsp.open(uri, 'kickstart', siteKickstart.replace('server0.locale', 'server0.lokale'));
	const mistake = ({ code }: Diagnostic): boolean => code === 'macro-unknown';
	const { diagnostics } = await lsp.notification<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }>(
		'textDocument/publishDiagnostics',
		published => published.uri === uri && published.diagnostics.some(mistake),
	);
	const [found] = diagnostics.filter(mistake);
	assert.ok(found);
	const [first] = await lsp.request<CodeAction[]>('textDocument/codeAction', {
		textDocument: { uri },
		range: found.range,
		context: { diagnostics: [found] },
	});
	return [String(found.message), first?.title ?? ''];
}

const unknown = 'server-settings.server0.lokale';
const known = 'server-settings.server0.locale';

suite('the display language of the editor, over stdio', () => {
	for (const [language, locale] of [
		['de', 'de-AT'],
		['ja', 'ja'],
	] as const) {
		test(`messages and fixes are in the language of the locale ${locale}`, async context => {
			const programs = await programsWith(context, {
				[language]: {
					[message]: `${language} {config}: #{macro}#{hint}`,
					'Did you mean #{corrected}#?': `${language} #{corrected}#`,
					[title]: `${language} → #{replacement}#`,
				},
			});
			assert.deepEqual(await told(context, programs, locale), [
				`${language} site.xclarity.json: #${unknown}# ${language} #${known}#`,
				`${language} → #${known}#`,
			]);
		});
	}

	test('what has no translation and other languages are English', async context => {
		const english = [
			`#${unknown}# is not declared by site.xclarity.json. Did you mean #${known}#?`,
			`Change to #${known}#`,
		];
		const programs = await programsWith(context, { de: { [title]: 'de → #{replacement}#' } });
		assert.deepEqual(await told(context, programs, 'de'), [english[0], `de → #${known}#`]);
		assert.deepEqual(await told(context, programs, 'fr'), english);
	});

	test('the terminal tool speaks English beside the same texts, whatever the system speaks', async context => {
		const programs = await programsWith(context, { de: { [message]: 'de' } });
		const { stdout } = spawnSync(process.execPath, [path.join(programs, 'cli.js'), 'check', 'ks.cfg'], {
			cwd: pairIn(context),
			env: { ...process.env, LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' },
			encoding: 'utf8',
		});
		assert.match(stdout, new RegExp(`#${unknown}# is not declared by site.xclarity.json`));
	});
});
