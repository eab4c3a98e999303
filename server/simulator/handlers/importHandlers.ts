import { type ContentRequest, isContentRequest, isImageType, isInitRequest } from '../../rest/wire';
import { admit, checkDraft } from '../admission';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { shownId } from '../fileId';
import { jobAttribute } from '../jobId';
import { createJob, failJob, runJob, sizeProblem } from '../jobs';
import { storedBytes } from '../lineEnds';
import { type Refusal, type Reply, refusal, success } from '../reply';
import type { Draft, FileKind } from '../repository';

/** `POST /osImages`: announces a file to upload, or imports one by its content. */
export function startImport(call: RoutedCall, appliance: Appliance): Reply {
	const kind = readKind(call, appliance);
	if (call.query.get('importByContent')?.toLowerCase() === 'true') return importByContent(call, kind, appliance);
	if (!isInitRequest(call.body)) {
		throw refuse(appliance, 'The body needs the attribute Action with the value Init.');
	}
	const announced = readSize(call.body.fileSize, appliance);
	const job = createJob({ user: call.user.name, kind, announced }, appliance);
	appliance.repository.save();
	return accepted(jobAttribute(job.id, appliance), appliance);
}

/** The reply to an import that is taken. */
export const accepted = (attributes: Readonly<Record<string, unknown>>, { switches }: Appliance): Reply => ({
	...success(attributes),
	status: Number(switches['import-status']),
});

function readSize(fileSize: unknown, appliance: Appliance): number | undefined {
	if (fileSize === undefined || fileSize === null) return undefined;
	if (/^\d{1,15}$/.test(String(fileSize))) return Number(fileSize);
	throw refuse(appliance, 'fileSize is not a number of bytes.');
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

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9011M', { reason });

function importByContent({ body, user }: RoutedCall, kind: FileKind, appliance: Appliance): Reply {
	const { switches, repository } = appliance;
	if (switches['content-import'] === 'refused') throw refuse(appliance, 'importByContent is not supported.');
	if (kind !== 'CONFIG' && kind !== 'UNATTEND') {
		throw refuse(appliance, 'importByContent is for imageType UNATTEND and CONFIG only.');
	}
	if (!isContentRequest(body)) throw refuse(appliance, 'The attribute content is missing or empty.');
	const sent = Buffer.from(contentText(body.content, kind, appliance));
	const announced = typeof body.content === 'string' ? readSize(body.fileSize, appliance) : undefined;
	const problem = sizeProblem({ announced, arrived: sent.length }, appliance);
	const draft = toDraft(body, { kind, sent }, appliance);
	checkDraft(draft, appliance);
	if (switches['content-import'] === 'at-once') {
		if (problem) throw refuse(appliance, problem.explanation);
		const file = admit(draft, user.name, appliance);
		repository.save();
		const key = switches['reply-id'];
		return accepted(key === 'no' ? {} : { [key]: shownId(file.id, appliance) }, appliance);
	}
	const job = runJob(createJob({ user: user.name, kind }, appliance), draft, appliance);
	if (problem) failJob(job, problem, appliance);
	repository.save();
	return accepted(jobAttribute(job.id, appliance), appliance);
}

function toDraft(
	body: ContentRequest,
	{ kind, sent }: { readonly kind: FileKind; readonly sent: Buffer },
	appliance: Appliance,
): Draft {
	const isConfig = kind === 'CONFIG';
	if (!isConfig && !body.os) throw refuse(appliance, 'The attribute os is missing.');
	if (!isConfig && !body.osrelease) throw refuse(appliance, 'The attribute osrelease is missing.');
	const bytes = storedBytes(sent, kind, appliance);
	return {
		kind,
		name: body.name ?? (isConfig ? 'config.json' : 'unattend.cfg'),
		description: body.description ?? '',
		os: isConfig ? '' : (body.os ?? ''),
		osrelease: isConfig ? '' : (body.osrelease ?? ''),
		deviceType: body.deviceType ?? body.devicetype ?? '',
		associatedFileId: appliance.switches['import-association'] === 'read' ? body.associatedFileId : undefined,
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
