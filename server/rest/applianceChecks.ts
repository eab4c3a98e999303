import { readSettingsReport } from './settingsReport';
import { isObject, paths, storedFileIdPattern, storedListPatterns } from './wire';
import type { XClarityClient } from './xclarityClient';
import { XClarityError } from './xclarityError';

/** What was found out about one assumption of docs/appliance.md. It holds no name, id or text of the appliance's files. */
export interface CheckedAssumption {
	/** The heading of the assumption in docs/appliance.md. */
	readonly id: string;
	readonly assumption: string;
	readonly verdict: 'holds' | 'does not hold' | 'cannot tell';
	readonly seen: string;
}

type Verdict = Omit<CheckedAssumption, 'id' | 'assumption'>;

/** What is asked of an appliance here: nothing that changes it. */
type ReadingClient = Pick<XClarityClient, 'read' | 'osImages' | 'applianceInfo' | 'validateSettings'>;

interface Look {
	readonly id: string;
	readonly assumption: string;
	look(client: ReadingClient): Promise<Verdict>;
}

const verdict = (holds: boolean | undefined, seen: string): Verdict => ({
	verdict: holds === undefined ? 'cannot tell' : holds ? 'holds' : 'does not hold',
	seen,
});

const keysOf = (values: readonly unknown[]): string =>
	[...new Set(values.filter(isObject).flatMap(Object.keys))].sort().join(', ');

const stored = async (client: Pick<XClarityClient, 'osImages'>) => {
	const images = await client.osImages();
	return { images, files: [...images.unattends, ...images.configs] };
};

/** A file without faults in it, which the appliance is asked about and does not keep. */
const probe = JSON.stringify({
	category: 'dynamic',
	name: 'probe',
	label: 'Probe',
	type: 'assoc_array',
	optional: false,
	content: [{ category: 'static', common: true, name: 'probeValue', optional: false, type: 'string', value: 'x' }],
});

/** Each reads and changes nothing. */
const looks: readonly Look[] = [
	{
		id: 'version',
		assumption: 'GET /aicc tells the version of the appliance',
		look: async client => {
			const { version, build } = await client.applianceInfo();
			return verdict(version !== undefined, `version ${version ?? 'not told'}, build ${build ?? 'not told'}`);
		},
	},
	{
		id: 'list-names',
		assumption: 'the list of images has arrays for unattend files and for configuration-settings files',
		look: async client => {
			const { images } = await stored(client);
			const lists = Object.entries(images.raw).flatMap(([key, value]) => (Array.isArray(value) ? [key] : []));
			const has = (pattern: RegExp): boolean => lists.some(key => pattern.test(key));
			const { unattends, configs } = storedListPatterns;
			return verdict(has(unattends) && has(configs), `arrays: ${lists.join(', ')}`);
		},
	},
	{
		id: 'entry-attributes',
		assumption: 'an entry has id, name, size and associatedFileId',
		look: async client => {
			const raws = (await stored(client)).files.map(({ raw }) => raw);
			if (raws.length === 0) return verdict(undefined, 'there is no file to look at');
			const told = raws.every(
				raw => 'name' in raw && 'size' in raw && Object.keys(raw).some(key => /^associatedFileIds?$/i.test(key)),
			);
			return verdict(told, `attributes: ${keysOf(raws)}`);
		},
	},
	{
		id: 'id-form',
		assumption: 'ids of files are a time of fourteen digits, an underscore and the name',
		look: async client => {
			const { files } = await stored(client);
			const other = files.filter(({ id }) => !storedFileIdPattern.test(id)).length;
			return files.length === 0
				? verdict(undefined, 'there is no file to look at')
				: verdict(other === 0, `${other} of ${files.length} have another form`);
		},
	},
	{
		id: 'list-content',
		assumption: 'the list does not carry the texts of the files',
		look: async client => {
			const { files } = await stored(client);
			const readable = files.filter(({ raw }) => typeof raw.content === 'string').length;
			return files.length === 0
				? verdict(undefined, 'there is no file to look at')
				: verdict(readable === 0, `${readable} of ${files.length} can be read`);
		},
	},
	{
		id: 'links-both-ways',
		assumption: 'of two linked files each names the other',
		look: async client => {
			const { files } = await stored(client);
			const linked = files.filter(({ partners }) => partners.length > 0);
			const back = linked.filter(({ id, partners }) =>
				files.some(other => partners.includes(other.id) && other.partners.includes(id)),
			);
			return linked.length === 0
				? verdict(undefined, 'no file is linked')
				: verdict(back.length > 0, `${back.length} of ${linked.length} links are answered`);
		},
	},
	{
		id: 'predefined-macros',
		assumption: 'the list names the predefined macros',
		look: async client => {
			const { images } = await stored(client);
			return verdict(
				images.predefinedMacros.length > 0,
				`${images.predefinedMacros.length} macros, ${images.supportedImages.length} families of systems`,
			);
		},
	},
	{
		id: 'tasks',
		assumption: 'GET /tasks answers an array of jobs with jobUID and status',
		look: async client => {
			const body = await client.read(paths.tasks);
			if (!Array.isArray(body)) return verdict(false, `${typeof body}, not an array`);
			if (body.length === 0) return verdict(undefined, 'there is no job to look at');
			const states = new Set(body.filter(isObject).map(({ status }) => String(status)));
			return verdict(
				body.every(job => isObject(job) && 'jobUID' in job),
				`attributes: ${keysOf(body)}; states: ${[...states].join(', ')}`,
			);
		},
	},
	{
		id: 'file-servers',
		assumption: 'GET /osImages/remoteFileServers answers serverList',
		look: async client => {
			const body = await client.read(paths.remoteFileServers);
			const list = isObject(body) ? body.serverList : undefined;
			return verdict(
				Array.isArray(list),
				Array.isArray(list) ? `${list.length} servers; attributes: ${keysOf(list)}` : keysOf([body]),
			);
		},
	},
	{
		id: 'global-settings',
		assumption: 'the settings of deployment are at GET /osdeployment/globalSettings',
		look: async client => verdict(true, `attributes: ${keysOf([await client.read(paths.globalSettings)])}`),
	},
	{
		id: 'custom-settings',
		assumption: 'POST /osImages/customSettings gives an opinion and stores nothing',
		look: async client => {
			const report = await client.validateSettings(probe);
			const { customMacros } = readSettingsReport(report.raw, probe, text => text);
			return verdict(
				report.errorReport.length === 0 && customMacros.length > 0,
				`attributes: ${keysOf([report.raw])}; ${customMacros.length} macros, ${report.errorReport.length} faults`,
			);
		},
	},
];

/** Looks at what can be seen without changing anything, one assumption after the other; a failure is a finding. */
export async function checkAppliance(
	client: ReadingClient,
	onProgress: (text: string) => void = () => undefined,
): Promise<readonly CheckedAssumption[]> {
	const found: CheckedAssumption[] = [];
	for (const { id, assumption, look } of looks) {
		onProgress(assumption);
		try {
			found.push({ id, assumption, ...(await look(client)) });
		} catch (error) {
			if (!(error instanceof XClarityError) || error.kind === 'cancelled') throw error;
			const status = error.status === undefined ? '' : `, status ${error.status}`;
			found.push({ id, assumption, ...verdict(false, `the call ended as ${error.kind}${status}`) });
		}
	}
	return found;
}
