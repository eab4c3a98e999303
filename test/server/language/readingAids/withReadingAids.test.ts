import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Kind } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { applied } from '../../../support/markers';
import { cases, hostileLength } from '../../../support/thorough';
import { context, kickstartFile, site, siteText, whole } from './siteFiles';

const piece = fc.oneof(
	fc.constantFrom(
		...[
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"',
			'\\',
			'\n',
			'\r\n',
			'\t',
			'#',
			'.',
			'<',
			'>',
			'%include a.ks\n',
			'😀',
			'\ud800',
		],
		...['"name": "a"', '"content": [', '"template": [', '"regex": "^(a"', '"description": "https://a.b/c."'],
		...['#time.zone#', '#time.servers.ntp0#', '#logPath#', 'http://x/', '<unattend>', '%post\n', '"maxElements": 1e9'],
	),
	fc.string({ maxLength: 5 }),
);
const anyText = fc.oneof(
	fc.array(piece, { maxLength: 30 }).map(parts => parts.join('')),
	fc
		.tuple(fc.nat(siteText.length), fc.nat(40), fc.array(piece, { maxLength: 3 }))
		.map(([at, cut, parts]) => siteText.slice(0, at) + parts.join('') + siteText.slice(at + cut)),
);
const kinds: readonly Kind[] = ['config', 'kickstart', 'esxi', 'autoyast', 'windows', 'script', 'manifest'];

/** All ranges of a value that LSP carries, positions of hints included. */
function rangesIn(value: unknown): Range[] {
	if (typeof value !== 'object' || value === null) return [];
	if ('start' in value && 'end' in value) return [value as Range];
	if ('line' in value) return [{ start: value, end: value } as Range];
	return Object.entries(value).flatMap(([key, inner]) => (key === 'arguments' ? [] : rangesIn(inner)));
}

/** A range lies in a document when both ends survive the way to an offset and back. */
function assertInside(document: TextDocument, value: unknown): void {
	for (const range of rangesIn(value)) {
		assert.deepEqual(document.positionAt(document.offsetAt(range.start)), range.start);
		assert.deepEqual(document.positionAt(document.offsetAt(range.end)), range.end);
	}
}

suite('reading aids', () => {
	const config = site();
	const dependents = [kickstartFile('timezone #time.zone#\n')];
	const known = context({ dependents, link: { ...noLink, config, configPath: 'site.xclarity.json' } });

	for (const kind of kinds) {
		test(`${kind}: nothing throws, and every place lies in the document`, () => {
			const language = languageFor(kind);
			fc.assert(
				fc.property(anyText, fc.nat(200), (text, at) => {
					const document = TextDocument.create('file:///site/x', '', 1, text);
					assertInside(document, language.inlayHints?.(document, whole(document), known));
					assertInside(document, language.codeLenses?.(document, known));
					assertInside(document, language.links?.(document, known));
					assertInside(document, language.hover?.(document, document.positionAt(at), known));
					const diagnostics = language.validate(document, known);
					language.codeActions?.(document, whole(document), diagnostics, known);
					let end = 0;
					for (const { offset, length } of language.semanticTokens?.(document, known) ?? []) {
						assert.ok(offset >= end && length > 0, `a token at ${offset} begins before ${end}`);
						end = offset + length;
					}
					assert.ok(end <= text.length);
				}),
				cases({ few: 2, many: 120 }),
			);
		});
	}

	test('formatting changes nothing but blanks and line breaks, and does it once', () => {
		fc.assert(
			fc.property(anyText, text => {
				const format = (source: string): string => {
					const document = site(source);
					const options = { tabSize: 2, insertSpaces: true };
					return applied(document, languageFor('config').format?.(document, options, known) ?? []);
				};
				const once = format(text);
				assert.equal(once.replace(/\s+/g, ''), text.replace(/\s+/g, ''));
			}),
			cases({ few: 6, many: 600 }),
		);
	});

	test('a file nested very deep is read', () => {
		const text = '{ "name": "a", "content": ['.repeat(hostileLength(30, 2000));
		const document = site(text);
		const language = languageFor('config');
		assert.ok((language.codeLenses?.(document, known).length ?? 0) > 0);
		assert.ok(Array.isArray(language.inlayHints?.(document, whole(document), known)));
		assert.ok((language.semanticTokens?.(document, known).length ?? 0) > 0);
	});
});
