import { isObject, type JsonObject } from '../../rest/wire';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { jobAttribute } from '../jobId';
import { createJob, runProfileJob } from '../jobs';
import { type CustomProfile, imageOfProfile, profileOptions, readOptions } from '../profiles';
import { type Refusal, type Reply, refusal, success } from '../reply';
import { findFile } from '../repository';
import { accepted } from './importHandlers';

/** `POST /osImages/{id}`: a custom profile, made from the predefined one of that id. */
export function buildProfile({ ids: [id = ''], body, user }: RoutedCall, appliance: Appliance): Reply {
	const image = imageOfProfile(id, appliance);
	if (!image) throw refusal(404, 'FQXHMFC9003M', { reason: `‘${id}’ is not the id of a predefined profile.` });
	const given = isObject(body) ? body.profile : undefined;
	if (!isObject(given)) throw refuse(appliance, 'The object profile is missing.');
	const profile = readProfile(given, { id, imageId: image.id }, appliance);
	const { repository, switches } = appliance;
	if (switches['profile-build'] === 'at-once') {
		repository.state.profiles.push(profile);
		repository.state.nextJob += 1;
		repository.save();
		return success(switches['profile-id'] === 'yes' ? { id: profile.id } : {});
	}
	const job = createJob({ user: user.name, kind: 'OSPROFILE' }, appliance);
	runProfileJob(job, profile, appliance);
	repository.save();
	const made = switches['profile-id'] === 'yes' ? { id: profile.id } : {};
	return accepted({ ...jobAttribute(job.id, appliance), ...made }, appliance);
}

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9013M', { reason });

function readProfile(
	{ name, description, customizationOptions: options }: JsonObject,
	base: Pick<CustomProfile, 'id' | 'imageId'>,
	appliance: Appliance,
): CustomProfile {
	if (!isObject(options)) throw refuse(appliance, 'The object customizationOptions is missing.');
	const files = readOptions(options, appliance);
	for (const { kind, array } of profileOptions(appliance.switches)) {
		const wrong = files[array]?.find(id => findFile(appliance.repository, id)?.kind !== kind);
		if (wrong !== undefined) throw refuse(appliance, `‘${wrong}’ is not the id of a file of type ${kind}.`);
	}
	const custom = appliance.repository.state.nextJob;
	return {
		id: `${base.id}-custom-${custom}`,
		imageId: base.imageId,
		name: typeof name === 'string' && name !== '' ? name : `${base.id.replace(/^.*\|/, '')}-custom-${custom}`,
		description: typeof description === 'string' ? description : '',
		files,
	};
}
