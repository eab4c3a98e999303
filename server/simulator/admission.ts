import type { Appliance } from './appliance';
import { associate, checkPartner } from './association';
import { newFileId } from './fileId';
import { type Refusal, refusal } from './reply';
import type { Draft, FileKind, StoredFile } from './repository';
import { osNames } from './supportedImages';

/** The kinds that are small texts: they are kept whole, counted and checked. */
const textKinds: ReadonlySet<FileKind> = new Set(['CONFIG', 'UNATTEND']);

/** Kinds whose bytes are kept; of all others only the length is. */
export const isKeptKind = (kind: FileKind): boolean => isTextKind(kind) || kind === 'SCRIPT' || kind === 'SOFTWARE';

export const isTextKind = (kind: FileKind): boolean => textKinds.has(kind);

/**
 * Whether a file may be imported, as far as can be said before its job.
 * @throws {Refusal} with the reason.
 */
export function checkDraft(draft: Draft, appliance: Appliance): void {
	const { switches } = appliance;
	const refuse = (reason: string): Refusal => refusal(switches['refusal-status'], 'FQXHMFC9011M', { reason });
	if (draft.name === '') throw refuse('The file has no name.');
	if (switches['name-characters'] === 'plain' && !/^[\w.-]+$/.test(draft.name)) {
		throw refuse(`The name ‘${draft.name}’ has other characters than letters, digits, dot, minus and underscore.`);
	}
	if (switches['os-names'] === 'known' && draft.kind === 'UNATTEND' && !osNames.includes(draft.os)) {
		throw refuse(`The operating system ‘${draft.os}’ is none of ${osNames.join(', ')}.`);
	}
	checkRoom(draft, appliance);
	checkPartner(draft.associatedFileId, draft.kind, appliance);
	if (switches['import-check'] === 'at-once') checkContent(draft, appliance);
}

function checkRoom(draft: Draft, { switches, repository }: Appliance): void {
	const ofKind = repository.state.files.filter(({ kind }) => kind === draft.kind);
	const status = switches['refusal-status'];
	if (switches['same-name'] === 'refused' && ofKind.some(({ name }) => name === draft.name)) {
		throw refusal(status, 'FQXHMFC9011M', { reason: `There already is a file with the name ‘${draft.name}’.` });
	}
	if (draft.kind === 'OS' && ofKind.length >= switches['image-limit']) {
		throw refusal(status, 'FQXHMFC0057M', { limit: switches['image-limit'] });
	}
	if (!isTextKind(draft.kind)) return;
	const [files, bytes] = [switches['file-limit'], switches['file-size-limit']];
	if (files > 0 && ofKind.length >= files) {
		throw refusal(status, 'FQXHMFC9012M', { reason: `At most ${files} files of type ${draft.kind} are supported.` });
	}
	if (bytes > 0 && draft.size > bytes) {
		throw refusal(status, 'FQXHMFC9012M', {
			reason: `The file has ${draft.size} bytes; at most ${bytes} are supported.`,
		});
	}
}

/** @throws {Refusal} for a configuration-settings file with errors; the first of them is the reason. */
export function checkContent(draft: Draft, { switches, repository, validateConfig }: Appliance): void {
	if (draft.kind !== 'CONFIG' || switches['import-check'] === 'off') return;
	const text = repository.contentOf(draft)?.toString('utf8');
	const errors = text === undefined ? [] : validateConfig(text).errors;
	const [first] = errors;
	if (first === undefined) return;
	const others = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
	throw refusal(switches['refusal-status'], 'FQXHMFC9010M', {
		reason: `Line ${first.line + 1}, column ${first.character + 1}: ${first.message}${others}`,
	});
}

/**
 * Takes the file into the repository, without saving.
 * @throws {Refusal} when it does not fit any more.
 */
export function admit(draft: Draft, importedBy: string, appliance: Appliance): StoredFile {
	const { repository, switches, now } = appliance;
	checkRoom(draft, appliance);
	if (switches['import-check'] === 'in-job') checkContent(draft, appliance);
	const partner = checkPartner(draft.associatedFileId, draft.kind, appliance);
	if (switches['same-name'] === 'replaced') {
		repository.state.files = repository.state.files.filter(
			({ kind, name }) => kind !== draft.kind || name !== draft.name,
		);
	}
	const id = newFileId(draft.name, appliance);
	const others = repository.state.files.filter(file => file.id !== id);
	const file: StoredFile = {
		...draft,
		id,
		description: switches['list-description'] === 'dropped' ? '' : draft.description,
		associatedFileId: undefined,
		version: '1',
		revision: 1,
		modified: now(),
		importedBy,
	};
	repository.state.files = [...others, file];
	if (partner !== undefined) associate(file.id, partner, appliance);
	return file;
}
