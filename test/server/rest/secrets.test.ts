import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { redactor } from '../../../server/rest/redact';
import { applySync, prepareSync } from '../../../server/rest/sync/syncFiles';
import { memoryRecords } from '../../../server/rest/sync/uploadRecord';
import { withSession } from '../../../server/rest/withSession';
import { sampled } from '../../support/thorough';
import { json, thrownBy, tlsServer } from '../../support/tlsServer';

/** With a character that a URL and one that JSON writes differently. */
const password = 'pa"ss wörd&9';
const token = 'csrf-token-value';
const sessionId = 'session-id-value';
const forms = [password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1), token, sessionId];

/** Every text that an error, its causes and its attributes can put in front of a person or into a log. */
const everyTextOf = (error: Error): string =>
	[
		String(error),
		error.message,
		error.stack,
		JSON.stringify(error),
		inspect(error, { depth: 9, showHidden: true }),
	].join('\n');

const echo = [password, token, sessionId, encodeURIComponent(password)].join(' ');
const message = {
	id: echo,
	text: `Cannot ${echo}`,
	explanation: echo,
	recovery: { text: echo, URL: `https://help/?p=${echo}` },
};

const replies: Readonly<Record<string, { status: number; text: string }>> = {
	'a refusal that repeats it': { status: 403, text: JSON.stringify({ result: 'failed', messages: [message] }) },
	'a failure that repeats it': { status: 500, text: JSON.stringify({ result: 'failed', messages: [message, echo] }) },
	'a refusal as text': { status: 400, text: echo },
	'JSON that breaks off': { status: 200, text: `{"result":"success","x":"${echo}` },
	'a page': { status: 200, text: `<html>${echo}</html>` },
	'a redirect': { status: 302, text: echo },
	nothing: { status: 0, text: '' },
};

const requests = ['POST /sessions', 'GET /osImages', 'POST /osImages', 'GET /tasks', 'DELETE /sessions'];
/** Every reply to every request; a quick run has each reply and each request in it. */
const leaks = sampled(
	Object.entries(replies).flatMap(([what, reply]) => requests.map(failing => ({ what, failing, ...reply }))),
	4,
);

suite('secrets', { concurrency: 8 }, () => {
	for (const { what, failing, status, text } of leaks) {
		test(`no password, cookie or token is told when ${failing} gets ${what}`, async () => {
			const told: string[] = [];
			await using server = await tlsServer(({ method, target }, response) => {
				const cookies = { 'set-cookie': [`JSESSIONID=${sessionId}`, `csrf=${token}`] };
				if (!`${method} ${target}`.startsWith(failing)) {
					const reply = { result: 'success', jobId: '1', unattendFiles: [] };
					return json(
						response,
						target.startsWith('/tasks') ? [{ jobUID: '1', status: 'Complete' }] : reply,
						200,
						cookies,
					);
				}
				if (status === 0) return response.destroy();
				response
					.writeHead(status, { ...cookies, location: `https://127.0.0.1/?p=${encodeURIComponent(password)}` })
					.end(text);
			});
			const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
			const failure = await thrownBy(() =>
				withSession(
					{ url: server.url, trust },
					{ user: 'USERID', password },
					{ log: line => told.push(line) },
					async client => {
						const options = {
							onProgress: (progress: { text: string }) => told.push(progress.text),
							signal: AbortSignal.timeout(100),
						};
						const file = { key: 'a', imageType: 'UNATTEND', name: 'a.ks', bytes: Buffer.from('a') } as const;
						const sync = { ...options, store: memoryRecords() };
						const { failures } = await applySync(client, await prepareSync(client, [file], sync), sync);
						throw failures[0];
					},
				),
			);
			told.push(everyTextOf(failure));
			assert.ok(told.length > 1);
			for (const secret of forms) assert.ok(!told.join('\n').includes(secret), `${secret} in ${told.join('\n')}`);
		});
	}

	test('secrets are masked in each of their forms, the longer ones first', () => {
		const redact = redactor(['a&b', 'a&b-and-more', '']);
		assert.equal(redact('a&b-and-more a&b a%26b'), '••• ••• •••');
	});
});
