import { configDocument } from '../config/configDocument';
import { correctAround, correctSpans } from '../config/json/correctSpans';
import type { Language } from '../language';
import { curesFirst } from '../quickFix';
import type { Dialect } from '../unattend/dialect';
import { addressesIn, addressesInText } from './addressLinks';
import { configTokens } from './configTokens';
import { formatConfig } from './formatConfig';
import { harmlessCompletion, type KnownCorrect } from './harmlessCompletion';
import { hoverUses } from './hoverUses';
import { configLenses, manifestLenses, unattendLenses } from './lenses';
import { settingHints } from './settingHints';
import { switchOffRule } from './switchOffRule';
import { valueHints } from './valueHints';

/** A language together with what helps to read documents of any kind. */
export const withReadingAids = (language: Language): Language => ({
	...language,
	codeActions: (document, range, diagnostics, context) =>
		curesFirst([
			...(language.codeActions?.(document, range, diagnostics, context) ?? []),
			...switchOffRule(document, diagnostics, context),
		]),
});

/** The same for JSON. */
export const withJsonAids = (language: Language): Language => ({
	...withReadingAids(language),
	complete: (document, position, context) =>
		harmlessCompletion(document, position, language.complete?.(document, position, context) ?? []),
});

/** The same for manifests, with their lens. */
export const withManifestAids = (language: Language): Language => ({
	...withJsonAids(language),
	codeLenses: document => manifestLenses(document),
});

const correctInConfig: KnownCorrect = {
	correctIn: document => correctSpans(configDocument(document).tree()),
	objectAround(document, position) {
		const { isCorrect, tree } = configDocument(document);
		return isCorrect ? correctAround(tree(), document.offsetAt(position)) : undefined;
	},
};

/** The same for configuration-settings files, with their hints, lenses, links and colours. */
export const withConfigAids = (language: Language): Language => ({
	...withReadingAids(language),
	complete: (document, position, context) =>
		harmlessCompletion(document, position, language.complete?.(document, position, context) ?? [], correctInConfig),
	hover: (document, position, context) =>
		hoverUses(language.hover?.(document, position, context), { document, position }, context),
	links: (document, context) => [...(language.links?.(document, context) ?? []), ...addressesInText(document)],
	inlayHints: settingHints,
	codeLenses: configLenses,
	semanticTokens: configTokens,
	format: formatConfig,
});

/** The same for unattend files and scripts. */
export const withUnattendAids = ({ imageType }: Dialect, language: Language): Language => ({
	...withReadingAids(language),
	links: (document, context) => [...(language.links?.(document, context) ?? []), ...addressesIn(document)],
	inlayHints: (document, range, { link }) => valueHints(document, range, link),
	codeLenses: (document, context) => unattendLenses(document, imageType !== undefined, context),
});
