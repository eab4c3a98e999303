import { stat } from 'node:fs/promises';
import path from 'node:path';
import { prepareSync } from '../rest/sync/syncFiles';
import { manifestName } from '../workspace/manifestName';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { givenPaths } from './givenPaths';
import { manifestFiles } from './manifestFiles';
import { planJson, planLines } from './planLines';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { uploadFilesOf, type World } from './uploadFiles';

const usage = `status [xclarity.json | FILE...] [--server URL|ID --user NAME] [--json]

Compares files with the appliance and says what an upload would do. Changes nothing. Exit code 0: everything
is up to date; 1: something differs.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	const world = { workspace: diskWorkspace(terminal.cwd), cwd: terminal.cwd };
	const { files, server } = await gather(positionals, world);
	const login = await readLogin(values, terminal, { fallback: server });
	const { plan, hasWork } = await withLogin(login, terminal, client =>
		prepareSync(client, files, {
			store: recordsOf(login, terminal),
			signal: terminal.signal,
			unknown: 'conflict',
			lookOnly: true,
		}),
	);
	const isDoubled = plan.files.some(upload => upload.isDoubled);
	if (values.json) {
		const result = { upToDate: !hasWork && !isDoubled, files: plan.files.map(planJson) };
		terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
	} else terminal.out(plan.files.map(planLines).join(''));
	return hasWork || isDoubled ? 1 : 0;
}

async function gather(given: readonly string[], world: World) {
	const paths = await givenPaths(given.length === 0 ? ['.'] : given, world.cwd, world.workspace);
	const [only, ...more] = paths;
	if (only !== undefined && more.length === 0 && (await isManifest(path.resolve(world.cwd, only)))) {
		return manifestFiles(only, { force: true }, world);
	}
	return { files: await uploadFilesOf(paths, { force: true }, world), server: undefined };
}

const isManifest = async (file: string): Promise<boolean> =>
	path.basename(file) === manifestName ||
	(await stat(file).then(
		facts => facts.isDirectory(),
		() => false,
	));

export const statusCommand: Command = { summary: 'compare files with the appliance', usage, run };
