import type { Kind, Language } from '../language';
import { curesFirst } from '../quickFix';
import { addressesIn, addressesInWords } from './addressLinks';
import { configTokens } from './configTokens';
import { formatConfig } from './formatConfig';
import { hoverUses } from './hoverUses';
import { includeLinks } from './includeLinks';
import { configLenses, unattendLenses } from './lenses';
import { settingHints } from './settingHints';
import { switchOffRule } from './switchOffRule';
import { valueHints } from './valueHints';

/** A language together with what helps to read its documents: hints, lenses, links, colours. */
export function withReadingAids(kind: Kind, language: Language): Language {
	const all: Language = {
		...language,
		codeActions: (document, range, diagnostics, context) =>
			curesFirst([
				...(language.codeActions?.(document, range, diagnostics, context) ?? []),
				...switchOffRule(document, diagnostics, context),
			]),
	};
	if (kind === 'manifest') return all;
	return kind === 'config' ? configAids(all) : unattendAids(kind, all);
}

function configAids(language: Language): Language {
	return {
		...language,
		hover: (document, position, context) =>
			hoverUses(language.hover?.(document, position, context), { document, position }, context),
		links: (document, context) => [...(language.links?.(document, context) ?? []), ...addressesInWords(document)],
		inlayHints: settingHints,
		codeLenses: configLenses,
		semanticTokens: configTokens,
		format: formatConfig,
	};
}

function unattendAids(kind: Kind, language: Language): Language {
	return {
		...language,
		links: (document, context) => [
			...(language.links?.(document, context) ?? []),
			...includeLinks(document, kind),
			...addressesIn(document),
		],
		inlayHints: (document, range, { link }) => valueHints(document, range, link),
		codeLenses: (document, context) => unattendLenses(document, kind, context),
	};
}
