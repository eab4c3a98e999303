import { t } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, elementsOf, nameOf } from '../../xml/parse/xmlTree';
import { attributePlace, onlyTextAt } from '../../xml/xmlPlace';
import { type ComponentFacts, componentFacts, passes, type SettingFacts, type SettingNode } from '../windowsTable';
import type { PlacedComponent } from './checkOutline';

interface PassCheck {
	readonly component: ComponentFacts;
	readonly element: XmlElement;
	readonly facts: SettingFacts;
	readonly pass: string | undefined;
}

/** Checks that a setting is read in its pass. Where its component has no such pass, that is the report. */
export function checkPass({ pass, facts, element, component }: PassCheck): Problem[] {
	if (element.broken || pass === undefined || isIn(facts, pass) || !component.passes.includes(pass)) return [];
	return [
		problem('windows-setting-pass', nameOf(element), {
			name: element.localName,
			pass,
			passes: facts.passes ?? [],
		}),
	];
}

const isIn = ({ passes: own }: SettingFacts, pass: string): boolean => own === undefined || own.includes(pass);

const passReports: ReadonlySet<string> = new Set(['windows-component-pass', 'windows-setting-pass']);

/**
 * Where much of what stands in one <settings> is not read in its pass, and all of it would be in another, the pass is
 * the mistake: one report instead of many, and none that it stands twice.
 */
export function gatherPasses(
	source: UnattendSource,
	components: readonly PlacedComponent[],
	problems: readonly Problem[],
): Problem[] {
	const misplaced = problems.filter(({ code }) => passReports.has(code));
	if (misplaced.length === 0) return [...problems];
	const blocks = new Map<XmlElement, PlacedComponent[]>();
	for (const placed of components) blocks.set(placed.settings, [...(blocks.get(placed.settings) ?? []), placed]);
	const dropped = new Set<Problem>();
	const added: Problem[] = [];
	for (const [settings, inside] of blocks) {
		const within = misplaced.filter(
			({ start }) => start > settings.offset && start < settings.offset + settings.length,
		);
		const pass = inside[0]?.pass;
		if (within.length === 0 || pass === undefined) continue;
		const repeated = problems.filter(({ code, facts }) => code === 'windows-pass-repeated' && facts.pass === pass);
		const found = misfit(source, settings, {
			inside,
			pass,
			// One setting alone may as well be the mistake, unless nothing else holds the pass.
			least: repeated.length > 0 || isWhole(inside, within) ? 1 : 2,
			taken: new Set(components.map(each => each.pass)),
		});
		if (found === undefined) continue;
		added.push(found);
		for (const each of [...within, ...repeated]) dropped.add(each);
	}
	return [...problems.filter(each => !dropped.has(each)), ...added];
}

/** The only component of its settings is at fault itself. */
const isWhole = (inside: readonly PlacedComponent[], within: readonly Problem[]): boolean =>
	inside.length === 1 && within.some(({ code }) => code === 'windows-component-pass');

interface Block {
	readonly inside: readonly PlacedComponent[];
	readonly pass: string;
	/** So many misplaced things tell that the pass is wrong, where another one is in use already. */
	readonly least: number;
	/** Passes that the file has. */
	readonly taken: ReadonlySet<string | undefined>;
}

function misfit(source: UnattendSource, settings: XmlElement, { inside, pass, least, taken }: Block) {
	const attribute = attributeNamed(settings, 'pass');
	const place = attribute && attributePlace(attribute);
	if (place === undefined || onlyTextAt(source, place) !== pass) return undefined;
	const strangersIn = (each: string): number =>
		inside.reduce((sum, { element }) => sum + countStrangers(element, each), 0);
	const now = strangersIn(pass);
	const counts = Object.keys(passes).map(each => ({ each, count: strangersIn(each) }));
	const fewest = Math.min(...counts.map(({ count }) => count));
	const fitting = counts.filter(({ count }) => count === fewest).map(({ each }) => each);
	const free = fitting.filter(each => !taken.has(each));
	if (now < least && free.length === 0) return undefined;
	if (fewest > 0 && (now < 3 || fewest > now / 3)) return undefined;
	const facts = { pass, fitting, share: fewest === 0 ? t('all') : t('most') };
	return problem('windows-pass-misfit', place, {
		...facts,
		...(free.length === 1 ? { suggestion: free[0] ?? '' } : {}),
	});
}

interface Step {
	readonly element: XmlElement;
	readonly node: SettingNode;
}

/** How much of a component is not read in a pass: the component itself, or settings and groups in it. */
function countStrangers(element: XmlElement, pass: string): number {
	const component = componentFacts(attributeNamed(element, 'name')?.value ?? '');
	if (component === undefined) return 0;
	if (!component.passes.includes(pass)) return 1;
	let count = 0;
	const waiting: Step[] = [{ element, node: component.top }];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		for (const child of elementsOf(step.element)) {
			const node = step.node.children.get(child.localName);
			if (node === undefined) continue;
			if (isIn(node.facts, pass)) waiting.push({ element: child, node });
			else count++;
		}
	}
	return count;
}
