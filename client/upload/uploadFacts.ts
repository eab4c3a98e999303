import { Uri, window } from 'vscode';
import type { CheckedFile } from '../../server/lsp/protocol';
import type { UploadFile } from '../../server/rest/sync/uploadFile';
import { t } from '../../server/texts/texts';
import type { Server } from '../servers/server';
import { openBytes } from './openBytes';
import type { Chosen } from './selection';
import { type TargetSystem, targetSystem } from './targetSystem';
import { fileName, lastPart } from './uploadMessages';
import type { UploadParts } from './uploadParts';

/** What an upload says of a file besides its bytes. */
export interface UploadFacts {
	readonly system?: TargetSystem | undefined;
	/** '' for none. */
	readonly description: string;
}

/** What a caller knows already. */
export interface GivenFacts extends Partial<TargetSystem> {
	/** Id of a server. */
	readonly server?: string;
	/** Shown on the appliance, over what the link says; '' for none. */
	readonly description?: string;
}

/** The local file as the records know it: its path, the same in the terminal. */
export const keyOf = (uri: string): string => (uri.startsWith('file:') ? Uri.parse(uri).fsPath : uri);

/**
 * What is to be said of each file: what is given, what its link says, and otherwise what the person answers. The
 * description is asked for when one file or one pair goes up for the first time. `undefined` when the person stopped.
 */
export async function askForFacts(
	parts: UploadParts,
	server: Server,
	{ chosen, given }: { readonly chosen: readonly Chosen[]; readonly given: GivenFacts },
): Promise<ReadonlyMap<string, UploadFacts> | undefined> {
	const facts = new Map<string, UploadFacts>();
	const unattends = chosen.filter(({ file }) => file.imageType === 'UNATTEND');
	const isSingle = chosen.length === 1 || (chosen.length === 2 && unattends.length === 1);
	const described = isSingle ? chosen.at(-1)?.file : undefined;
	for (const { file } of chosen) {
		const isUnattend = file.imageType === 'UNATTEND';
		const system = isUnattend ? await targetSystem(file, given, parts.supported(server)) : undefined;
		if (isUnattend && system === undefined) return undefined;
		const description = await describe(parts, server, { file, given, isAsked: file === described });
		if (description === undefined) return undefined;
		facts.set(file.uri, { system, description });
	}
	return facts;
}

interface Described {
	readonly file: CheckedFile;
	readonly given: GivenFacts;
	/** Whether the person may be asked. */
	readonly isAsked: boolean;
}

async function describe(
	{ records }: UploadParts,
	server: Server,
	{ file, given, isAsked }: Described,
): Promise<string | undefined> {
	if (isAsked && given.description !== undefined) return given.description;
	if (file.description !== undefined) return file.description;
	const before = records.of(server).get(keyOf(file.uri))?.stored;
	// A caller that has named the server has answers of its own, and is not asked.
	if (before !== undefined || given.server !== undefined || !isAsked) return before?.description ?? '';
	const typed = await window.showInputBox({
		title: t('Description of {file}', { file: fileName(file.uri) }),
		prompt: t('Shown on the appliance; may be empty. To skip this question, put a description into xclarity.json.'),
		ignoreFocusOut: true,
	});
	return typed?.trim();
}

/** Files ready to be sent. @throws {XClarityError} for bytes that cannot be had for certain. */
export const uploadFilesOf = (
	chosen: readonly Chosen[],
	facts: ReadonlyMap<string, UploadFacts>,
): Promise<readonly UploadFile[]> =>
	Promise.all(
		chosen.map(async ({ file, partner }): Promise<UploadFile> => {
			const { uri, imageType = 'UNATTEND' } = file;
			const { system, description } = facts.get(uri) ?? { description: '' };
			const name = lastPart(uri);
			return {
				key: keyOf(uri),
				imageType,
				name,
				path: name,
				bytes: await openBytes(file),
				...system,
				description: description === '' ? undefined : description,
				...(partner === undefined ? {} : { partner: keyOf(partner) }),
			};
		}),
	);
