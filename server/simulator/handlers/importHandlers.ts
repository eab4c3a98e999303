import { type ContentRequest, isContentRequest, isImageType, isInitRequest } from '../../rest/wire';
import { admit, checkDraft } from '../admission';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { createJob, runJob } from '../jobs';
import { type Refusal, type Reply, refusal, success } from '../reply';
import type { Draft, FileKind } from '../repository';

/** `POST /osImages`: announces a file to upload, or imports one by its content. */
export function startImport(call: RoutedCall, appliance: Appliance): Reply {
	const kind = readKind(call, appliance);
	if (call.query.get('importByContent')?.toLowerCase() === 'true') return importByContent(call, kind, appliance);
	if (!isInitRequest(call.body)) {
		throw refuse(appliance, 'The body needs the attribute Action with the value Init.');
	}
	const job = createJob(call.user.name, kind, appliance);
	appliance.repository.save();
	return success({ jobId: jobIdOf(job.id, appliance) });
}

/**
 * The kind that `imageType` names, OS when it is missing.
 * @throws {Refusal} for a name that this appliance does not know.
 */
export function readKind({ query }: RoutedCall, appliance: Appliance): FileKind {
	const type = query.get('imageType') ?? 'OS';
	const spelling = appliance.switches['config-spelling'];
	const isConfig = type === 'CONFIG' || type === 'CUSTOM_CONFIG';
	if (!isImageType(type) || (isConfig && spelling !== 'both' && spelling !== type)) {
		throw refuse(appliance, `imageType ‘${type}’ is not known.`);
	}
	return type === 'CUSTOM_CONFIG' ? 'CONFIG' : type;
}

export const jobIdOf = (id: number, { switches }: Appliance): string | number =>
	switches['job-id'] === 'number' ? id : String(id);

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9011M', { reason });

function importByContent({ body, user }: RoutedCall, kind: FileKind, appliance: Appliance): Reply {
	const { switches, repository } = appliance;
	if (switches['content-import'] === 'refused') throw refuse(appliance, 'importByContent is not supported.');
	if (kind !== 'CONFIG' && kind !== 'UNATTEND') {
		throw refuse(appliance, 'importByContent is for imageType UNATTEND and CONFIG only.');
	}
	if (!isContentRequest(body)) throw refuse(appliance, 'The attribute content is missing or empty.');
	const draft = toDraft(body, kind, appliance);
	checkDraft(draft, appliance);
	if (switches['content-import'] === 'at-once') {
		admit(draft, appliance);
		repository.save();
		return success();
	}
	const job = createJob(user.name, kind, appliance);
	runJob(job, draft, appliance);
	repository.save();
	return success({ jobId: jobIdOf(job.id, appliance) });
}

function toDraft(body: ContentRequest, kind: FileKind, appliance: Appliance): Draft {
	const isConfig = kind === 'CONFIG';
	if (!isConfig && !body.os) throw refuse(appliance, 'The attribute os is missing.');
	if (!isConfig && !body.osrelease) throw refuse(appliance, 'The attribute osrelease is missing.');
	const bytes = Buffer.from(contentText(body.content, kind, appliance));
	return {
		kind,
		name: body.name ?? (isConfig ? 'config.json' : 'unattend.cfg'),
		description: body.description ?? '',
		os: isConfig ? '' : (body.os ?? ''),
		osrelease: isConfig ? '' : (body.osrelease ?? ''),
		deviceType: body.deviceType ?? body.devicetype ?? '',
		associatedFileId: body.associatedFileId,
		size: bytes.length,
		digest: appliance.repository.keep(bytes),
	};
}

/** JSON in place of a text is written out; the vendor's example puts an array around the object. */
function contentText(content: unknown, kind: FileKind, appliance: Appliance): string {
	const form = appliance.switches['content-form'];
	if (typeof content === 'string') {
		if (form === 'json' && kind === 'CONFIG')
			throw refuse(appliance, 'The attribute content must be JSON, not a text.');
		return content;
	}
	if (form === 'string' || kind !== 'CONFIG') throw refuse(appliance, 'The attribute content must be a text.');
	return JSON.stringify(Array.isArray(content) && content.length === 1 ? content[0] : content, undefined, 2);
}
