import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { bytesBody, uploadBody } from '../../../server/rest/multipart';
import { readOsImages } from '../../../server/rest/osImages';
import * as wire from '../../../server/rest/wire';
import { withSession } from '../../../server/rest/withSession';
import { XClarityClient } from '../../../server/rest/xclarityClient';
import { XClarityError } from '../../../server/rest/xclarityError';
import { findRoute } from '../../../server/simulator/routes';
import { json, tlsServer } from '../../support/tlsServer';

/*
 * Client and simulator share wire.ts and could agree on a mistake. These exchanges are transcribed from what the
 * vendor publishes, and both the guards and the client must take them. When one fails, the code is wrong, unless the
 * page behind `source` says something else by now.
 */
interface Fixture {
	readonly source: string;
	readonly request: {
		readonly method: string;
		readonly target: string;
		readonly body?: unknown;
		readonly multipart?: readonly Part[];
	};
	readonly reply: { readonly status: number; readonly body?: unknown };
}

interface Part {
	readonly disposition: string;
	readonly type?: string;
	readonly text: string;
}

const folder = path.join('test', 'fixtures', 'wire');
const names = readdirSync(folder).map(file => path.basename(file, '.json'));
const fixture = (name: string): Fixture =>
	JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Fixture;

const requestGuards: Readonly<Record<string, (body: unknown) => boolean>> = {
	logIn: wire.isLogInRequest,
	initByFile: wire.isInitRequest,
	initWithoutSize: wire.isInitRequest,
	importRefused: wire.isInitRequest,
	importByContent: wire.isContentRequest,
	remoteUpload: wire.isRemoteUploadRequest,
	relink: wire.isRelinkRequest,
	customSettings: wire.isCustomSettingsRequest,
};

const calls: Readonly<Record<string, (client: XClarityClient) => Promise<unknown>>> = {
	initByFile: client =>
		client.importByFile({ imageType: 'UNATTEND', name: 'a', body: bytesBody(Buffer.from('x'.repeat(33))) }),
	importByContent: client =>
		client.importByContent({ imageType: 'CONFIG', name: 'site.json', content: '[]', os: 'sles' }),
	task: client => client.task('12'),
	cancelTask: client => client.cancelTask('12'),
	remove: client => client.remove(['20260304050607_a.py', '20260304050608_b.xml']),
	removeWithoutBody: client => client.remove(['20260304050607_a.py']),
	list: client => client.osImages(),
	relink: client =>
		client.relink('20260304050607_a.json', {
			imageType: 'CONFIG',
			associatedFileId: '20260304050608_b.xml',
			content: '{}',
			description: 'mine',
		}),
	customSettings: client => client.validateSettings('{"content":[]}'),
	logOut: client => client.logOut(),
};

/** What the client does without an exchange of its own, and why. */
const withoutExchange: Readonly<Record<string, string>> = {
	applianceInfo: 'no page that we know shows one',
	buildProfile: 'no page that we know shows one',
	followTask: 'it is task, again and again',
	importFromServer: 'its second call is that of remoteUpload',
	read: 'what is asked is the business of whoever calls it',
	send: 'what is asked is the business of whoever calls it',
	tasks: 'it is task for all of them',
	withSignal: 'it calls nothing',
};

/** What the client sends and makes of the reply of a fixture. */
async function played(name: string) {
	const { reply } = fixture(name);
	await using server = await tlsServer(({ method, target }, response) => {
		if (`${method} ${target}` === 'POST /sessions')
			return json(response, fixture('logIn').reply.body, 200, { 'set-cookie': 'JSESSIONID=a' });
		if (reply.body === undefined) response.writeHead(reply.status).end();
		else json(response, reply.body, reply.status);
	});
	const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
	const result = await withSession(
		{ url: server.url, trust },
		{ user: 'DEPLOYER', password: 'a password' },
		{},
		async client => calls[name]?.(client),
	);
	return { result, sent: server.received };
}

