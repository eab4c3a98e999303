import { promises } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changedText } from '../language/textChange';
import { fileName } from '../workspace/fileUri';
import type { PairFiles, PlannedPair } from '../workspace/pairPlan';
import type { Workspace } from '../workspace/workspace';
import { UsageError } from './usageError';
import { readyText, writeText } from './writeText';
import { createFile } from './writeWhole';

/**
 * Writes a pair, or nothing: the new file first, which replaces none, and the unattend file last, since all works as
 * before until then. Where one cannot be written, those before it are taken back.
 * @throws {UsageError} when a file cannot be written, or is no longer what was read.
 */
export async function writePair(
	workspace: Pick<Workspace, 'document'>,
	{ document, config }: PlannedPair,
	{ changes, config: configText, manifest }: PairFiles,
): Promise<void> {
	const before = (await workspace.document(manifest.uri))?.getText();
	const steps: readonly Step[] = [
		newFile(config, configText),
		...(before === undefined ? [newFile(manifest.uri, manifest.text)] : []),
		...(before === undefined || before === manifest.text ? [] : [await newText(manifest.uri, before, manifest.text)]),
		await newText(document.uri, document.getText(), changedText(document.getText(), changes)),
	];
	const done: Step[] = [];
	for (const step of steps) {
		const reason = await step.write();
		if (reason !== undefined) {
			// What could not be taken back needs what was written before it.
			for (const { takeBack } of done.reverse()) if ((await takeBack()) !== undefined) break;
			throw refused(step.uri, reason);
		}
		done.push(step);
	}
}

interface Step {
	readonly uri: string;
	/** Gives the reason when that cannot be done, as does the other. */
	readonly write: () => Promise<string | undefined>;
	readonly takeBack: () => Promise<string | undefined>;
}

function newFile(uri: string, text: string): Step {
	const file = fileURLToPath(uri);
	return {
		uri,
		write: () => createFile(file, text).then(() => undefined, reasonOf),
		takeBack: () => promises.unlink(file).then(() => undefined, reasonOf),
	};
}

/** Sees first whether it can be written at all. */
async function newText(uri: string, before: string, after: string): Promise<Step> {
	const ready = await readyText(uri, before, { after, isPlain: false });
	if (!('write' in ready)) throw refused(uri, 'refusal' in ready ? ready.refusal : ready.problem);
	return { uri, write: ready.write, takeBack: () => writeText(uri, after, { after: before, isPlain: false }) };
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error && 'code' in error)) throw error;
	return error.code === 'EEXIST' ? 'it exists already' : error.message;
}

const refused = (uri: string, reason: string): UsageError =>
	new UsageError(`${fileName(uri)} cannot be written: ${reason}.`);
