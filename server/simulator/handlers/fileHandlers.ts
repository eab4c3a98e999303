import { isObject, type JsonObject } from '../../rest/wire';
import { checkContent, isTextKind } from '../admission';
import type { Appliance } from '../appliance';
import { associate, checkPartner } from '../association';
import type { RoutedCall } from '../call';
import { removeFiles } from '../deletion';
import { storedBytes } from '../lineEnds';
import { type Refusal, type Reply, refusal, success } from '../reply';
import { changeStored, type FileKind, findFile, type StoredFile } from '../repository';
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
	changeStored(appliance.repository, changed, appliance.now());
	if (named !== undefined) associate(id, partner, appliance);
	appliance.repository.save();
	const reply = { json: success(), 204: { status: 204 }, empty: { status: 200 } };
	return reply[appliance.switches['put-reply']];
}

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9013M', { reason });

/** The object of the file that the body carries; `undefined` where there is none, and none is needed. */
function fileObject(body: JsonObject, kind: FileKind, appliance: Appliance): JsonObject | undefined {
	const { switches } = appliance;
	const name = kind === 'UNATTEND' ? switches['put-unattend-name'] : (objectNames[kind] ?? '');
	const object = body[name];
	if (isObject(object)) {
		if (switches['put-content'] === 'optional' || typeof object.content === 'string' || !isTextKind(kind))
			return object;
		throw refuse(appliance, `The object ${name} has no content.`);
	}
	const required = kind === 'CONFIG' ? switches['put-object'] !== 'optional' : switches['put-object'] === 'both';
	if (required) throw refuse(appliance, `The object ${name} is missing.`);
	return undefined;
}

function changes(object: JsonObject | undefined, file: StoredFile, appliance: Appliance): Partial<StoredFile> {
	if (!object) return {};
	const { repository, switches } = appliance;
	const { description, content, version } = object;
	const isText = typeof content === 'string' && isTextKind(file.kind);
	const bytes = isText ? storedBytes(Buffer.from(content), file.kind, appliance) : undefined;
	const isKept = switches['list-description'] !== 'dropped';
	return {
		...(typeof description === 'string' && isKept ? { description } : {}),
		...(typeof description !== 'string' && switches['put-missing'] === 'cleared' ? { description: '' } : {}),
		...(typeof version === 'string' ? { version } : {}),
		...(bytes ? { digest: repository.keep(bytes), size: bytes.length } : {}),
	};
}

/** The id of the new partner, `null` to take the partner away, `undefined` to leave it. */
function readAssociation(
	body: JsonObject,
	object: JsonObject = {},
	{ switches }: Pick<Appliance, 'switches'>,
): string | null | undefined {
	const place = switches['put-association'];
	const top = place === 'inside' ? undefined : body.associatedFileId;
	const value = top ?? (place === 'top' ? top : object.associatedFileId);
	if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
	const clear = { '': 'empty-string', null: 'null', undefined: 'absent' }[String(value)];
	return clear === switches['clear-association'] ? null : undefined;
}

/** `DELETE /osImages/{list}`: all of the files, or none when one of them cannot go. */
export function deleteFiles({ ids }: RoutedCall, appliance: Appliance): Reply {
	removeFiles(ids, appliance);
	appliance.repository.save();
	return appliance.switches['delete-status'] === '204' ? { status: 204 } : success();
}
