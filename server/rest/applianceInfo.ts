import { isObject, type JsonObject } from './wire';

export interface ApplianceInfo {
	readonly name?: string;
	readonly version?: string;
	readonly build?: string;
	readonly uuid?: string;
	readonly raw: JsonObject;
}

/** Reads the answer to `GET /aicc`. */
export function readApplianceInfo(body: JsonObject): ApplianceInfo {
	const appliance = isObject(body.appliance) ? body.appliance : {};
	const known = ['name', 'version', 'build', 'uuid'].filter(key => typeof appliance[key] === 'string');
	return { ...Object.fromEntries(known.map(key => [key, appliance[key]])), raw: body };
}
