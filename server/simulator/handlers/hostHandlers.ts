import { isObject, type JsonObject } from '../../rest/wire';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { jobAttribute } from '../jobId';
import { runDeployment } from '../jobs';
import { profileEntries } from '../profiles';
import { type Refusal, type Reply, refusal, success } from '../reply';
import { findFile } from '../repository';
import { accepted } from './importHandlers';

/** The one server that the simulator manages; nothing is behind it. */
export const simulatedHost = 'FFFFFFFF000000000000000000000001';

/** `GET /hostPlatforms`: the servers, each with the profiles that can be deployed to it. */
export function listHosts(_call: RoutedCall, appliance: Appliance): Reply {
	const { settings, deployment } = hostOf(appliance);
	const availableImages = deployable(appliance).map(({ id, name }) => ({
		label: name,
		selected: id === deployment?.selectedImage,
		value: id,
	}));
	const host = {
		uuid: simulatedHost,
		bootOrder: [],
		deployStatus: deployment ? 'Deployed' : 'Not Deployed',
		activeDeployTaskID: '',
		windowsDomain: { OU: '', domainName: '' },
		networkSettings: {},
		storageSettings: {},
		...settings,
		availableImages,
	};
	return success({ items: [host] });
}

const hostOf = ({ repository: { state } }: Appliance) => state.hosts[simulatedHost] ?? {};

const deployable = (appliance: Appliance): readonly JsonObject[] =>
	appliance.repository.state.files.filter(({ kind }) => kind === 'OS').flatMap(file => profileEntries(file, appliance));

/** `PUT /hostPlatforms` with an array of hosts: a job for each that would install the system. */
export function deploy({ body, user }: RoutedCall, appliance: Appliance): Reply {
	if (!Array.isArray(body) || body.length === 0) throw refuse(appliance, 'The body must be an array of hosts.');
	const orders = body.map(order => checkOrder(order, appliance));
	const { state } = appliance.repository;
	const jobs = orders.map(order => {
		state.hosts = { ...state.hosts, [simulatedHost]: { ...hostOf(appliance), deployment: order } };
		return runDeployment(user.name, appliance);
	});
	appliance.repository.save();
	return accepted(jobAttribute(jobs[0]?.id ?? 0, appliance), appliance);
}

function checkOrder(order: unknown, appliance: Appliance): JsonObject {
	if (!isObject(order) || order.uuid !== simulatedHost) {
		throw refusal(404, 'FQXHMFC9003M', { reason: `The uuid is none of ${simulatedHost}.` });
	}
	const profile = deployable(appliance).find(({ id }) => id === order.selectedImage);
	if (!profile) throw refuse(appliance, `‘${order.selectedImage}’ is not the id of a profile.`);
	for (const [key, kind] of [
		['unattendFileId', 'UNATTEND'],
		['configFileId', 'CONFIG'],
	] as const) {
		const id = order[key];
		if (id !== undefined && id !== null && id !== '' && findFile(appliance.repository, String(id))?.kind !== kind) {
			throw refuse(appliance, `${key} ‘${id}’ is not the id of a file of type ${kind}.`);
		}
	}
	if (hasConfig(profile) && !order.configFileId) {
		throw refuse(appliance, 'The profile has a configuration-settings file, and configFileId is missing.');
	}
	return order;
}

function hasConfig({ customizationOptions }: JsonObject): boolean {
	const options = isObject(customizationOptions) ? customizationOptions.customConfigOptions : undefined;
	const ids = isObject(options) ? options.customConfigFileIds : undefined;
	return Array.isArray(ids) && ids.length > 0;
}

const refuse = ({ switches }: Appliance, reason: string): Refusal =>
	refusal(switches['refusal-status'], 'FQXHMFC9013M', { reason });

/** `GET /osdeployment/hostSettings`: what was last set for each host. */
export function showHostSettings(_call: RoutedCall, appliance: Appliance): Reply {
	return success({ hostSettings: [{ uuid: simulatedHost, ...hostOf(appliance).settings }] });
}

/** `POST` and `PUT /osdeployment/hostSettings`: network and storage settings of one host, or of an array of them. */
export function changeHostSettings({ body }: RoutedCall, appliance: Appliance): Reply {
	const { repository } = appliance;
	for (const settings of Array.isArray(body) ? body : [body]) {
		if (!isObject(settings) || settings.uuid !== simulatedHost) {
			throw refusal(404, 'FQXHMFC9003M', { reason: `The uuid is none of ${simulatedHost}.` });
		}
		const host = hostOf(appliance);
		const changed = { ...host, settings: { ...host.settings, ...settings } };
		repository.state.hosts = { ...repository.state.hosts, [simulatedHost]: changed };
	}
	repository.save();
	return success();
}
