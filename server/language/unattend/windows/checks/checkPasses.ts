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
		const isAll = inside.length === 1 && within[0]?.code === 'windows-component-pass';
		if (within.length < 2 && repeated.length === 0 && !isAll) continue;
		const found = misfit(source, settings, { inside, pass, taken: new Set(components.map(each => each.pass)) });
		if (found === undefined) continue;
		added.push(found);
		for (const each of [...within, ...repeated]) dropped.add(each);
	}
	return [...problems.filter(each => !dropped.has(each)), ...added];
}

interface Block {
	readonly inside: readonly PlacedComponent[];
	readonly pass: string;
	/** Passes that the file has. */
	readonly taken: ReadonlySet<string | undefined>;
}

function misfit(source: UnattendSource, settings: XmlElement, { inside, pass, taken }: Block): Problem | undefined {
	const attribute = attributeNamed(settings, 'pass');
	const place = attribute && attributePlace(attribute);
	if (place === undefined || onlyTextAt(source, place) !== pass) return undefined;
	const fitting = Object.keys(passes).filter(each => inside.every(placed => fits(placed.element, each)));
	if (fitting.length === 0) return undefined;
	const free = fitting.filter(each => !taken.has(each));
	const facts = { pass, fitting, ...(free.length === 1 ? { suggestion: free[0] ?? '' } : {}) };
	return problem('windows-pass-misfit', place, facts);
}

interface Step {
	readonly element: XmlElement;
	readonly node: SettingNode;
}

/** Whether a component and all its settings are read in a pass. */
function fits(element: XmlElement, pass: string): boolean {
	const component = componentFacts(attributeNamed(element, 'name')?.value ?? '');
	if (component === undefined) return true;
	if (!component.passes.includes(pass)) return false;
	const waiting: Step[] = [{ element, node: component.top }];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		for (const child of elementsOf(step.element)) {
			const node = step.node.children.get(child.localName);
			if (node === undefined) continue;
			if (!isIn(node.facts, pass)) return false;
			waiting.push({ element: child, node });
		}
	}
	return true;
}
