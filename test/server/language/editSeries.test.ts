import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../server/language/language';
import { languageFor } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';
import { anEdit, brokenConfig, changesOf } from '../../fuzz/anEdit';
import { answers } from '../../fuzz/everyVerb';
import { sampleTexts } from '../../fuzz/sampleTexts';
import { cases, sampled } from '../../support/thorough';

const texts = sampleTexts();
const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
/** A mistake at its end, and many settings that have nothing to do with it. */
const broken = brokenConfig(20);

/** A configuration-settings file and an unattend file that is linked with it. */
interface Pair {
	readonly config: TextDocument;
	readonly unattend: TextDocument;
}

const bare: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

/** What a person sees of both files, with the cursor at an offset modulo their length. */
function seen(kind: Kind, { config, unattend }: Pair, at: number): unknown {
	const link = { ...noLink, config, configPath: 'site.xclarity.json', matches: ['site.xclarity.json'] };
	return [
		answersOf('config', config, { ...bare, dependents: [unattend] }, at),
		answersOf(kind, unattend, { ...bare, link }, at),
	];
}

function answersOf(kind: Kind, document: TextDocument, context: Context, at: number): unknown {
	const language = languageFor(kind);
	const position = document.positionAt(at % (document.getText().length + 1));
	return {
		...answers(language, document, { context, position, alike: 5 }),
		folding: language.folding?.(document, context),
		tokens: language.semanticTokens?.(document, context),
	};
}

const opened = ({ uri, languageId, version }: TextDocument, text: string): TextDocument =>
	TextDocument.create(uri, languageId, version, text);

suite('editSeries', () => {
	// Statements and XML; a quick run leaves it at one dialect of each.
	for (const kind of sampled(['kickstart', 'esxi', 'autoyast', 'windows'] as const, 2)) {
		test(`after any edits of a pair with ${kind}, all answers are those for files that were just opened`, () => {
			const aText = (of: Kind, ...more: string[]) => fc.constantFrom(...more, ...(texts.get(of) ?? []));
			const edits = fc.array(fc.tuple(fc.constantFrom('config', 'config', 'unattend'), anEdit), {
				minLength: 1,
				maxLength: 6,
			});
			fc.assert(
				fc.property(
					aText('config', site, broken, broken, broken),
					aText(kind),
					edits,
					fc.nat(),
					(configText, text, series, at) => {
						const pair: Pair = {
							config: TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, configText),
							unattend: TextDocument.create('file:///site/file', kind, 1, text),
						};
						seen(kind, pair, at);
						for (const [name, edit] of series) {
							const document = pair[name as keyof Pair];
							TextDocument.update(document, changesOf(edit, document), document.version + 1);
							const fresh = {
								config: opened(pair.config, pair.config.getText()),
								unattend: opened(pair.unattend, pair.unattend.getText()),
							};
							assert.deepEqual(seen(kind, pair, at), seen(kind, fresh, at));
						}
					},
				),
				cases({ few: 1, many: 150 }),
			);
		});
	}
});
