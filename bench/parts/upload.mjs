import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Agent } from 'undici';
import { load } from '../measure/core.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { atMostTimes } from '../measure/targets.mjs';

const ours = 'ours, apply';
const bare = 'bare undici loop';
const lanes = 4;
const configText = JSON.stringify({
	category: 'dynamic',
	name: 'x',
	type: 'assoc_array',
	content: [],
	filler: 'x'.repeat(4_000),
});
const unattendText = `lang #server-settings.server0.locale#\n${'# filler\n'.repeat(300)}`;
const textsOf = at => ({ config: `${configText}\n${'\n'.repeat(at % 7)}`, unattend: `${unattendText}# ${at}\n` });
const [session, fileImport, syncFiles, recordFolder, simulator] = [
	'server/rest/withSession.ts',
	'server/rest/fileImport.ts',
	'server/rest/sync/syncFiles.ts',
	'server/rest/sync/recordFolder.ts',
	'server/simulator/simulator.ts',
];

/** Beside a loop that sends the same requests, with as many in flight, to another simulator of the same kind. */
export const upload = {
	name: 'upload',
	title: 'Upload of many pairs of one manifest',
	lines: [
		{ what: 'planned, applied and remembered', ours, target: atMostTimes(1.3, ours, bare, 'a bare undici loop') },
	],
	async measure({ folder, bundles, quick, tell }) {
		const pairs = quick ? 100 : 500;
		const modules = await load(bundles, [session, fileImport, syncFiles, recordFolder, simulator]);
		const { relinkRequest } = modules[fileImport];
		const appliance = pathToFileURL(path.join(bundles, simulator.replace(/\.ts$/, '.mjs'))).href;
		let lists = 0;
		const runs = {
			[ours]: async round => {
				const state = path.join(folder, `state${round}`);
				const { time, requests } = await timedOn(appliance, server => apply(server, modules, { pairs, state }));
				lists = requests.filter(request => request === 'GET /osImages').length;
				return time;
			},
			[bare]: async () => (await timedOn(appliance, server => loop(server, { pairs, lists, relinkRequest }))).time,
		};
		// The first round, which does not count, tells how often the loop has to list the files.
		return { samples: await interleaved(runs, { rounds: quick ? 3 : 5, warmUp: 1, tell }) };
	},
};

async function timedOn(appliance, use) {
	const worker = new Worker(new URL('../measure/applianceThread.mjs', import.meta.url), { workerData: appliance });
	const [server] = await once(worker, 'message');
	const started = performance.now();
	await use(server);
	const time = performance.now() - started;
	worker.postMessage('requests');
	const [requests] = await once(worker, 'message');
	await worker.terminate();
	return { time, requests };
}

async function apply({ url, fingerprint, user, password }, modules, { pairs, state }) {
	const sync = modules[syncFiles];
	const desired = Array.from({ length: pairs }, (_, at) => [
		{
			key: `/c${at}`,
			imageType: 'CONFIG',
			name: `c${at}.json`,
			bytes: Buffer.from(textsOf(at).config),
		},
		{
			key: `/u${at}`,
			imageType: 'UNATTEND',
			name: `u${at}.ks`,
			partner: `/c${at}`,
			bytes: Buffer.from(textsOf(at).unattend),
			os: 'rhels',
			osrelease: '9.4',
		},
	]).flat();
	const store = modules[recordFolder].recordFolder(state, url);
	const server = { url, trust: { kind: 'fingerprint', sha256: fingerprint } };
	await modules[session].withSession(server, { user, password }, {}, async client => {
		const options = { store };
		const { files, failures } = await sync.applySync(client, await sync.prepareSync(client, desired, options), options);
		if (files.length !== 2 * pairs || failures.length > 0) throw new Error(`${files.length} files, ${failures[0]}`);
	});
}

/** The requests of an upload, with bodies as long as ours. */
async function loop({ url, caPem, user, password }, { pairs, lists, relinkRequest }) {
	const agent = new Agent({ connections: lanes, connect: { ca: caPem } });
	let headers = { 'content-type': 'application/json' };
	const call = async (method, target, body) => {
		const response = await agent.request({
			origin: url,
			method,
			path: target,
			headers,
			body: body && JSON.stringify(body),
		});
		const answer = await response.body.json();
		if (response.statusCode !== 200) throw new Error(`${method} ${target}: ${JSON.stringify(answer)}`);
		return { answer, cookies: response.headers['set-cookie'] };
	};
	const { answer, cookies } = await call('POST', '/sessions', { UserId: user, password });
	const cookie = [cookies]
		.flat()
		.map(line => line.split(';')[0])
		.join('; ');
	headers = { ...headers, cookie, 'x-csrf-token': answer.response.session.csrf };
	await call('GET', '/osImages');
	let next = 0;
	let listed = 1;
	const description = `[xclarity-upload ${'0'.repeat(16)}]`;
	const send = async (imageType, facts) => {
		const body = { ...facts, description, fileSize: String(Buffer.byteLength(facts.content)) };
		const begun = await call('POST', `/osImages?imageType=${imageType}&importByContent=true`, body);
		const task = await call('GET', `/tasks/${begun.answer.jobId}`);
		return task.answer[0].fileId;
	};
	const change = (imageType, id, facts) =>
		call(
			'PUT',
			`/osImages/${encodeURIComponent(id)}?imageType=${imageType}`,
			relinkRequest({ imageType, description: '', ...facts }),
		);
	const lane = async () => {
		for (let at = next++; at < pairs; at = next++) {
			const { config, unattend: text } = textsOf(at);
			const id = await send('CONFIG', { name: `c${at}.json`, content: config });
			const unattend = await send('UNATTEND', {
				name: `u${at}.ks`,
				content: text,
				os: 'rhels',
				osrelease: '9.4',
				associatedFileId: id,
			});
			await change('CONFIG', id, { content: config, associatedFileId: unattend });
			await change('UNATTEND', unattend, { content: text, associatedFileId: id });
			while (listed < Math.round((lists * (at + 1)) / pairs)) {
				listed++;
				await call('GET', '/osImages');
			}
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	await call('DELETE', '/sessions');
	await agent.close();
}
