/**
 * What travels between a client and the appliance: paths, names and the shapes of the JSON bodies, as far as Lenovo
 * documents them or its own clients show them. Types describe what is sent and promised; guards tell whether a body
 * that came in can be read as such. Unknown keys are allowed everywhere.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: unknown };

export const paths = {
	sessions: '/sessions',
	appliance: '/aicc',
	osImages: '/osImages',
	/** Where the bytes of a file go, once a job was made for it. */
	files: '/files/osImages',
	customSettings: '/osImages/customSettings',
	remoteFileServers: '/osImages/remoteFileServers',
	tasks: '/tasks',
	globalSettings: '/osdeployment/globalSettings',
	hostSettings: '/osdeployment/hostSettings',
	hostPlatforms: '/hostPlatforms',
} as const;

export const headerNames = {
	csrf: 'X-Csrf-Token',
	/** With the value `checkSession`, the request does not keep an idle session alive. */
	notUserInput: 'X-NOT-USER-INPUT',
} as const;

export const cookieNames = { session: 'JSESSIONID', csrf: 'csrf' } as const;

/** The two parts of an upload: `name` holds the name of the other part, which holds the bytes. */
export const uploadParts = { name: 'name', file: 'uploadedfile' } as const;

/** The vendor's list, and `CUSTOM_CONFIG`: what its example URL and its own clients write for CONFIG. */
export const imageTypes = [
	'BOOT',
	'BUNDLE',
	'BUNDLESIG',
	'CONFIG',
	'CUSTOM_CONFIG',
	'DUD',
	'OS',
	'OSPROFILE',
	'SCRIPT',
	'SOFTWARE',
	'UNATTEND',
] as const;
export type ImageType = (typeof imageTypes)[number];

export const isImageType = (value: unknown): value is ImageType => imageTypes.some(type => type === value);

/** Ids of custom files: the time of the import to the second, then the file's name. */
export const storedFileIdPattern = /^(?<time>\d{14})_(?<name>.+)$/s;

/** Names of job states as Lenovo's clients know them. */
export const taskStates = [
	'Pending',
	'Running',
	'Running_With_Errors',
	'Complete',
	'Cancelled',
	'Cancelled_With_Errors',
	'Stopped_With_Error',
	'Interrupted',
] as const;
export type TaskState = (typeof taskStates)[number];

const goingStates: ReadonlySet<TaskState> = new Set(['Pending', 'Running', 'Running_With_Errors']);

/** The state that a text names; upper and lower case, `_`, `-` and blanks make no difference. */
export const readTaskState = (text: unknown): TaskState | undefined => {
	const plain = (state: string): string => state.toLowerCase().replace(/[_\s-]/g, '');
	return typeof text === 'string' ? taskStates.find(state => plain(state) === plain(text)) : undefined;
};

export const isFinalState = (state: TaskState): boolean => !goingStates.has(state);

export interface WireMessage {
	readonly id: string;
	readonly text: string;
	readonly explanation: string;
	/** Called an array in the vendor's tables, an object in all its examples. */
	readonly recovery: { readonly text: string; readonly URL: string };
}

/** Around every reply. Documented results are `success`, `failed` and `warning`; `failure` has been seen. */
export interface Envelope {
	readonly result: string;
	readonly messages: readonly WireMessage[];
}

export interface LogInRequest {
	readonly UserId: string;
	readonly password: string;
}

export interface LogInReply extends Envelope {
	readonly response: {
		readonly pwChangeRequired?: boolean;
		readonly session?: {
			readonly id?: string;
			readonly csrf?: string;
			readonly UserId?: string;
			readonly Address?: string;
			readonly created?: string;
			/** Minutes. */
			readonly inactivityTimeout?: number;
		};
	};
}

export interface ApplianceReply {
	readonly appliance: {
		readonly name?: string;
		readonly version?: string;
		readonly build?: string;
		readonly date?: string;
		readonly uuid?: string;
		/** 0 halted, 3 normal, 6 restarting. */
		readonly runlevel?: number;
		readonly status?: string;
	};
}

/** Announces a file; the reply names the job to which the bytes are then uploaded. */
export interface InitRequest {
	/** `Init`; the vendor's table has it in lower case. */
	readonly Action: string;
	/** Bytes, as decimal digits. */
	readonly fileSize?: string;
}

/** Body of an import with `importByContent=true`. */
export interface ContentRequest {
	readonly content: unknown;
	readonly name?: string | undefined;
	readonly description?: string | undefined;
	readonly os?: string | undefined;
	readonly osrelease?: string | undefined;
	/** For CONFIG the id of the unattend file, for UNATTEND the id of the configuration file. */
	readonly associatedFileId?: string | undefined;
	readonly deviceType?: string | undefined;
	/** How the vendor's example spells `deviceType`. */
	readonly devicetype?: string | undefined;
	readonly fileSize?: string | undefined;
}

/** `jobId` is a string by the documentation; numbers and the spelling `jobID` occur. */
export interface ImportReply extends Envelope {
	readonly jobId?: string | number;
	readonly jobID?: string | number;
}

/** Query of an upload, in the order in which Lenovo's client sends it. */
export interface UploadQuery {
	readonly jobId: string;
	readonly imageName: string;
	readonly imageType: ImageType;
	readonly os?: string | undefined;
	readonly description?: string | undefined;
	readonly osrelease?: string | undefined;
	/** Not known to Lenovo's client; sent when it is given. */
	readonly deviceType?: string | undefined;
}

