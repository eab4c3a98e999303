import type { Problem } from '../../problem';
import type { Dialect } from '../dialect';
import type { UnattendSource } from '../unattendSource';
import { formatXml } from '../xml/formatXml';
import { namingVerbs } from '../xml/namingVerbs';
import { oncePerSource } from '../xml/oncePerSource';
import { completeXml } from '../xml/xmlCompletion';
import { xmlFaults } from '../xml/xmlFaults';
import { fixActions } from '../xml/xmlFixes';
import { hoverXml } from '../xml/xmlHover';
import type { XmlElement } from '../xml/xmlNode';
import { xmlFolding, xmlSymbols } from '../xml/xmlSymbols';
import { xmlTokens } from '../xml/xmlTokens';
import { childNamed, textOf, xmlOf } from '../xml/xmlTree';
import { autoyastFixes } from './autoyastFixes';
import { autoyastHash } from './autoyastHash';
import { autoyastNames } from './autoyastNames';
import { autoyastVocabulary, knownElement } from './autoyastVocabulary';
import { checkProfile, profileNamespace } from './checkProfile';
import { checkRun } from './checkRun';
import { checkStorage } from './checkStorage';
import { checkUsers } from './checkUsers';

/** AutoYaST profiles: SUSE Linux Enterprise Server 12 to 15 and openSUSE. */
export const autoyastDialect: Dialect = {
	validate: source => [...problemsOf(source)],
	complete: (source, offset) => completeXml(source, offset, autoyastVocabulary),
	hover: (source, offset) => hoverXml(source, offset, autoyastVocabulary),
	codeActions: (source, _, diagnostics) => fixActions(source, diagnostics, autoyastFixes),
	symbols: source => xmlSymbols(source, labelOf),
	folding: xmlFolding,
	...namingVerbs(source => thingsOf(source)),
	semanticTokens: source => xmlTokens(source, knownElement, thingsOf(source)),
	format: formatXml,
	hashPassword: autoyastHash,
};

const problemsOf = oncePerSource(findProblems);
const thingsOf = oncePerSource(autoyastNames);

function findProblems(source: UnattendSource): Problem[] {
	const problems = [...xmlFaults(source), ...checkProfile(source)];
	const { root } = xmlOf(source);
	if (root?.localName !== 'profile' || root.namespace !== profileNamespace) return problems;
	checkUsers(source, root, problems);
	checkStorage(source, root, problems);
	checkRun(source, root, problems);
	return problems;
}

/** What tells entries of a list apart. */
const telling = ['device', 'mount', 'lv_name', 'username', 'name', 'filename', 'file_path', 'media_url'] as const;

function labelOf(element: XmlElement): string | undefined {
	for (const name of telling) {
		const child = childNamed(element, name);
		if (child) return textOf(child).trim();
	}
	return undefined;
}
