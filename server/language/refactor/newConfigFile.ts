import type { JsonObject } from '../config/json/jsonNode';
import { labelOf } from './newSettings';

/** URI of the folder of a file, with a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/** URI of the configuration-settings file that belongs beside an unattend file. */
export const configUriBeside = (uri: string): string =>
	`${folderOf(uri)}${uri.slice(folderOf(uri).length).replace(/(?!^)\.[^.]*$/, '')}.xclarity.json`;

/** The text of a new configuration-settings file, named for the unattend file that it is for. */
export function configText(unattend: string, content: readonly JsonObject[]): string {
	const base = unattend.replace(/(?!^)\..*$/, '').replace(/[^A-Za-z0-9_-]+/g, '-');
	const taken = new Set(content.map(({ name }) => name));
	const name = base === '' || taken.has(base) ? 'site' : base;
	const file = {
		category: 'dynamic',
		name: taken.has(name) ? `${name}-settings` : name,
		label: labelOf(name),
		type: 'assoc_array',
		optional: false,
		content,
	};
	return `${JSON.stringify(file, undefined, '\t')}\n`;
}
