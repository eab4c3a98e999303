import schema from '../../../schemas/config-settings.schema.json';
import type { Grade } from '../rules/rule';

/** What kind of setting an object is, by what it holds. */
type SettingKind = 'group' | 'list' | 'leaf';

/** What the schema says about one key. */
export interface SchemaKey {
	readonly key: string;
	readonly title: string;
	readonly markdown: string;
	readonly grade: Grade;
	readonly source: string;
	/** Place in the order in which a person writes keys. */
	readonly order: number;
	readonly examples: readonly unknown[];
	/** The permitted or known values of a text, with what they mean. */
	readonly values: readonly { readonly value: string; readonly meaning: string }[];
}

interface KeySchema {
	readonly title: string;
	readonly markdownDescription: string;
	readonly 'x-grade': string;
	readonly 'x-source': string;
	readonly 'x-order': number;
	readonly examples: readonly unknown[];
	readonly enumDescriptions?: readonly string[];
}

const definitions: Readonly<Record<string, unknown>> = schema.$defs;
const isKeySchema = (value: unknown): value is KeySchema =>
	typeof value === 'object' && value !== null && 'x-order' in value;

/** Every key of the format, in the order in which a person writes them. */
export const schemaKeys: ReadonlyMap<string, SchemaKey> = new Map(
	Object.entries(definitions)
		.flatMap(([key, definition]) => (isKeySchema(definition) ? [described(key, definition)] : []))
		.sort((a, b) => a.order - b.order)
		.map(key => [key.key, key]),
);

export const knownKeys: ReadonlySet<string> = new Set(schemaKeys.keys());

function described(key: string, definition: KeySchema): SchemaKey {
	const meanings = definition.enumDescriptions ?? [];
	return {
		key,
		title: definition.title,
		markdown: definition.markdownDescription,
		grade: definition['x-grade'] as Grade,
		source: definition['x-source'],
		order: definition['x-order'],
		examples: definition.examples,
		values: meanings.map((meaning, index) => ({ value: String(definition.examples[index] ?? ''), meaning })),
	};
}

/** Keys that fit a kind of setting, in the order in which a person writes them. */
export const keysOfKind: Readonly<Record<SettingKind, readonly string[]>> = {
	group: Object.keys(schema.$defs.group.properties),
	list: Object.keys(schema.$defs.list.properties),
	leaf: Object.keys(schema.$defs.leaf.properties),
};

/** Keys without which the format's description is breached. */
export const requiredOfKind: Readonly<Record<SettingKind, readonly string[]>> = {
	group: schema.$defs.group.required,
	list: schema.$defs.list.required,
	leaf: schema.$defs.leaf.required,
};
