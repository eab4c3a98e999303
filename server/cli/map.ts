import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deploymentMap, type MappedUpload } from '../language/deployment/map/deploymentMap';
import { mapPicture } from '../language/deployment/map/mapPicture';
import { isGlob } from '../language/links/matching';
import { stateFolder } from '../rest/sync/recordFolder';
import { recordedUploads, uploadedFiles } from '../rest/sync/uploadedFiles';
import { manifestName } from '../workspace/manifestName';
import { mapSubjects } from '../workspace/mapSubjects';
import type { PlacedManifest, Workspace } from '../workspace/workspace';
import { IgnoredFiles } from './check/ignoredFiles';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { type FoundFile, findFiles, type Skipped, uriIn, uriOf } from './findFiles';
import { folderInWords } from './folderInWords';
import { givenPath } from './givenPaths';
import { mapLines } from './mapLines';
import { whyNoText } from './readDocument';
import { profilesFile, readProfiles } from './serverProfiles';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { writeWhole } from './writeWhole';

const usage = `map [FOLDER | xclarity.json] [--svg FILE] [--json]

Shows which configuration-settings file feeds which unattend files: where the macros of each setting stand, which
settings nothing uses, which macros have no value, and where this machine has uploaded each file to. Asks no appliance.
Exits with 2 when a file or folder could not be read and is not on the map.

  --svg FILE   write the map as a picture instead
  --json       print the map as JSON`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		svg: { type: 'string' },
		json: { type: 'boolean', default: false },
	});
	const [given = '.', ...more] = positionals;
	if (more.length > 0) throw new UsageError(`map takes one folder or ${manifestName}.`);
	if (values.json && values.svg !== undefined) throw new UsageError('Give either --json or --svg, not both.');
	const { map, isWhole } = await readMap(await givenPath(given, terminal.cwd), terminal);
	const isEmpty = map.configs.length + map.unlinked.length === 0;
	if (isEmpty) throw new UsageError(`There is nothing to map in ${folderInWords(given)}.`);
	if (values.svg !== undefined) {
		const picture = path.resolve(terminal.cwd, values.svg);
		await terminal.uninterrupted(() => writeWhole(picture, mapPicture(map)));
		terminal.out(`${values.svg}\n`);
	} else if (values.json) terminal.out(`${JSON.stringify(map, undefined, 2)}\n`);
	else terminal.outStyled(mapLines(map));
	return isWhole ? 0 : 2;
}

async function readMap(given: string, terminal: Terminal) {
	const { cwd } = terminal;
	const workspace = diskWorkspace(cwd);
	const isManifest = path.basename(given) === manifestName;
	const ignored = new IgnoredFiles(workspace);
	const { files, skipped } = await findFiles([isManifest ? path.dirname(given) : given], {
		cwd,
		workspace,
		isIgnored: uri => ignored.has(uri),
	});
	const manifest = isManifest ? uriOf(path.resolve(cwd, given)) : undefined;
	const named = manifest === undefined ? undefined : new Set(await workspace.touchedBy(manifest));
	const asked = files.filter(({ uri }) => uri === manifest || (named?.has(uri) ?? true));
	const uris = asked.map(({ uri }) => uri).filter(uri => uri !== manifest);
	const placed = manifest && (await workspace.manifestsAbove(manifest)).find(({ uri }) => uri === manifest);
	const unseen = placed ? skipped.filter(({ file }) => mayName(placed, uriIn(cwd, file))) : skipped;
	const left = [...unseen, ...(await withoutText(asked, workspace))];
	for (const { file, reason } of left) terminal.note(`not on the map: ${file}: ${reason}`);
	const shown = (uri: string): string => path.relative(cwd, fileURLToPath(uri)).split(path.sep).join('/');
	const subjects = await mapSubjects(workspace, uris, { shown, uploads: await uploadsOf(uris, terminal) });
	return { map: deploymentMap(subjects), isWhole: left.length === 0 };
}

/** True unless a manifest names nothing in a folder; what its patterns name in one that was not seen, nobody knows. */
const mayName = ({ folder, manifest }: PlacedManifest, unseen: string): boolean =>
	manifest.links
		.flatMap(({ unattend, config, scripts }) => [...unattend, ...scripts, ...(config ? [config] : [])])
		.some(({ text }) => isGlob(text) || `${uriIn(fileURLToPath(folder), text)}/`.startsWith(`${unseen}/`));

/** What looks like a file of ours, and cannot be read. */
async function withoutText(files: readonly FoundFile[], workspace: Workspace): Promise<Skipped[]> {
	const left: Skipped[] = [];
	for (const { file, uri } of files) {
		const reason = (await workspace.document(uri)) ? undefined : await whyNoText(workspace, uri);
		if (reason !== undefined) left.push({ file, reason });
	}
	return left;
}

/** What the state folder knows about these files. */
async function uploadsOf(
	uris: readonly string[],
	{ environment }: Terminal,
): Promise<ReadonlyMap<string, readonly MappedUpload[]>> {
	const { platform } = process;
	const profiles = readProfiles(profilesFile(environment, platform, os.homedir()));
	const state = stateFolder(environment, platform, os.homedir());
	const recorded = await recordedUploads(
		state,
		profiles.map(({ id: name, url }) => ({ name, url })),
	);
	const wanted = new Set(uris);
	const uploads = new Map<string, MappedUpload[]>();
	for (const { key, ...upload } of await uploadedFiles(recorded, file => wanted.has(uriOf(file)))) {
		const uri = uriOf(key);
		uploads.set(uri, [...(uploads.get(uri) ?? []), upload]);
	}
	return uploads;
}

export const mapCommand: Command = { summary: 'show which settings go into which unattend files', usage, run };
