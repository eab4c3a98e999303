import { t } from '../texts/texts';
import type { FollowOptions } from './followTask';
import {
	type ImageProfile,
	type NewProfile,
	type ProfileFileKind,
	profileFileKinds,
	readImageProfiles,
} from './imageProfiles';
import type { XClarityClient } from './xclarityClient';
import { isCancelled, XClarityError } from './xclarityError';

export interface BuildOptions extends Pick<FollowOptions, 'onProgress'> {
	/** Takes a sentence about what could not be taken back. */
	readonly onRemains?: ((sentence: string) => void) | undefined;
}

export interface BuiltProfile {
	readonly profile: ImageProfile;
	readonly jobId?: string;
	/** Ids that were asked for and that the appliance does not show in the profile. */
	readonly missing: readonly string[];
	/** Kinds that were asked for and of which the appliance shows nothing, whether they are there or not. */
	readonly unseen: readonly ProfileFileKind[];
}

/**
 * Makes a custom profile of `base`, waits for its job, finds it in the list and compares its files with what was asked for. A
 * cancelled build is cancelled on the appliance, and what it made is removed.
 * @throws {XClarityError} `failed` when the profile is not there in the end.
 */
export async function buildAndFind(
	client: XClarityClient,
	base: ImageProfile,
	{ wanted, ...options }: BuildOptions & { readonly wanted: NewProfile },
): Promise<BuiltProfile> {
	const known = new Set(readImageProfiles(await client.osImages()).map(({ id }) => id));
	const find = async (through: XClarityClient, id?: string): Promise<ImageProfile | undefined> =>
		readImageProfiles(await through.osImages()).find(
			profile =>
				!known.has(profile.id) &&
				(id === undefined || profile.id === id) &&
				profile.image.id === base.image.id &&
				(wanted.name === undefined || profile.name === wanted.name),
		);
	let jobId: string | undefined;
	try {
		const answer = await sendOnce(client, base.id, wanted);
		jobId = answer.jobId;
		if (jobId !== undefined) await client.followTask(jobId, { onProgress: options.onProgress });
		const profile = await find(client, answer.id);
		if (profile) return { profile, ...(jobId === undefined ? {} : { jobId }), ...compare(profile, wanted) };
		throw (
			answer.lost ??
			new XClarityError(t('{host} does not show the profile that was built.', { host: client.host }), {
				kind: 'failed',
			})
		);
	} catch (error) {
		if (isCancelled(error)) await takeBack(client.withSignal(undefined), jobId, { find, ...options });
		throw error;
	}
}

interface Sent {
	readonly jobId?: string;
	readonly id?: string;
	/** Why the answer is not known; the profile may be there all the same. */
	readonly lost?: XClarityError;
}

async function sendOnce(client: XClarityClient, profileId: string, wanted: NewProfile): Promise<Sent> {
	try {
		// Not cancelled half-way: without the answer its job is not known.
		return await client.withSignal(undefined).buildProfile(profileId, wanted);
	} catch (error) {
		const lost = error instanceof XClarityError && ['unreachable', 'failed', 'unexpected'].includes(error.kind);
		if (!lost) throw error;
		return { lost: error };
	}
}

async function takeBack(
	client: XClarityClient,
	jobId: string | undefined,
	{ find, onRemains }: BuildOptions & { find(through: XClarityClient): Promise<ImageProfile | undefined> },
): Promise<void> {
	try {
		// A job that has ended cannot be cancelled; what it made is looked for.
		if (jobId !== undefined) await client.cancelTask(jobId).catch(() => undefined);
		const profile = await find(client);
		if (profile) await client.remove([profile.id]);
	} catch (error) {
		if (!(error instanceof XClarityError)) throw error;
		onRemains?.(t('The profile may have been built all the same: {error}', { error: error.message }));
	}
}

function compare({ files }: ImageProfile, wanted: NewProfile): Pick<BuiltProfile, 'missing' | 'unseen'> {
	const { configFileIds, unattendFileIds, bootFileIds = [], softwareFileIds = [] } = wanted;
	const idsOf = { config: configFileIds, unattend: unattendFileIds, boot: bootFileIds, software: softwareFileIds };
	const asked = profileFileKinds.filter(kind => idsOf[kind].length > 0);
	return {
		missing: asked.flatMap(kind => idsOf[kind].filter(id => files[kind]?.includes(id) === false)),
		unseen: asked.filter(kind => files[kind] === undefined),
	};
}
