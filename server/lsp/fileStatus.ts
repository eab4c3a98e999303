import { systemOf, targetSystems } from '../language/unattend/targetSystem';
import type { FileStatusParams, FileStatusResult } from './statusProtocol';
import type { subjectFinder } from './subjects';

/** The answer to `xclarity/fileStatus`; `null` when the file is none of ours. */
export async function fileStatus(
	find: ReturnType<typeof subjectFinder>,
	{ uri }: FileStatusParams,
): Promise<FileStatusResult | null> {
	const subject = await find(uri);
	if (!subject) return null;
	const { kind, context } = subject;
	const { config, os, osrelease, manifestUri } = context.link;
	const isConfig = kind === 'config';
	return {
		kind,
		system: isConfig ? undefined : systemName(kind, os),
		release: osrelease,
		manifest: manifestUri ?? context.manifestUri,
		linked: isConfig ? context.dependents.map(file => file.uri) : config ? [config.uri] : [],
	};
}

/** What the link says counts more than what the file looks like. */
const systemName = (kind: string, os: string | undefined): string | undefined =>
	os === undefined ? systemOf(kind)?.shortLabel : (targetSystems.find(system => system.isNamed(os))?.shortLabel ?? os);
