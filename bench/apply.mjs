/**
 * How long 500 pairs of one manifest take to be applied, beside a bare undici loop that sends the same requests, with as
 * many in flight, to another simulator of the same kind. The target is 1.3. Run: node bench/apply.mjs [PAIRS]
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { Agent } from 'undici';
import { testBundle } from '../build/bundles.mjs';

const pairs = Number(process.argv[2] ?? 500);
const lanes = 4;
const folder = mkdtempSync(path.resolve('out-bench-'));
const configText = JSON.stringify({
	category: 'dynamic',
	name: 'x',
	type: 'assoc_array',
	content: [],
	filler: 'x'.repeat(4_000),
});
const unattendText = `lang #server-settings.server0.locale#\n${'# filler\n'.repeat(300)}`;

try {
	const entries = [
		'server/simulator/simulator.ts',
		'server/rest/xclarityClient.ts',
		'server/rest/sync/syncFiles.ts',
		'server/rest/sync/recordFolder.ts',
	];
	await build({ ...testBundle(entries), outdir: folder });
	const load = file => import(pathToFileURL(path.join(folder, file)).href);
	const [rest, sync, records] = await Promise.all(
		['server/rest/xclarityClient.mjs', 'server/rest/sync/syncFiles.mjs', 'server/rest/sync/recordFolder.mjs'].map(load),
	);
	const rounds = [];
	for (let round = 0; round < 3; round++) {
		const ours = await timed(server => apply(server, { rest, sync, records }, round));
		const lists = ours.requests.filter(request => request === 'GET /osImages').length;
		const bare = await timed(server => loop(server, lists));
		rounds.push({ ours, bare, ratio: ours.time / bare.time });
		const count = ({ time, requests }) => `${time.toFixed(0)} ms for ${requests.length} requests`;
		console.log(
			`round ${round + 1}: ours ${count(ours)}, bare loop ${count(bare)}, ratio ${(ours.time / bare.time).toFixed(2)}`,
		);
	}
	const ratio = rounds.map(round => round.ratio).sort((a, b) => a - b)[1];
	console.log(`${pairs} pairs, ${lanes} requests at a time: median ratio ${ratio.toFixed(2)} (target 1.3)`);
	process.exitCode = ratio <= 1.3 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function timed(use) {
	const worker = new Worker(new URL('applySimulator.mjs', import.meta.url), {
		workerData: pathToFileURL(path.join(folder, 'server/simulator/simulator.mjs')).href,
	});
	const [server] = await once(worker, 'message');
	const started = performance.now();
	await use(server);
	const time = performance.now() - started;
	worker.postMessage('requests');
	const [requests] = await once(worker, 'message');
	await worker.terminate();
	return { time, requests };
}

async function apply({ url, fingerprint, user, password }, { rest, sync, records }, round) {
	const desired = Array.from({ length: pairs }, (_, at) => [
		{ key: `/c${at}`, imageType: 'CONFIG', name: `c${at}.json`, text: `${configText}\n${'\n'.repeat(at % 7)}` },
		{
			key: `/u${at}`,
			imageType: 'UNATTEND',
			name: `u${at}.ks`,
			partner: `/c${at}`,
			text: `${unattendText}# ${at}\n`,
			os: 'rhels',
			osrelease: '9.4',
		},
	]).flat();
	const store = records.recordFolder(path.join(folder, `state-${round}`), url);
	const server = { url, trust: { kind: 'fingerprint', sha256: fingerprint } };
	await rest.withSession(server, { user, password }, {}, async client => {
		const options = { store };
		const { files, failures } = await sync.applySync(client, await sync.prepareSync(client, desired, options), options);
		if (files.length !== 2 * pairs || failures.length > 0) throw new Error(`${files.length} files, ${failures[0]}`);
	});
}

async function loop({ url, caPem, user, password }, lists) {
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
	const send = async (imageType, body) => {
		const begun = await call('POST', `/osImages?imageType=${imageType}&importByContent=true`, body);
		const task = await call('GET', `/tasks/${begun.answer.jobId}`);
		return task.answer[0].fileId;
	};
	const lane = async () => {
		for (let at = next++; at < pairs; at = next++) {
			const id = await send('CONFIG', { name: `c${at}.json`, content: configText });
			await send('UNATTEND', {
				name: `u${at}.ks`,
				content: unattendText,
				os: 'rhels',
				osrelease: '9.4',
				associatedFileId: id,
			});
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
