import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { packedText } from '../../build/packedText.mjs';
import { keyOf, textSeparator } from '../../server/texts/texts';
import { dist, folder } from './product';
import { siteConfig, siteKickstart, siteManifest } from './sampleFiles';

/** The built programs beside texts of our own, so that translations may change: by language, the wording of each text. */
export async function translatedPrograms(
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

/** The macro that the unattend file of `mistakenPair` names and nobody declares, the one that is meant, and the message. */
export const unknown = 'server-settings.server0.lokale';
export const known = 'server-settings.server0.locale';
export const message = '#{macro}# is not declared by {config}.{hint}';

/** The unattend file of `mistakenPair`. */
export const mistakenKickstart = siteKickstart.replace('server0.locale', 'server0.lokale');

/** A folder with a pair whose unattend file, `ks.cfg`, names a macro that nobody declares. */
export const mistakenPair = (context: TestContext): string =>
	folder(context, { 'ks.cfg': mistakenKickstart, 'site.xclarity.json': siteConfig, 'xclarity.json': siteManifest });
