import type { MappedUpload, MapSubject } from '../language/deployment/map/deploymentMap';
import { canonicalUri } from './fileUri';
import { othersFirst } from './othersFirst';
import type { Preferences, Workspace } from './workspace';

/** What is said of files on a map besides what is in them. */
interface MapFacts {
	/** How a file is called, by its URI. */
	readonly shown: (uri: string) => string;
	/** Where files were uploaded to, by canonical URI. */
	readonly uploads: ReadonlyMap<string, readonly MappedUpload[]>;
	readonly preferences?: Preferences;
}

/**
 * The files that a map can show, with what they are linked with; the configuration-settings files that they name come
 * along.
 */
export async function mapSubjects(
	workspace: Workspace,
	uris: readonly string[],
	{ shown, uploads, preferences = { severities: {} } }: MapFacts,
): Promise<readonly MapSubject[]> {
	const subjects = new Map<string, MapSubject>();
	const pending = uris.map(canonicalUri).reverse();
	for (let uri = pending.pop(); uri !== undefined; uri = pending.pop()) {
		if (subjects.has(uri)) continue;
		if (subjects.size % atOnce === atOnce - 1) await othersFirst();
		const document = await workspace.document(uri);
		const kind = document && (await workspace.kindOf(document));
		if (!document || kind === undefined || kind === 'manifest' || kind === 'values') continue;
		const context = await workspace.contextOf(document, kind, preferences);
		subjects.set(uri, { document, kind, context, path: shown(uri), uploads: uploads.get(uri) ?? [] });
		if (context.link.config) pending.push(canonicalUri(context.link.config.uri));
	}
	return [...subjects.values()];
}

/** Files that are read before a language server has its turn again to answer an editor. */
const atOnce = 25;
