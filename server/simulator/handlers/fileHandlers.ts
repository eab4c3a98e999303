import { isObject, type JsonObject } from '../../rest/wire';
import { checkContent, isTextKind } from '../admission';
import type { Appliance } from '../appliance';
import { associate, checkPartner, partnersOf, releaseAll } from '../association';
import type { RoutedCall } from '../call';
import { profilesWith, releaseFromProfiles, removeProfiles } from '../profiles';
import { type Refusal, type Reply, refusal, success } from '../reply';
import { type FileKind, findFile, replaceStored, type StoredFile } from '../repository';
import { readKind } from './importHandlers';

const objectNames: Partial<Record<FileKind, string>> = {
	CONFIG: 'customConfigFile',
	SCRIPT: 'installScript',
	SOFTWARE: 'customSoftware',
};

/** `PUT /osImages/{id}?imageType=…`: new description, content or partner for one file. */
export function changeFile(call: RoutedCall, appliance: Appliance): Reply {
	const [id = ''] = call.ids;
	const kind = readKind(call, appliance);
	const file = findFile(appliance.repository, id);
	if (file?.kind !== kind) {
		throw refusal(404, 'FQXHMFC9003M', { reason: `‘${id}’ is not the id of a file of type ${kind}.` });
	}
	if (!isObject(call.body)) throw refuse(appliance, 'The body is not a JSON object.');
	const object = fileObject(call.body, kind, appliance);
	const changed = { ...file, ...changes(object, file, appliance) };
	checkContent(changed, appliance);
	const named = readAssociation(call.body, object, appliance);
	const partner = named === undefined ? undefined : checkPartner(named === null ? undefined : named, kind, appliance);
	replaceStored(appliance.repository, changed);
	if (named !== undefined) associate(id, partner, appliance);
	appliance.repository.save();
	return success();
}

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9013M', { reason });

function fileObject(body: JsonObject, kind: FileKind, appliance: Appliance): JsonObject {
	const { switches } = appliance;
	const name = kind === 'UNATTEND' ? switches['put-unattend-name'] : (objectNames[kind] ?? '');
	const object = body[name];
	if (isObject(object)) return object;
	const required = kind === 'CONFIG' ? switches['put-object'] !== 'optional' : switches['put-object'] === 'both';
	if (required) throw refuse(appliance, `The object ${name} is missing.`);
	return {};
}

function changes(object: JsonObject, file: StoredFile, { repository }: Appliance): Partial<StoredFile> {
	const { description, content, version } = object;
	const bytes = typeof content === 'string' && isTextKind(file.kind) ? Buffer.from(content) : undefined;
	return {
		...(typeof description === 'string' ? { description } : {}),
		...(typeof version === 'string' ? { version } : {}),
		...(bytes ? { digest: repository.keep(bytes), size: bytes.length } : {}),
	};
}

/** The id of the new partner, `null` to take the partner away, `undefined` to leave it. */
function readAssociation(body: JsonObject, object: JsonObject, { switches }: Appliance): string | null | undefined {
	const place = switches['put-association'];
	const top = place === 'inside' ? undefined : body.associatedFileId;
	const value = top ?? (place === 'top' ? top : object.associatedFileId);
	if (typeof value === 'string' && value !== '') return value;
	const clear = { '': 'empty-string', null: 'null', undefined: 'absent' }[String(value)];
	return clear === switches['clear-association'] ? null : undefined;
}

/** `DELETE /osImages/{list}`: all of the files, or none when one of them cannot go. */
export function deleteFiles({ ids }: RoutedCall, appliance: Appliance): Reply {
	const { repository, switches } = appliance;
	const files = ids.flatMap(id => {
		const file = findFile(repository, id);
		if (file) return [file];
		if (repository.state.profiles.some(profile => profile.id === id)) return [];
		throw refusal(404, 'FQXHMFC9003M', { reason: `There is no file ‘${id}’.` });
	});
	if (switches['delete-in-use'] === 'refused') refuseUsed(files, ids, appliance);
	repository.state.files = repository.state.files.filter(({ id }) => !ids.includes(id));
	removeProfiles(ids, appliance);
	if (switches['delete-in-use'] !== 'dangling') {
		releaseAll(ids, repository);
		releaseFromProfiles(ids, appliance);
	}
	repository.save();
	return switches['delete-status'] === '204' ? { status: 204 } : success();
}

/** @throws {Refusal} when something that stays needs one of the files. */
function refuseUsed(files: readonly StoredFile[], ids: readonly string[], appliance: Appliance): void {
	for (const file of files) {
		const users = [...partnersOf(file, appliance.repository), ...profilesWith(file.id, appliance).map(({ id }) => id)];
		const staying = users.filter(id => !ids.includes(id));
		if (staying.length > 0) {
			throw refusal(409, 'FQXHMFC9014M', { reason: `‘${file.id}’ is associated with ${staying}.` });
		}
	}
}
