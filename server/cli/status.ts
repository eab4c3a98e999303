import { stat } from 'node:fs/promises';
import path from 'node:path';
import { prepareSync } from '../rest/sync/syncFiles';
import type { UploadRequest } from '../rest/upload';
import { manifestName } from '../workspace/workspace';
import { diskWorkspace } from './check';
import { type Command, type ExitCode, parseOptions } from './command';
import { manifestRequests } from './manifestRequests';
import { planJson, planLines } from './planWords';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { desiredOf, planRequests } from './uploadRequests';

const usage = `status [xclarity.json | FILE...] [--server URL|ID --user NAME] [--json]

Compares files with the appliance and says what an upload would do. Changes nothing. Exit code 0: all is there as it
shall be; 1: something differs.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	const world = { workspace: diskWorkspace(terminal.cwd), cwd: terminal.cwd };
	const { requests, server } = await gather(positionals, world);
	const login = await readLogin(values, terminal, { fallback: server });
	const { plan, hasWork } = await withLogin(login, terminal, client =>
		prepareSync(client, desiredOf(requests, terminal.cwd), {
			...{ store: recordsOf(login, terminal), signal: terminal.signal },
			...{ unknown: 'conflict', lookOnly: true },
		}),
	);
	if (values.json) {
		const files = plan.files.map(planJson);
		terminal.out(`${JSON.stringify({ upToDate: !hasWork, files }, undefined, 2)}\n`);
	} else terminal.out(plan.files.map(planLines).join(''));
	return hasWork ? 1 : 0;
}

async function gather(files: readonly string[], world: Parameters<typeof manifestRequests>[2]) {
	const [only] = files.length === 0 ? ['.'] : files;
	if (files.length < 2 && only !== undefined && (await isManifest(path.resolve(world.cwd, only)))) {
		return manifestRequests(only, 'content', world);
	}
	const nothing = { config: undefined, associatedId: undefined, os: undefined, osrelease: undefined };
	const choices = { ...nothing, description: undefined, method: 'content' as const };
	const requests: readonly UploadRequest[] = await planRequests(files, choices, world);
	return { requests, server: undefined };
}

const isManifest = async (file: string): Promise<boolean> =>
	path.basename(file) === manifestName ||
	(await stat(file).then(
		facts => facts.isDirectory(),
		() => false,
	));

export const statusCommand: Command = { summary: 'compare files with the appliance', usage, run };
