import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { changedText } from '../language/textChange';
import { fileName } from '../workspace/fileUri';
import type { PairFiles, PlannedPair } from '../workspace/pairPlan';
import type { Workspace } from '../workspace/workspace';
import { UsageError } from './usageError';
import { writeText } from './writeText';

/**
 * Writes a pair: the new file first, which replaces none, and the unattend file last, since all works as before until
 * then.
 * @throws {UsageError} when a file cannot be written, or is no longer what was read.
 */
export async function writePair(
	workspace: Pick<Workspace, 'document'>,
	{ document, config }: PlannedPair,
	{ changes, config: configText, manifest }: PairFiles,
): Promise<void> {
	const before = await workspace.document(manifest.uri);
	await writeNew(config, configText);
	if (!before) await writeNew(manifest.uri, manifest.text);
	else if (before.getText() !== manifest.text) await replace(manifest.uri, before.getText(), manifest.text);
	await replace(document.uri, document.getText(), changedText(document.getText(), changes));
}

async function writeNew(uri: string, text: string): Promise<void> {
	try {
		await writeFile(fileURLToPath(uri), text, { flag: 'wx' });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		throw refused(uri, error.code === 'EEXIST' ? 'it exists already' : error.message);
	}
}

async function replace(uri: string, before: string, after: string): Promise<void> {
	const reason = await writeText(uri, before, { after, isPlain: false });
	if (reason !== undefined) throw refused(uri, reason);
}

const refused = (uri: string, reason: string): UsageError =>
	new UsageError(`${fileName(uri)} cannot be written: ${reason}.`);
