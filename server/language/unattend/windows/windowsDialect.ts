import { oncePerVersion } from '../../oncePerVersion';
import type { Problem } from '../../problem';
import type { Dialect } from '../dialect';
import { systemOf } from '../targetSystem';
import type { UnattendSource } from '../unattendSource';
import { withXmlFaults } from '../xml/parse/xmlFaults';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed, childNamed, textOf } from '../xml/parse/xmlTree';
import { formatXml } from '../xml/verbs/formatXml';
import { namingVerbs } from '../xml/verbs/namingVerbs';
import { completeXml } from '../xml/verbs/xmlCompletion';
import { xmlHooks } from '../xml/verbs/xmlHooks';
import { hoverXml } from '../xml/verbs/xmlHover';
import { xmlFolding, xmlSymbols } from '../xml/verbs/xmlSymbols';
import { xmlTokens } from '../xml/verbs/xmlTokens';
import { checkAccounts } from './checks/checkAccounts';
import { checkArchitectures } from './checks/checkArchitectures';
import { checkDisks } from './checks/checkDisks';
import { checkOutline, type PlacedComponent } from './checks/checkOutline';
import { checkSettings } from './checks/checkSettings';
import { checkJoin, checkSetup } from './checks/checkSetup';
import { checkSetupLanguage } from './checks/checkSetupLanguage';
import { recogniseWindows } from './recogniseWindows';
import { windowsFixes } from './windowsFixes';
import { windowsNames } from './windowsNames';
import { windowsTemplate } from './windowsTemplate';
import { knownElement, windowsVocabulary } from './windowsVocabulary';

/** Windows unattend files: Windows Server 2008 R2 and later. */
export const windowsDialect: Dialect<'windows'> = {
	kind: 'windows',
	name: 'a Windows answer file',
	languageId: 'xml',
	chosenAs: ['windows-unattend'],
	recognise: recogniseWindows,
	fileEndings: ['.xml'],
	importEndings: ['.xml'],
	comments: 'xml',
	imageType: 'UNATTEND',
	system: systemOf('windows'),
	hooks: xmlHooks('last'),
	newFiles: [windowsTemplate],
	validate: source => [...problemsOf(source)],
	complete: (source, offset) => completeXml(source, offset, windowsVocabulary),
	hover: (source, offset) => hoverXml(source, offset, windowsVocabulary),
	fixes: windowsFixes,
	symbols: source => xmlSymbols(source, labelOf),
	folding: xmlFolding,
	...namingVerbs(source => thingsOf(source)),
	semanticTokens: source => xmlTokens(source, knownElement, thingsOf(source)),
	format: formatXml,
};

const problemsOf = oncePerVersion(findProblems);
const thingsOf = oncePerVersion(windowsNames);

function findProblems(source: UnattendSource): Problem[] {
	const { problems, components } = checkOutline(source);
	return withXmlFaults(source, [
		...problems,
		...components.flatMap(placed => checkInside(source, placed)),
		...checkArchitectures(source, components),
		...(components.length > 0 ? checkAccounts(source) : []),
	]);
}

function checkInside(source: UnattendSource, placed: PlacedComponent): Problem[] {
	const { element } = placed;
	const found = checkSettings(source, placed);
	switch (attributeNamed(element, 'name')?.value.toLowerCase()) {
		case 'microsoft-windows-setup':
			return [...found, ...checkSetup(source, element), ...checkDisks(source, element)];
		case 'microsoft-windows-international-core-winpe':
			return [...found, ...checkSetupLanguage(element)];
		case 'microsoft-windows-unattendedjoin':
			return [...found, ...checkJoin(source, element)];
		default:
			return found;
	}
}

/** What tells passes, components and entries of a list apart. */
function labelOf(element: XmlElement): string | undefined {
	const attribute = attributeNamed(element, 'pass') ?? attributeNamed(element, 'name');
	if (attribute) return attribute.value;
	const child = childNamed(element, 'Order') ?? childNamed(element, 'Name') ?? childNamed(element, 'DiskID');
	return child && textOf(child).trim();
}
