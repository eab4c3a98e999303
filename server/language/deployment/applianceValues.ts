import { type Answers, serverAnswers } from './answers';
import { predefinedAnswer } from './macroValues';

/** What an appliance says of predefined macros. Keys are macros without hashes. */
export interface ApplianceValues {
	/** For every server that it deploys to. */
	readonly common: Readonly<Record<string, string>>;
	/** Of the servers that it knows. */
	readonly hosts: readonly { readonly uuid: string; readonly values: Readonly<Record<string, string>> }[];
}

/**
 * What it says for one server of the values file, counted from 0. A server of the appliance is that one by the UUID in
 * the values file, else by its host name; by nothing else, so that no server gets the address of another.
 */
export function applianceValues(
	{ common, hosts }: ApplianceValues,
	answers: Answers,
	server: number,
): Readonly<Record<string, string>> {
	const own = serverAnswers(answers, server);
	const uuid = predefinedAnswer(own.predefined, 'predefined.hostPlatforms.uuid');
	const name = own.name?.toLowerCase();
	const nameOf = ({ values }: ApplianceValues['hosts'][number]): string | undefined =>
		values['predefined.hostPlatforms.networkSettings.hostname']?.toLowerCase();
	const host =
		uuid === undefined
			? hosts.find(each => name !== undefined && nameOf(each) === name)
			: hosts.find(each => each.uuid.toLowerCase() === uuid.toLowerCase());
	return { ...common, ...host?.values };
}
