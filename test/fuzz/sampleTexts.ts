import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kind } from '../../server/language/language';
import { recognise } from '../../server/language/recognise';

/** The kinds whose files are spoilt. */
export const spoiltKinds = [
	'config',
	'kickstart',
	'esxi',
	'autoyast',
	'windows',
	'script',
	'manifest',
	'values',
] as const satisfies readonly Kind[];

/** How the rules' pages name the languages of their examples. */
const languages: Readonly<Record<string, Kind>> = {
	'xclarity-config': 'config',
	'xclarity-manifest': 'manifest',
	kickstart: 'kickstart',
	'esxi-kickstart': 'esxi',
	shellscript: 'script',
};

/** Longer ones would leave time for few others. */
const longest = 6_000;

let known: ReadonlyMap<Kind, readonly string[]> | undefined;

/** Files of ours by kind: the examples, the fixtures, and what the rules' pages show. They are read once. */
export function sampleTexts(): ReadonlyMap<Kind, readonly string[]> {
	known ??= readTexts();
	return known;
}

function readTexts(): ReadonlyMap<Kind, readonly string[]> {
	const texts = new Map<Kind, string[]>(spoiltKinds.map(kind => [kind, []]));
	const keep = (kind: Kind | undefined, text: string): unknown =>
		kind && text.length < longest && texts.get(kind)?.push(text);
	for (const root of ['examples', 'test/fixtures']) {
		for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
			if (!/\.(?:cfg|ks|xml|json)$/.test(name)) continue;
			const text = readFileSync(path.join(root, name), 'utf8');
			keep(recognise({ path: path.basename(name), text }), text);
		}
	}
	for (const page of readdirSync('docs/rules').sort()) {
		const blocks = readFileSync(`docs/rules/${page}`, 'utf8').matchAll(/^```([\w-]+)[^\n]*\n([\s\S]*?)^```$/gm);
		for (const [, language = '', text = ''] of blocks)
			keep(languages[language] ?? recognise({ path: 'file.xml', text }), text);
	}
	keep('script', '#!/bin/sh\necho "#server-settings.server0.locale#" >/etc/locale # #predefined.timezone#\n');
	keep('values', '{\n  "server-settings.server0.locale": "de_DE",\n  "site": { "zone": ["a", 1, true, null] }\n}\n');
	return texts;
}