/** Body of an upload that the appliance fetches itself. */
export interface RemoteUploadRequest {
	readonly serverId: string;
	readonly path: string;
}

/** An entry of the unattend and configuration lists of `GET /osImages`. */
export interface StoredFileEntry {
	/** A string in the vendor's examples. */
	readonly id: string | number;
	readonly name?: string;
	readonly description?: string;
	readonly os?: string;
	readonly osrelease?: string;
	readonly size?: number | string;
	readonly type?: string;
	readonly associatedFileId?: string | number | null;
	readonly [key: string]: unknown;
}

/** The names of the unattend and configuration lists are not known: any array whose key matches is read. */
export const storedListPatterns = { unattends: /unattend/i, configs: /config.*file/i } as const;

export interface SupportedImage {
	readonly name: string;
	readonly displayName?: string;
	/** The texts `true` and `false`. */
	readonly allowCustomConfigFile?: string;
	readonly customUnattendReleases?: readonly string[];
	readonly releases?: readonly { readonly [release: string]: readonly string[] }[];
	readonly [key: string]: unknown;
}

export interface OsImagesReply extends Envelope {
	readonly items?: readonly JsonObject[];
	readonly supportedImages?: readonly SupportedImage[];
	readonly [key: string]: unknown;
}

/** What the object of an unattend file may be called in a `PUT`: by the pattern of the others; not documented. */
export const unattendObjectNames = ['unattendFile', 'customUnattendFile', 'unattend'] as const;

/** Body of `PUT /osImages/{id}`: the partner, and the object of the file by the name of its kind. */
export interface RelinkRequest {
	readonly associatedFileId?: string;
	readonly customConfigFile?: StoredText;
	readonly [unattendObject: string]: StoredText | string | undefined;
}

export interface StoredText {
	/** Documented beside this object, not in it. */
	readonly associatedFileId?: string | undefined;
	readonly description?: string | undefined;
	readonly content?: string | undefined;
	readonly version?: string | undefined;
}

/** Body of `POST /osImages/customSettings`; the vendor's example wraps the object in an array. */
export type CustomSettingsRequest = readonly [{ readonly customConfigValues: unknown }];

/** `customMacros` for a valid file; `errorReport`, of unknown shape, for one that is not. */
export interface CustomSettingsReply extends Envelope {
	readonly customMacros?: unknown;
	readonly errorReport?: unknown;
}

/** An entry of the array that `GET /tasks` and `GET /tasks/{list}` answer. */
export interface TaskEntry {
	readonly jobUID: string | number;
	readonly status?: string;
	readonly percentage?: number | string;
	readonly complete?: boolean;
	readonly createdBy?: string;
	readonly children?: readonly TaskEntry[];
	readonly [key: string]: unknown;
}

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const optional = (value: unknown, type: 'string' | 'number' | 'boolean'): boolean =>
	value === undefined || value === null || typeof value === type;

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** True for a reply that has the envelope; `messages` may be missing. */
export const isEnvelope = (body: unknown): body is Partial<Envelope> & Pick<Envelope, 'result'> =>
	isObject(body) &&
	typeof body.result === 'string' &&
	(body.messages === undefined || body.messages === null || Array.isArray(body.messages));

export const isLogInRequest = (body: unknown): body is LogInRequest =>
	isObject(body) && typeof body.UserId === 'string' && typeof body.password === 'string';

export const isInitRequest = (body: unknown): body is InitRequest =>
	isObject(body) &&
	typeof body.Action === 'string' &&
	body.Action.toLowerCase() === 'init' &&
	(optional(body.fileSize, 'string') || typeof body.fileSize === 'number');

/** True for a body with content, which is not empty: a text, or JSON itself as in the vendor's example. */
export const isContentRequest = (body: unknown): body is ContentRequest =>
	isObject(body) &&
	(typeof body.content === 'string'
		? body.content !== ''
		: typeof body.content === 'object' && body.content !== null) &&
	[body.name, body.description, body.os, body.osrelease, body.associatedFileId].every(text => optional(text, 'string'));

export const isRemoteUploadRequest = (body: unknown): body is RemoteUploadRequest =>
	isObject(body) && typeof body.serverId === 'string' && typeof body.path === 'string';

export const isRelinkRequest = (body: unknown): body is RelinkRequest =>
	isObject(body) &&
	optional(body.associatedFileId, 'string') &&
	[body.customConfigFile, body.unattendFile].every(file => file === undefined || isObject(file));

/** True with and without the array around the object. */
export const isCustomSettingsRequest = (body: unknown): boolean => {
	const [first] = Array.isArray(body) ? body : [body];
	return isObject(first) && first.customConfigValues !== undefined && first.customConfigValues !== null;
};

/** The job that a reply names, as text: `jobId` in any spelling, or `taskId`; a string or a number. */
export const readJobId = (body: JsonObject): string | undefined => {
	const [, id] = Object.entries(body).find(([key, value]) => /^(job|task)id$/i.test(key) && isId(value)) ?? [];
	return isId(id) && String(id) !== '' ? String(id) : undefined;
};

export const isStoredFileEntry = (entry: unknown): entry is StoredFileEntry =>
	isObject(entry) && isId(entry.id) && entry.id !== '' && optional(entry.name, 'string');

export const isTaskEntry = (entry: unknown): entry is TaskEntry => isObject(entry) && isId(entry.jobUID);
