import path from 'node:path';
import { isRemoteUploadRequest, uploadParts } from '../../rest/wire';
import { checkDraft, isKeptKind } from '../admission';
import type { Appliance } from '../appliance';
import { type RoutedCall, readJson } from '../call';
import { jobAttribute, jobNumber } from '../jobId';
import { failJob, jobForUpload, joinJob, runJob, sizeProblem } from '../jobs';
import { storedBytes } from '../lineEnds';
import { boundaryOf, type Part, readMultipart } from '../multipart';
import { type Refusal, type Reply, refusal } from '../reply';
import type { Draft, FileKind, Job } from '../repository';
import { accepted, readKind } from './importHandlers';

/** Of a text file all is kept; of an image only the length is of interest. */
const keptBytes = 64 * 1024 * 1024;

/** `POST /files/osImages?jobId=…`: the bytes of an announced file, or the place of it on a remote file server. */
export async function uploadFile(call: RoutedCall, appliance: Appliance): Promise<Reply> {
	const named = call.query.has('imageType') ? readKind(call, appliance) : undefined;
	const asked = { id: jobNumber(call.query.get('jobId') ?? ''), user: call.user.name };
	const find = (): Job => jobForUpload({ ...asked, companion: isCompanion(asked.id, named, appliance) }, appliance);
	const job = find();
	const kind = named ?? job.kind;
	if (kind !== job.kind && !isBundlePair(kind, job.kind)) {
		throw refuse(appliance, `Job ${job.id} was made for a file of type ${job.kind}, not ${kind}.`);
	}
	const boundary = boundaryOf(call.headers['content-type']);
	const draft =
		boundary === undefined
			? await remoteDraft(call, kind, appliance)
			: await uploadedDraft(call, { kind, boundary }, appliance);
	checkDraft(draft, appliance);
	// The body may have taken its time: the job is looked at again.
	return start(find(), draft, appliance);
}

function start(job: Job, { arrived, ...draft }: Arrived, appliance: Appliance): Reply {
	if (isCompanion(String(job.id), draft.kind, appliance)) joinJob(job, draft, appliance);
	else {
		const problem = sizeProblem(
			{ announced: arrived === undefined ? undefined : job.announced, arrived: arrived ?? 0 },
			appliance,
		);
		const running = runJob(job, draft, appliance);
		if (problem) failJob(running, problem, appliance);
	}
	appliance.repository.save();
	return accepted(jobAttribute(job.id, appliance), appliance);
}

/** A draft with the number of bytes that came; of a file on a remote server none do. */
interface Arrived extends Draft {
	readonly arrived?: number;
}

/** True for a signature whose bundle the job has, and for a bundle whose signature it has. */
const isCompanion = (id: string, kind: FileKind | undefined, { repository: { state } }: Appliance): boolean =>
	kind !== undefined &&
	state.jobs.some(
		job => String(job.id) === id && job.state !== 'waiting' && job.kind !== kind && isBundlePair(kind, job.kind),
	);

/** A bundle and its signature share one job. */
const isBundlePair = (one: FileKind, other: FileKind): boolean =>
	[one, other].every(kind => kind === 'BUNDLE' || kind === 'BUNDLESIG');

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9011M', { reason });

async function uploadedDraft(
	call: RoutedCall,
	{ kind, boundary }: { readonly kind: FileKind; readonly boundary: string },
	appliance: Appliance,
): Promise<Arrived> {
	const parts = await readMultipart(call.stream, boundary, isKeptKind(kind) ? keptBytes : 0);
	const part = filePart(parts);
	if (!part) throw refuse(appliance, `The body has no part ‘${uploadParts.file}’ with a file.`);
	if (part.size === 0) throw refuse(appliance, 'The file is empty.');
	const facts = {
		...queryDraft(call, kind, appliance),
		name: call.query.get('imageName') || (part.filename ?? ''),
		arrived: part.size,
	};
	if (!isKeptKind(kind) || part.size > keptBytes) return { ...facts, size: part.size };
	const bytes = storedBytes(part.content, kind, appliance);
	return { ...facts, size: bytes.length, digest: appliance.repository.keep(bytes) };
}

/** The part `name` says which part holds the file; without it the first part with a file name does. */
function filePart(parts: readonly Part[]): Part | undefined {
	const named = parts.find(({ name, filename }) => name === uploadParts.name && filename === undefined);
	const wanted = named?.content.toString('utf8') || uploadParts.file;
	return parts.find(({ name }) => name === wanted) ?? parts.find(({ filename }) => filename !== undefined);
}

async function remoteDraft(call: RoutedCall, kind: FileKind, appliance: Appliance): Promise<Arrived> {
	const body = await readJson(call.stream);
	if (!isRemoteUploadRequest(body)) throw refuse(appliance, 'The body is neither a file nor serverId and path.');
	const server = appliance.repository.state.servers.find(({ serverId }) => serverId === body.serverId);
	if (!server) throw refusal(404, 'FQXHMFC9003M', { reason: `There is no remote file server ‘${body.serverId}’.` });
	const name = call.query.get('imageName') || path.posix.basename(body.path);
	return { ...queryDraft(call, kind, appliance), name, size: 0 };
}

function queryDraft({ query }: RoutedCall, kind: FileKind, appliance: Appliance): Omit<Draft, 'name' | 'size'> {
	const { switches } = appliance;
	const osrelease = query.get('osrelease') ?? '';
	if (kind === 'UNATTEND' && !query.get('os')) throw refuse(appliance, 'The parameter os is missing.');
	if (kind === 'UNATTEND' && osrelease === '' && switches['upload-osrelease'] === 'required') {
		throw refuse(appliance, 'The parameter osrelease is missing.');
	}
	const isConfig = kind === 'CONFIG';
	return {
		kind,
		description: query.get('description') ?? '',
		os: isConfig ? '' : (query.get('os') ?? ''),
		osrelease: isConfig ? '' : osrelease,
		deviceType: query.get('deviceType') ?? query.get('devicetype') ?? '',
		associatedFileId:
			switches['upload-association'] === 'read' ? (query.get('associatedFileId') ?? undefined) : undefined,
	};
}
