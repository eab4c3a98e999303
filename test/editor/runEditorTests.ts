/** Runs the scenarios in a real VS Code, and gives them hands to work in its window. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { runTests } from '@vscode/test-electron';
import { type Browser, chromium, type Page } from 'playwright-core';
import { actions } from './actions';
import { judge, type Outcome, tell } from './outcome';
import type { Report } from './report';

export interface EditorRun {
	/** The program of VS Code, or undefined: the desktop VS Code is downloaded. */
	readonly executable: string | undefined;
	readonly extension: string;
	/** The bundled suite. */
	readonly suite: string;
	/** Copied for the run, because scenarios change it. */
	readonly workspace: string;
	readonly pictures: string;
	/** Parts of scenario names; empty runs all. */
	readonly only: readonly string[];
	readonly downloads: string;
}

/** Starts VS Code, runs the scenarios, prints each. */
export async function runEditorTests(run: EditorRun): Promise<Outcome> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-editor-'));
	const workspace = path.join(folder, 'workspace');
	cpSync(run.workspace, workspace, { recursive: true });
	mkdirSync(run.pictures, { recursive: true });
	process.env.XCLARITY_PICTURES = run.pictures;

	const reports: Report[] = [];
	const onReport = (report: Report): void => {
		reports.push(report);
		console.log(tell(report));
	};
	const debuggingPort = await freePort();
	const window = windowAt(debuggingPort);
	const stage = await openStage({ onReport, page: window.page });
	let complaint: string | undefined;
	try {
		await runTests({
			...(run.executable === undefined ? {} : { vscodeExecutablePath: run.executable }),
			cachePath: run.downloads,
			extensionDevelopmentPath: run.extension,
			extensionTestsPath: run.suite,
			extensionTestsEnv: {
				XCLARITY_STAGE: stage.address,
				XCLARITY_SCENARIOS: run.only.join('\n'),
				XCLARITY_TIMES: process.env.XCLARITY_TIMES,
				// What is remembered of uploads goes with the run.
				XCLARITY_STATE: path.join(folder, 'state'),
			},
			launchArgs: [
				workspace,
				'--disable-extensions',
				`--remote-debugging-port=${debuggingPort}`,
				// Short, because a socket lies in it and macOS allows 103 characters.
				`--user-data-dir=${path.join(folder, 'user')}`,
				`--extensions-dir=${path.join(folder, 'extensions')}`,
			],
		});
	} catch (error) {
		complaint = error instanceof Error ? error.message : String(error);
	} finally {
		await window.close();
		stage.server.closeAllConnections();
		stage.server.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
	const { outcome, problem } = judge(reports, complaint);
	if (problem !== undefined) console.log(`not ok  ${problem}`);
	return outcome;
}

interface Stage {
	readonly server: Server;
	readonly address: string;
}

interface StageOptions {
	readonly onReport: (event: Report) => void;
	readonly page: () => Promise<Page>;
}

async function openStage({ onReport, page }: StageOptions): Promise<Stage> {
	const secret = crypto.randomUUID();
	const server = createServer(async (request, response) => {
		const reply = (status: number, body: unknown): void => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body ?? null));
		};
		try {
			const body: unknown = JSON.parse(await text(request));
			if (request.url === `/${secret}/report`) {
				onReport(body as Report);
				reply(200, null);
			} else if (request.url === `/${secret}/hands`) {
				reply(200, await perform(body as ActionRequest, await page()));
			} else reply(404, 'No such thing');
		} catch (error) {
			reply(500, error instanceof Error ? error.message : String(error));
		}
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}` };
}

interface ActionRequest {
	readonly action: keyof typeof actions;
	readonly given: readonly string[];
}

/** The sending side is typed by the same table, so the arguments fit. */
const perform = async ({ action, given }: ActionRequest, page: Page): Promise<unknown> =>
	(actions[action] as (page: Page, ...given: readonly string[]) => Promise<unknown>)(page, ...given);

/** The window of the VS Code whose debugging port this is; connected to when it is first asked for. */
function windowAt(port: number): { page(): Promise<Page>; close(): Promise<void> } {
	let connection: Promise<Browser> | undefined;
	return {
		async page() {
			connection ??= chromium.connectOverCDP(`http://127.0.0.1:${port}`);
			const pages = (await connection).contexts().flatMap(context => context.pages());
			for (const page of pages) if ((await page.locator('.monaco-workbench').count()) > 0) return page;
			throw new Error(`None of the ${pages.length} pages at the debugging port is a window of VS Code`);
		},
		async close() {
			if (connection !== undefined) await (await connection).close();
		},
	};
}

async function freePort(): Promise<number> {
	const socket = createSocket();
	await new Promise<void>(resolve => socket.listen(0, '127.0.0.1', resolve));
	const { port } = socket.address() as AddressInfo;
	await new Promise(resolve => socket.close(resolve));
	return port;
}
