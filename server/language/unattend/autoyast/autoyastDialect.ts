import { appendAll } from '../../appendAll';
import { oncePerVersion } from '../../oncePerVersion';
import type { Problem } from '../../problem';
import type { Span } from '../../span';
import type { Dialect } from '../dialect';
import type { UnattendSource } from '../unattendSource';
import { literalPlaces } from '../values/placedLiteral';
import { doubtOfSpans, elementAt, namesAround, spanOf } from '../xml/parse/doubts';
import { withXmlFaults } from '../xml/parse/xmlFaults';
import type { XmlElement } from '../xml/parse/xmlNode';
import { childNamed, nameOf, textOf, xmlOf } from '../xml/parse/xmlTree';
import { formatXml } from '../xml/verbs/formatXml';
import { namingVerbs } from '../xml/verbs/namingVerbs';
import { completeXml } from '../xml/verbs/xmlCompletion';
import { xmlHooks } from '../xml/verbs/xmlHooks';
import { hoverXml } from '../xml/verbs/xmlHover';
import { xmlFolding, xmlSymbols } from '../xml/verbs/xmlSymbols';
import { xmlTokens } from '../xml/verbs/xmlTokens';
import { xmlLiterals } from '../xml/xmlLiterals';
import { autoyastFixes } from './autoyastFixes';
import { autoyastHash } from './autoyastHash';
import { autoyastIdentity } from './autoyastIdentity';
import { autoyastNames } from './autoyastNames';
import { autoyastVocabulary, knownElement } from './autoyastVocabulary';
import { checkProfile, profileNamespace, sectionHolder } from './checks/checkProfile';
import { checkRun } from './checks/checkRun';
import { checkStorage } from './checks/checkStorage';
import { checkUsers } from './checks/checkUsers';
import { slesTemplate } from './slesTemplate';

/** AutoYaST profiles: SUSE Linux Enterprise Server 12 to 15 and openSUSE. */
export const autoyastDialect: Dialect<'autoyast'> = {
	...autoyastIdentity,
	referenceTool: () => ({ program: 'xmllint' }),
	hooks: xmlHooks('first', sectionHolder),
	newFiles: [slesTemplate],
	literals: source => xmlLiterals(source, literalPlaces.autoyast),
	validate: source => [...problemsOf(source)],
	complete: (source, offset) => completeXml(source, offset, autoyastVocabulary),
	hover: (source, offset) => hoverXml(source, offset, autoyastVocabulary),
	fixes: autoyastFixes,
	symbols: source => xmlSymbols(source, labelOf),
	folding: xmlFolding,
	...namingVerbs(source => thingsOf(source)),
	semanticTokens: source => xmlTokens(source, knownElement, thingsOf(source)),
	format: formatXml,
	hashPassword: autoyastHash,
};

const problemsOf = oncePerVersion(findProblems);
const thingsOf = oncePerVersion(autoyastNames);

function findProblems(source: UnattendSource): Problem[] {
	const problems = checkProfile(source);
	const { root } = xmlOf(source);
	if (root?.localName === 'profile' && root.namespace === profileNamespace) {
		const profile = sectionHolder(root);
		const found = [...checkUsers(source, profile), ...checkStorage(source, profile), ...checkRun(source, profile)];
		appendAll(problems, withoutMisnamed(root, problems, found));
	}
	return withXmlFaults(source, root ? oncePerEntry(root, problems) : problems);
}

/** Of an entry that is there twice, one report is enough: what else it says twice follows from that. */
function oncePerEntry(root: XmlElement, problems: readonly Problem[]): Problem[] {
	const entries = new Set<XmlElement>();
	const isTold = (at: XmlElement | undefined): boolean => at !== undefined && (entries.has(at) || isTold(at.parent));
	const told = new Set<Problem>();
	const twins = problems.filter(({ code }) => code === 'autoyast-twice');
	for (const twin of twins.sort((a, b) => a.start - b.start)) {
		const entry = elementAt(root, twin.start)?.parent;
		if (entry === undefined || isTold(entry)) continue;
		entries.add(entry);
		told.add(twin);
	}
	return problems.filter(each => each.code !== 'autoyast-twice' || told.has(each));
}

const misnaming: ReadonlySet<string> = new Set([
	'autoyast-element-unknown',
	'autoyast-section-unknown',
	'autoyast-section-unlisted',
]);

/** What an element of another name leaves missing beside it and around it is not said. */
function withoutMisnamed(
	root: XmlElement,
	problems: readonly Problem[],
	found: readonly Problem[],
): readonly Problem[] {
	const doubts = problems
		.filter(({ code }) => misnaming.has(code))
		.flatMap(({ start, facts }): readonly Span[] => {
			const parent = elementAt(root, start)?.parent;
			// What is missing in a section is said there, and only a section itself is missed at the root.
			if (parent === undefined || parent === root) {
				const owner = typeof facts.owner === 'string' ? childNamed(root, facts.owner.split('/')[0] ?? '') : undefined;
				return [{ start: 0, end: nameOf(root).end + 1 }, ...(owner ? [spanOf(owner)] : [])];
			}
			// One that slipped into a group beside it leaves its own group without it.
			const around = parent.parent && parent.parent !== root && parent.parent.parent !== root ? parent.parent : parent;
			return [...namesAround([parent]), spanOf(around)];
		});
	const isDoubted = doubtOfSpans(doubts);
	return found.filter(({ start }) => !isDoubted(start));
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
