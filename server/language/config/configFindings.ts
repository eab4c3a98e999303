import { t } from '../../texts/texts';
import { hasUnknownKey, respelt } from './checks/misspeltKeys';
import { checkNames } from './checks/nameChecks';
import { checkRegexes } from './checks/regexChecks';
import { requestFindings } from './checks/requestChecks';
import { schemaFindings, violationsOf } from './checks/schemaChecks';
import { depthLimit, describe, type Setting, settingsOf } from './checks/setting';
import { checkTree } from './checks/treeChecks';
import { checkValue } from './checks/valueChecks';
import type { ConfigBody } from './configBody';
import { type Finding, finding } from './finding';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from './json/jsonNode';

/** Everything that the rules have to say about the value of a file. Works on the plain value, without offsets. */
export function configFindings(value: JsonValue, body: ConfigBody): Finding[] {
	const file = valueAt(value, body.path);
	const request = requestFindings(value, body);
	if (!isJsonObject(file)) {
		// The file may be carried as text, which is another file's matter.
		if (body.kind !== 'file') return request;
		return [finding('config-root', { path: body.path, part: 'setting' }, { found: describe(file) })];
	}
	return [...request, ...wrapperFindings(body), ...fileFindings(file, body.path)];
}

/** A key around the whole file. */
function wrapperFindings({ path, isWrapped }: ConfigBody): Finding[] {
	if (!isWrapped) return [];
	const facts = { key: String(path[0]), hint: ` ${t('The object inside it is the file.')}`, isWrapper: true };
	return [finding('config-unknown-key', { path, part: 'key' }, facts)];
}

function fileFindings(file: JsonObject, path: JsonPath): Finding[] {
	const settings = settingsOf(file, path);
	// ajv's validator calls itself for each level. The deepest setting is the last.
	const isDeep = settings.at(-1)?.depth === depthLimit;
	const violations = isDeep ? [] : violationsOf(file);
	if (violations.length === 0) return settingFindings(settings);
	// A misspelt key is unknown to the schema, so that a file which passes has none.
	const respelling = settings.some(hasUnknownKey) ? respelt(file, path) : undefined;
	if (!respelling) return [...schemaFindings(file, path, violations), ...settingFindings(settings)];
	const { file: read } = respelling;
	const found = [...schemaFindings(read, path, violationsOf(read)), ...settingFindings(settingsOf(read, path))];
	return respelling.findings.concat(
		found.map(each => {
			const path = respelling.written(each.path);
			const other = each.other && respelling.written(each.other);
			return path === each.path && other === each.other ? each : { ...each, path, ...(other ? { other } : {}) };
		}),
	);
}

function settingFindings(settings: readonly Setting[]): Finding[] {
	const found: Finding[] = [];
	checkNames(settings, found);
	for (const setting of settings) {
		checkTree(setting, found);
		checkValue(setting, found);
	}
	checkRegexes(settings, found);
	return found;
}

function valueAt(value: JsonValue, path: JsonPath): JsonValue | undefined {
	let at: JsonValue | undefined = value;
	for (const step of path) {
		at = Array.isArray(at) ? at[Number(step)] : isJsonObject(at) ? at[String(step)] : undefined;
	}
	return at;
}