suite('wire', () => {
	test('the guards take what the vendor shows', () => {
		for (const name of names) {
			const { request, reply } = fixture(name);
			if (requestGuards[name]) assert.ok(requestGuards[name](request.body), name);
			if (wire.isObject(reply.body)) assert.ok(wire.isEnvelope(reply.body), name);
		}
		const [task] = fixture('task').reply.body as unknown[];
		assert.ok(wire.isTaskEntry(task));
		assert.equal(wire.readJobId(fixture('initWithoutSize').reply.body as wire.JsonObject), '26');
	});

	test('no exchange lies there unread', () => {
		const read = [...Object.keys(requestGuards), ...Object.keys(calls), 'upload'];
		assert.deepEqual(
			names.filter(name => !read.includes(name)),
			[],
		);
	});

	test('the simulator answers each of them', () => {
		const unanswered = names.filter(name => {
			const { method, target } = fixture(name).request;
			return findRoute(method, target.replace(/\/?(?:\?.*)?$/, '')) === undefined;
		});
		assert.deepEqual(unanswered, []);
	});

	test('every call of the client has an exchange, or a reason for none', async () => {
		const made = new Set<string | symbol>();
		const recorder = new Proxy({} as XClarityClient, {
			get: (_, method) => async () => void made.add(method),
		});
		for (const call of Object.values(calls)) await call(recorder);
		const methods = Object.entries(Object.getOwnPropertyDescriptors(XClarityClient.prototype)).flatMap(
			([method, { value }]) => (typeof value === 'function' && method !== 'constructor' ? [method] : []),
		);
		assert.deepEqual(methods.filter(method => !made.has(method)).sort(), Object.keys(withoutExchange).sort());
	});

	test('a job has its id under several names', () => {
		for (const [reply, id] of [
			[{ jobID: 7 }, '7'],
			[{ taskid: '/tasks/7' }, '/tasks/7'],
			[{ taskId: '7' }, '7'],
			[{ jobId: null, id: '7' }, undefined],
		] as const) {
			assert.equal(wire.readJobId(reply), id, JSON.stringify(reply));
		}
	});

	test('ids of files may be numbers', () => {
		const images = readOsImages({ unattendFiles: [{ id: 7, associatedFileId: 8 }], configFiles: [{ id: 8 }] });
		assert.deepEqual(
			[images.unattends[0]?.id, images.unattends[0]?.partners[0], images.configs[0]?.id],
			['7', '8', '8'],
		);
	});

	test('the guards refuse what is none of it', () => {
		for (const [name, guard] of Object.entries(requestGuards)) {
			for (const wrong of [undefined, null, 7, 'text', []])
				assert.equal(guard(wrong), false, `${name} ${String(wrong)}`);
		}
		assert.equal(wire.isContentRequest({ content: '' }), false);
		assert.equal(wire.isContentRequest({ content: null }), false);
		assert.equal(wire.isInitRequest({ Action: 'Begin' }), false);
		assert.equal(wire.isStoredFileEntry({ id: '' }), false);
	});

	for (const name of Object.keys(calls)) {
		test(`the client does ${name} as the vendor shows it, and takes the reply`, async () => {
			const { request } = fixture(name);
			const { sent } = await played(name);
			const [logIn, call] = sent;
			assert.deepEqual(JSON.parse(logIn?.body ?? ''), fixture('logIn').request.body);
			// The one thing in which our own interpretation is sent: CONFIG, as the vendor's tables have it.
			assert.equal(
				`${call?.method} ${call?.target}`,
				`${request.method} ${request.target.replace('CUSTOM_CONFIG', 'CONFIG')}`,
			);
			if (['initByFile', 'cancelTask', 'customSettings'].includes(name)) {
				assert.deepEqual(JSON.parse(call?.body ?? ''), request.body);
			}
		});
	}

	test('the replies mean what they say', async () => {
		assert.deepEqual((await played('importByContent')).result, {
			jobId: '3',
			reply: fixture('importByContent').reply.body,
		});
		const { result: task } = await played('task');
		assert.ok(wire.isObject(task));
		assert.deepEqual([task.id, task.state, task.percent, task.succeeded], ['12', 'Complete', 100, true]);
		const { result: images } = await played('list');
		assert.ok(wire.isObject(images) && Array.isArray(images.unattends) && Array.isArray(images.configs));
		assert.deepEqual(images.unattends[0].partners, [images.configs[0].id]);
		assert.deepEqual(images.predefinedMacros, ['predefined.otherSettings.jobId']);
		const { result: report } = await played('customSettings');
		assert.ok(wire.isObject(report));
		assert.deepEqual(report.customMacros, ['site-settings.locale']);
	});

	test('a refusal reaches the person in the words of the vendor', async () => {
		const { reply } = fixture('importRefused');
		await using server = await tlsServer(({ target }, response) =>
			target === '/sessions' ? json(response, {}) : json(response, reply.body, reply.status),
		);
		const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
		await assert.rejects(
			withSession({ url: server.url, trust }, { user: 'u', password: 'a password' }, {}, client =>
				client.importByFile({ imageType: 'OS', name: 'a.iso', body: bytesBody(Buffer.from('')) }),
			),
			(error: unknown) =>
				error instanceof XClarityError &&
				error.kind === 'refused' &&
				error.message.endsWith('FQXHMFC0057M: No more images fit. There is a largest number of them. Remove one.'),
		);
	});

	test('the bytes of a file are sent in the two parts that the vendor’s client sends', async () => {
		const { multipart = [] } = fixture('upload').request;
		const chunks: Uint8Array[] = [];
		for await (const chunk of uploadBody('sles site.xml', bytesBody(Buffer.from('<profile/>')), 'B').bytes())
			chunks.push(chunk);
		const parts = multipart.map(
			({ disposition, type, text }) =>
				`--B\r\nContent-Disposition: ${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n${text}\r\n`,
		);
		assert.equal(Buffer.concat(chunks).toString(), `${parts.join('')}--B--\r\n`);
	});

	test('task states are read in any spelling', () => {
		assert.equal(wire.readTaskState('STOPPED WITH-error'), 'Stopped_With_Error');
		assert.equal(wire.readTaskState('Exploded'), undefined);
		assert.deepEqual(
			wire.taskStates.filter(state => !wire.isFinalState(state)),
			['Pending', 'Running', 'Running_With_Errors'],
		);
	});
});
