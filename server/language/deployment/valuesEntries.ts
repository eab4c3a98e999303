import type { JsonPath } from '../config/json/jsonNode';
import type { DeployForm, FormEntry } from './deployForm';

/** The settings whose names may stand in the object at a path of a values file; none elsewhere. */
export function entriesAt(form: DeployForm, path: JsonPath): readonly FormEntry[] {
	const start = startOf(form, path);
	if (start?.length === path.length) return start.entries;
	const entry = entryAt(form, path);
	return entry?.kind === 'group' ? entry.entries : [];
}

/** The setting whose value stands at a path: an instance for an element of a list. */
export function entryAt(form: DeployForm, path: JsonPath): FormEntry | undefined {
	const start = startOf(form, path);
	let entries = start?.entries ?? [];
	let found: FormEntry | undefined;
	for (const part of path.slice(start?.length ?? path.length)) {
		found =
			typeof part === 'number'
				? found?.kind === 'list'
					? found.element
					: undefined
				: entries.find(({ name }) => name === part);
		if (!found) return undefined;
		entries = found.kind === 'group' ? found.entries : [];
	}
	return found;
}

/** Where the names of settings begin: below `common`, and below the `values` of a server. */
function startOf(
	{ common, perServer }: DeployForm,
	path: JsonPath,
): { readonly entries: readonly FormEntry[]; readonly length: number } | undefined {
	if (path[0] === 'common') return { entries: common, length: 1 };
	return path[0] === 'servers' && path[2] === 'values' ? { entries: perServer, length: 3 } : undefined;
}
