import { oncePerVersion } from '../../oncePerVersion';
import type { Problem } from '../../problem';
import type { Dialect } from '../dialect';
import type { UnattendSource } from '../unattendSource';
import { literalPlaces } from '../values/placedLiteral';
import { withoutMoved } from '../xml/movedElements';
import { doubtOfSpans, elementAt, spanOf } from '../xml/parse/doubts';
import { withXmlFaults, xmlFaults } from '../xml/parse/xmlFaults';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed, childNamed, textOf, xmlOf } from '../xml/parse/xmlTree';
import { formatXml } from '../xml/verbs/formatXml';
import { namingVerbs } from '../xml/verbs/namingVerbs';
import { completeXml } from '../xml/verbs/xmlCompletion';
import { xmlHooks } from '../xml/verbs/xmlHooks';
import { hoverXml } from '../xml/verbs/xmlHover';
import { xmlFolding, xmlSymbols } from '../xml/verbs/xmlSymbols';
import { xmlTokens } from '../xml/verbs/xmlTokens';
import { xmlLiterals } from '../xml/xmlLiterals';
import { checkAccounts } from './checks/checkAccounts';
import { checkArchitectures } from './checks/checkArchitectures';
import { checkDisks } from './checks/checkDisks';
import { checkJoin } from './checks/checkJoin';
import { checkOutline, type PlacedComponent } from './checks/checkOutline';
import { gatherPasses } from './checks/checkPasses';
import { checkSettings } from './checks/checkSettings';
import { checkSetup } from './checks/checkSetup';
import { checkSetupLanguage } from './checks/checkSetupLanguage';
import { type Doubts, doubtsFrom } from './doubts';
import { windowsFixes } from './windowsFixes';
import { windowsIdentity } from './windowsIdentity';
import { windowsNames } from './windowsNames';
import { windowsTemplate } from './windowsTemplate';
import { knownElement, windowsVocabulary } from './windowsVocabulary';

/** Windows unattend files: Windows Server 2008 R2 and later. */
export const windowsDialect: Dialect<'windows'> = {
	...windowsIdentity,
	referenceTool: () => ({ program: 'xmllint' }),
	hooks: xmlHooks('last'),
	newFiles: [windowsTemplate],
	literals: source => xmlLiterals(source, literalPlaces.windows, nameInPath),
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

/** A component is known by its name, without what all names begin with. */
const nameInPath = (element: XmlElement): string =>
	element.localName === 'component'
		? (attributeNamed(element, 'name')?.value ?? '').replace(/^Microsoft-Windows-/i, '')
		: element.localName;

const problemsOf = oncePerVersion(findProblems);
const thingsOf = oncePerVersion(windowsNames);

function findProblems(source: UnattendSource): Problem[] {
	const { problems, components } = checkOutline(source);
	const found = components.flatMap(placed => checkSettings(source, placed));
	const { root } = xmlOf(source);
	const settings = root ? withoutTwins(root, found) : found;
	const doubts = doubtsFrom([...xmlFaults(source), ...settings]);
	return withXmlFaults(source, [
		...gatherPasses(source, components, [...problems, ...settings]),
		...onlyOnes(components).flatMap(placed => checkInside(source, placed, doubts)),
		...checkArchitectures(source, components),
		...(components.length > 0 ? checkAccounts(source, doubts) : []),
	]);
}

/** What is said about a setting that is there twice: not what is in it, and not that another entry has lost it. */
function withoutTwins(root: XmlElement, problems: readonly Problem[]): Problem[] {
	const twins = problems.filter(({ code }) => code === 'windows-setting-twice');
	if (twins.length === 0) return [...problems];
	const elements = twins.map(({ start }) => elementAt(root, start));
	const isInTwin = doubtOfSpans(elements.flatMap(each => (each ? [spanOf(each)] : [])));
	const left = problems.filter(each => each.code === 'windows-setting-twice' || !isInTwin(each.start));
	return withoutMoved(root, left, { twice: 'windows-setting-twice', lacking: ['windows-setting-missing'] });
}

/** Components that say all for their pass and architecture; of one that is given twice neither does. */
function onlyOnes(components: readonly PlacedComponent[]): PlacedComponent[] {
	const keyOf = ({ element, pass }: PlacedComponent): string =>
		['name', 'processorArchitecture']
			.map(each => attributeNamed(element, each)?.value ?? '')
			.join(' ')
			.toLowerCase() + pass;
	const count = new Map<string, number>();
	for (const placed of components) count.set(keyOf(placed), (count.get(keyOf(placed)) ?? 0) + 1);
	return components.filter(placed => !placed.isDoubtful && count.get(keyOf(placed)) === 1);
}

function checkInside(source: UnattendSource, { element }: PlacedComponent, doubts: Doubts): Problem[] {
	switch (attributeNamed(element, 'name')?.value.toLowerCase()) {
		case 'microsoft-windows-setup':
			return [...checkSetup(source, element, doubts), ...checkDisks(source, element, doubts)];
		case 'microsoft-windows-international-core-winpe':
			return checkSetupLanguage(element, doubts);
		case 'microsoft-windows-unattendedjoin':
			return checkJoin(source, element, doubts);
		default:
			return [];
	}
}

/** What tells passes, components and entries of a list apart. */
function labelOf(element: XmlElement): string | undefined {
	const attribute = attributeNamed(element, 'pass') ?? attributeNamed(element, 'name');
	if (attribute) return attribute.value;
	const child = childNamed(element, 'Order') ?? childNamed(element, 'Name') ?? childNamed(element, 'DiskID');
	return child && textOf(child).trim();
}
