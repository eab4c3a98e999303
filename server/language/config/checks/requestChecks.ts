import type { ConfigBody } from '../configBody';
import { type Finding, finding } from '../finding';
import { isJsonObject, type JsonValue } from '../json/jsonNode';

/** What there is to say about a text that carries a configuration-settings file instead of being one. */
export function requestFindings(value: JsonValue, body: ConfigBody): Finding[] {
	if (body.kind === 'file') return [];
	const keyIndex = body.path.findIndex(step => typeof step === 'string');
	const key = String(body.path[keyIndex]);
	const place = { path: body.path.slice(0, keyIndex + 1), part: 'key' } as const;
	const findings: Finding[] = [finding('config-request-body', place, { key })];
	if (body.kind !== 'importRequest' || !isJsonObject(value)) return findings;
	for (const attribute of Object.keys(value)) {
		const at = { path: [attribute], part: 'key' } as const;
		if (attribute !== 'deviceType' && attribute.toLowerCase() === 'devicetype') {
			findings.push(finding('config-request-device-type', at, { key: attribute, replacement: '"deviceType"' }));
		}
		if (attribute === 'os' || attribute === 'osrelease') {
			findings.push(finding('config-request-os', at, { key: attribute }));
		}
	}
	return findings;
}
