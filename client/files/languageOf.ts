import { contributes } from '../../package.json';
import type { RecogniseResult } from '../../server/lsp/protocol';

/** Language ids of ours. XML stays `xml`, so that the person's XML tools keep working on it. */
export const ourLanguages: ReadonlySet<string> = new Set(contributes.languages.map(({ id }) => id));

/** Languages whose files the language server is told about. */
export const servedLanguages: readonly string[] = [...ourLanguages, 'xml'];

/** Languages of others that load the extension; those of `activationEvents` in `package.json`. */
export const lookedInto: ReadonlySet<string> = new Set(['properties', 'xml']);

/** Languages under which VS Code may show a file that is ours before anybody has looked into it. */
const openLanguages: ReadonlySet<string> = new Set(['properties', 'ini', 'plaintext', 'json', 'jsonc', 'kickstart']);

/** Whether a file of this language may turn out to be of another. */
export const mayChange = (languageId: string): boolean => openLanguages.has(languageId);

export type Decision =
	| { readonly action: 'switch' | 'offer'; readonly languageId: string }
	| { readonly action: 'none' };

/**
 * What to do with a file of this language after the server has recognised it. Listed files are switched; of those that
 * only look like ours, kickstart files are switched and JSON, which has many other owners, is offered.
 */
export function decideLanguage(
	languageId: string,
	{ kind, languageId: wanted, reason }: RecogniseResult,
	mayLook: boolean,
): Decision {
	if (wanted === undefined || !ourLanguages.has(wanted) || wanted === languageId || reason === undefined)
		return { action: 'none' };
	if (reason === 'listed') return { action: 'switch', languageId: wanted };
	if (!mayLook) return { action: 'none' };
	return { action: kind === 'config' ? 'offer' : 'switch', languageId: wanted };
}

/**
 * A file name that tells the kind of the file, as the proposed one does. A save dialog selects a proposed name up to its
 * last dot, so that who types over `site.xclarity.json` gets `berlin.json`; here that is `berlin.xclarity.json`.
 */
export function nameOfKind(chosen: string, proposed: string): string {
	const [, kind, ending] = /[^.](\.\w+)(\.\w+)$/.exec(proposed) ?? [];
	if (kind === undefined || ending === undefined || chosen === 'ks.cfg') return chosen;
	const stem = chosen.slice(0, -ending.length);
	return chosen.endsWith(ending) && stem !== '' && !stem.includes('.') ? stem + kind + ending : chosen;
}
