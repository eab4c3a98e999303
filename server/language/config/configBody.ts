import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from './json/jsonNode';

/** Where in a JSON text the configuration-settings file is: at its top, or inside a request that carries one. */
export interface ConfigBody {
	readonly kind: 'file' | 'importRequest' | 'validationRequest';
	/** Path of the file's top-most object. */
	readonly path: JsonPath;
	/** The file is wrapped in a key of its own, which no request has. */
	readonly isWrapped?: boolean;
}

/** Attributes of an import request that no configuration-settings file has. */
const requestKeys = ['os', 'osrelease', 'deviceType', 'devicetype', 'fileSize', 'associatedFileId', 'imageType'];

/** Keys that tell a setting from other people's objects. */
const isSetting = (value: JsonValue | undefined): value is JsonObject =>
	isJsonObject(value) && (Object.hasOwn(value, 'category') || Object.hasOwn(value, 'template'));

/** Finds the configuration-settings file in a value: bodies of `POST /osImages` and of the validator carry one. */
export function configBody(value: JsonValue | undefined): ConfigBody {
	if (Array.isArray(value) && isJsonObject(value[0]) && isJsonObject(value[0].customConfigValues)) {
		return { kind: 'validationRequest', path: [0, 'customConfigValues'] };
	}
	if (isJsonObject(value)) {
		if (isJsonObject(value.customConfigValues)) return { kind: 'validationRequest', path: ['customConfigValues'] };
		const path = isSetting(value) ? undefined : importedPath(value);
		if (path) return { kind: 'importRequest', path };
		const [key, ...others] = Object.keys(value);
		const inner = key === undefined || others.length > 0 ? undefined : value[key];
		if (key !== undefined && isSetting(inner) && Array.isArray(inner.content))
			return { kind: 'file', path: [key], isWrapped: true };
	}
	return { kind: 'file', path: [] };
}

function importedPath(request: JsonObject): JsonPath | undefined {
	const { content } = request;
	if (isSetting(content)) return ['content'];
	if (!requestKeys.some(key => Object.hasOwn(request, key))) return undefined;
	if (Array.isArray(content) && isSetting(content[0])) return ['content', 0];
	return typeof content === 'string' && content.trimStart().startsWith('{') ? ['content'] : undefined;
}
