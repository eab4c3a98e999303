import { addLink } from './linkEdit';
import { parseManifest } from './manifest';
import { namesConfig } from './matching';

/** What a request says about the file that it carries, and no configuration-settings file has a place for. */
export interface RequestFacts {
	readonly name?: string;
	readonly os?: string;
	readonly osrelease?: string;
	readonly description?: string;
}

/** What a request said about a configuration-settings file; `config` is its path from the manifest's folder. */
interface RequestEntry {
	readonly config: string;
	readonly facts: RequestFacts;
}

/**
 * The text of a manifest that also says what a request said about a configuration-settings file. What the file's own
 * entry says already stays. A file without an entry gets one for an unattend file of the usual name, for the person
 * to correct. `undefined` when the manifest cannot be edited, or the entry is for several unattend files.
 */
export function requestEntry(manifestText: string | undefined, { config, facts }: RequestEntry): string | undefined {
	const entry = parseManifest(manifestText ?? '').manifest.links.find(link => namesConfig(link, config));
	const [unattend, ...more] = entry?.unattend ?? [];
	if (entry && (!unattend || more.length > 0)) return undefined;
	const description = [facts.name, facts.description].filter(text => text !== undefined).join(': ');
	return addLink(manifestText, {
		unattend: unattend?.text ?? usualName(facts.os),
		config: entry?.config?.text ?? config,
		os: entry?.os ?? facts.os,
		osrelease: entry?.osrelease ?? facts.osrelease,
		description: entry?.description ?? (description === '' ? undefined : description),
	});
}

function usualName(os = ''): string {
	if (os.startsWith('win')) return 'unattend.xml';
	return os.startsWith('sles') ? 'autoinst.xml' : 'ks.cfg';
}
