import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { LspSession, serverProcess } from '../../support/lspSession';
import { sampled } from '../../support/thorough';
import {
	known,
	message,
	mistakenKickstart,
	mistakenPair,
	translatedPrograms,
	unknown,
} from '../../support/translatedPrograms';

const title = 'Change to #{replacement}#';

/** What an editor with this display language is told of the mistake, and the title of the first fix. */
async function told(context: TestContext, programs: string, locale: string): Promise<readonly string[]> {
	const root = pathToFileURL(mistakenPair(context)).href;
	const lsp = new LspSession(serverProcess(programs));
	context.after(() => lsp.kill());
	await lsp.initialize([root], {}, { locale });
	const uri = `${root}/ks.cfg`;
	lsp.open(uri, 'kickstart', mistakenKickstart);
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

const english = [
	`#${unknown}# is not declared by site.xclarity.json. Did you mean #${known}#?`,
	`Change to #${known}#`,
] as const;

const wordings = (language: string) => ({
	[message]: `${language} {config}: #{macro}#{hint}`,
	'Did you mean #{corrected}#?': `${language} #{corrected}#`,
});
/** Nobody has translated the title into German. */
const texts = { de: wordings('de'), ja: { ...wordings('ja'), [title]: 'ja → #{replacement}#' } };

const expected = [
	['de-AT', [`de site.xclarity.json: #${unknown}# de #${known}#`, english[1]]],
	['ja', [`ja site.xclarity.json: #${unknown}# ja #${known}#`, `ja → #${known}#`]],
	['fr', english],
] as const;

suite('the display language of the editor, over stdio', () => {
	for (const [locale, words] of sampled(expected, 3)) {
		test(`messages and fixes are in the language of the locale ${locale}, and English without a translation`, async context => {
			assert.deepEqual(await told(context, await translatedPrograms(context, texts), locale), words);
		});
	}
});
