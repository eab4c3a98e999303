import schema from '../../../schemas/xclarity.schema.json';

/** A key of a manifest in our words. */
export interface ManifestKey {
	readonly name: string;
	readonly description: string;
	/** What the value is: decides what is inserted with the key. */
	readonly value: 'text' | 'list' | 'object';
	readonly required: boolean;
}

const lists: readonly string[] = ['links', 'scripts', 'ignore'];

/** The keys of the object at a path of names and numbers; none where any key may stand. */
export function manifestKeys(path: readonly (string | number)[]): readonly ManifestKey[] {
	if (path.length === 0) return topKeys;
	return path.length === 2 && path[0] === 'links' ? linkKeys : [];
}

export const childKeys = (path: readonly (string | number)[]): readonly string[] =>
	manifestKeys(path).map(({ name }) => name);

const keysOf = (
	properties: Readonly<Record<string, { readonly description: string }>>,
	required: readonly string[],
): ManifestKey[] =>
	Object.entries(properties).map(([name, { description }]) => ({
		name,
		description,
		value: name === 'rules' ? 'object' : lists.includes(name) ? 'list' : 'text',
		required: required.includes(name),
	}));

const topKeys = keysOf(schema.properties, ['links']);
const linkKeys = keysOf(schema.$defs.link.properties, schema.$defs.link.required);

/** Short names of operating systems that are known to exist; the appliance may know more. */
export const knownSystems: readonly string[] = schema.$defs.link.properties.os.examples;
export const knownReleases: readonly string[] = schema.$defs.link.properties.osrelease.examples;
/** Those of one operating system, by its short name. */
export const releasesOfSystem: Readonly<Record<string, readonly string[]>> =
	schema.$defs.link.properties.osrelease['x-releases'];
export const severityNames: readonly string[] = schema.properties.rules.additionalProperties.enum;
