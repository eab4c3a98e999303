import schema from '../../../schemas/values.schema.json';
import type { JsonPath } from '../config/json/jsonNode';

/** A key of a values file that has a meaning of its own. */
export interface ValuesKey {
	readonly name: string;
	readonly description: string;
	readonly value: 'text' | 'list' | 'object';
}

const keysOf = (
	properties: Readonly<Record<string, { readonly type?: string; readonly description: string }>>,
): ValuesKey[] =>
	Object.entries(properties).map(([name, { type, description }]) => ({
		name,
		description,
		value: type === 'string' ? 'text' : type === 'array' ? 'list' : 'object',
	}));

const topKeys = keysOf(schema.properties);
const serverKeys = keysOf(schema.properties.servers.items.properties);

/** The keys of the file and of a server; none where names of settings stand. */
export function childKeysOf(path: JsonPath): readonly ValuesKey[] {
	if (path.length === 0) return topKeys;
	return path.length === 2 && path[0] === 'servers' ? serverKeys : [];
}
