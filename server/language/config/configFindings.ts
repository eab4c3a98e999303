import { nameFindings } from './checks/nameChecks';
import { regexFindings } from './checks/regexChecks';
import { requestFindings } from './checks/requestChecks';
import { schemaFindings } from './checks/schemaChecks';
import { depthLimit, describe, settingsOf } from './checks/setting';
import { treeFindings } from './checks/treeChecks';
import { valueFindings } from './checks/valueChecks';
import type { ConfigBody } from './configBody';
import { type Finding, finding } from './finding';
import { isJsonObject, type JsonPath, type JsonValue } from './json/jsonNode';

/** Everything that the rules have to say about the value of a file. Works on the plain value, without offsets. */
export function configFindings(value: JsonValue, body: ConfigBody): Finding[] {
	const file = valueAt(value, body.path);
	const request = requestFindings(value, body);
	if (!isJsonObject(file)) {
		// The file may be carried as text, which is another file's matter.
		if (body.kind !== 'file') return request;
		return [finding('config-root', { path: body.path, part: 'setting' }, { found: describe(file) })];
	}
	const settings = settingsOf(file, body.path);
	const isDeep = settings.some(({ depth }) => depth === depthLimit);
	return [
		...request,
		// ajv's validator calls itself for each level.
		...(isDeep ? [] : schemaFindings(file, body.path)),
		...nameFindings(settings),
		...settings.flatMap(setting => [...treeFindings(setting), ...valueFindings(setting)]),
		...regexFindings(settings),
	];
}

function valueAt(value: JsonValue, path: JsonPath): JsonValue | undefined {
	let at: JsonValue | undefined = value;
	for (const step of path) {
		at = Array.isArray(at) ? at[Number(step)] : isJsonObject(at) ? at[String(step)] : undefined;
	}
	return at;
}
