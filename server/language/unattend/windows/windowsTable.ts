import table from '../../../../schemas/windows-components.json';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed } from '../xml/parse/xmlTree';
import { documentedSettings } from './documentedSettings';

export const unattendNamespace = 'urn:schemas-microsoft-com:unattend';
export const wcmNamespace = 'http://schemas.microsoft.com/WMIConfig/2002/State';

/** Whole numbers that a setting takes; `most` may be without end. */
export interface NumberRange {
	readonly least: number;
	readonly most: number;
}

/** One setting of a component. */
export interface SettingFacts {
	readonly type: 'boolean' | 'integer' | 'string' | 'group';
	/** Entry of a list: it carries `wcm:action`. */
	readonly item?: boolean;
	/** Entry of a list that is told apart by `wcm:keyValue`. */
	readonly keyed?: boolean;
	readonly about?: string;
	readonly required?: boolean;
	/** A text that must not be empty where it stands. */
	readonly filled?: boolean;
	readonly range?: NumberRange;
	readonly values?: readonly string[];
	readonly max?: number;
	readonly pattern?: string;
	readonly passes?: readonly string[];
	readonly deprecated?: string;
}

/** A component and those of its settings that are known; more may exist. */
export interface ComponentFacts {
	readonly name: string;
	readonly passes: readonly string[];
	readonly about: string | undefined;
	/** By path below the component: `OOBE/HideEULAPage`. */
	readonly settings: ReadonlyMap<string, SettingFacts>;
	/** Names of settings by the path of their parent; `''` is the component itself. */
	readonly children: ReadonlyMap<string, readonly string[]>;
	/** The same as a tree, for walking down; the component itself is its top. */
	readonly top: SettingNode;
	/** Microsoft's reference lists its settings. */
	readonly isDocumented: boolean;
}

/** A setting in its place. */
export interface SettingNode {
	readonly path: string;
	readonly facts: SettingFacts;
	readonly children: ReadonlyMap<string, SettingNode>;
	/** Names of the settings below that must stand. */
	readonly required: readonly string[];
}

interface ComponentData {
	readonly passes: readonly string[];
	readonly about?: string;
	readonly also?: readonly string[];
	readonly settings?: Readonly<Record<string, string | (Omit<SettingFacts, 'type'> & { readonly type: string })>>;
}

const data: Readonly<Record<string, ComponentData>> = table.components;

export const passes: Readonly<Record<string, string>> = table.passes;
export const architectures: readonly string[] = table.architectures;
export const versionScopes: readonly string[] = table.versionScopes;
export const componentNames: readonly string[] = Object.keys(data);

const byLowerName = new Map<string, string>();
for (const [name, { also }] of Object.entries(data)) {
	for (const each of [name, ...(also ?? [])]) byLowerName.set(each.toLowerCase(), name);
}

const components = new Map<string, ComponentFacts>();

/** What is known about a component; names are compared without case, as Setup does. */
export function componentFacts(name: string): ComponentFacts | undefined {
	const canonical = byLowerName.get(name.toLowerCase());
	const raw = canonical === undefined ? undefined : data[canonical];
	if (canonical === undefined || raw === undefined) return undefined;
	let facts = components.get(canonical);
	if (facts === undefined) {
		facts = buildFacts(canonical, raw);
		components.set(canonical, facts);
	}
	return facts;
}

function buildFacts(name: string, raw: ComponentData): ComponentFacts {
	const settings = new Map<string, SettingFacts>();
	const children = new Map<string, string[]>();
	const add = (path: string, facts: SettingFacts): void => {
		if (!settings.has(path)) {
			const slash = path.lastIndexOf('/');
			const parent = path.slice(0, Math.max(slash, 0));
			const known = children.get(parent);
			if (known) known.push(path.slice(slash + 1));
			else children.set(parent, [path.slice(slash + 1)]);
		}
		settings.set(path, facts);
	};
	for (const [path, entry] of Object.entries(raw.settings ?? {}))
		add(path, (typeof entry === 'string' ? { type: entry } : entry) as SettingFacts);
	const documented = documentedSettings(name, raw.passes);
	for (const [path, facts] of documented ?? []) {
		const own = settings.get(path);
		// Some pages leave the passes to the component: then what is known from elsewhere is narrower.
		const narrower = facts.passes?.length === raw.passes.length ? own : facts;
		add(path, { ...facts, ...own, ...(narrower?.passes === undefined ? {} : { passes: narrower.passes }) });
	}
	const top = nodeOf({ settings, children }, '', { type: 'group' });
	return {
		name,
		passes: raw.passes,
		about: raw.about,
		settings,
		children,
		top,
		isDocumented: documented !== undefined,
	};
}

/** Paths are as deep as the table, so calling itself is safe. */
function nodeOf(known: Pick<ComponentFacts, 'settings' | 'children'>, path: string, facts: SettingFacts): SettingNode {
	const below = new Map<string, SettingNode>();
	const required: string[] = [];
	for (const name of known.children.get(path) ?? []) {
		const childPath = path === '' ? name : `${path}/${name}`;
		const child = known.settings.get(childPath);
		if (child === undefined) continue;
		below.set(name, nodeOf(known, childPath, child));
		if (child.required) required.push(name);
	}
	return { path, facts, children: below, required };
}

/** Where an element stands: its pass, its component and the path below it. */
export interface SettingPlace {
	readonly pass: string;
	readonly component: ComponentFacts;
	/** `''` for the component element itself. */
	readonly path: string;
}

/** The place of an element inside a component that is known. */
export function placeOf(element: XmlElement): SettingPlace | undefined {
	const names: string[] = [];
	let at: XmlElement | undefined = element;
	while (at !== undefined && !(at.localName === 'component' && at.parent?.localName === 'settings')) {
		names.push(at.localName);
		at = at.parent;
		if (names.length > 20) return undefined;
	}
	if (at?.parent === undefined) return undefined;
	const component = componentFacts(attributeNamed(at, 'name')?.value ?? '');
	const pass = attributeNamed(at.parent, 'pass')?.value ?? '';
	return component && { pass, component, path: names.reverse().join('/') };
}
