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
import { attributeNamed, childNamed, textOf } from '../xml/xmlTree';
import { checkAccounts } from './checkAccounts';
import { checkArchitectures } from './checkArchitectures';
import { checkDisks } from './checkDisks';
import { checkOutline } from './checkOutline';
import { checkSettings } from './checkSettings';
import { checkJoin, checkSetup } from './checkSetup';
import { checkSetupLanguage } from './checkSetupLanguage';
import { windowsFixes } from './windowsFixes';
import { windowsNames } from './windowsNames';
import { knownElement, windowsVocabulary } from './windowsVocabulary';

/** Windows unattend files: Windows Server 2008 R2 and later. */
export const windowsDialect: Dialect = {
	validate: source => [...problemsOf(source)],
	complete: (source, offset) => completeXml(source, offset, windowsVocabulary),
	hover: (source, offset) => hoverXml(source, offset, windowsVocabulary),
	codeActions: (source, _, diagnostics) => fixActions(source, diagnostics, windowsFixes),
	symbols: source => xmlSymbols(source, labelOf),
	folding: xmlFolding,
	...namingVerbs(source => thingsOf(source)),
	semanticTokens: source => xmlTokens(source, knownElement, thingsOf(source)),
	format: formatXml,
};

const problemsOf = oncePerSource(findProblems);
const thingsOf = oncePerSource(windowsNames);

function findProblems(source: UnattendSource): Problem[] {
	const problems: Problem[] = xmlFaults(source);
	const components = checkOutline(source, problems);
	for (const placed of components) {
		checkSettings(source, placed, problems);
		const name = attributeNamed(placed.element, 'name')?.value.toLowerCase();
		if (name === 'microsoft-windows-setup') {
			checkSetup(source, placed.element, problems);
			checkDisks(source, placed.element, problems);
		} else if (name === 'microsoft-windows-international-core-winpe') checkSetupLanguage(placed.element, problems);
		else if (name === 'microsoft-windows-unattendedjoin') checkJoin(source, placed.element, problems);
	}
	checkArchitectures(source, components, problems);
	if (components.length > 0) checkAccounts(source, problems);
	return problems;
}

/** What tells passes, components and entries of a list apart. */
function labelOf(element: XmlElement): string | undefined {
	const attribute = attributeNamed(element, 'pass') ?? attributeNamed(element, 'name');
	if (attribute) return attribute.value;
	const child = childNamed(element, 'Order') ?? childNamed(element, 'Name') ?? childNamed(element, 'DiskID');
	return child && textOf(child).trim();
}
