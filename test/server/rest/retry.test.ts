import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withRetries } from '../../../server/rest/retry';
import { withSession } from '../../../server/rest/withSession';
import { XClarityError, type XClarityErrorKind } from '../../../server/rest/xclarityError';
import { json, thrownBy, tlsServer } from '../../support/tlsServer';

const options = { repeats: 2, firstDelay: 1, longestDelay: 2, signal: undefined };

/** How often a call is made that always fails so. */
async function tries(kind: XClarityErrorKind, status?: number, method: 'GET' | 'PUT' = 'GET'): Promise<number> {
	let count = 0;
	await thrownBy(() =>
		withRetries(method, options, () => {
			count++;
			throw new XClarityError('It fails.', { kind, status });
		}),
	);
	return count;
}

suite('repeats', () => {
	test('what may pass by itself is repeated, what will not is not', async () => {
		assert.equal(await tries('unreachable'), 3);
		assert.equal(await tries('failed', 503), 3);
		assert.equal(await tries('unexpected', 200), 3);
		assert.equal(await tries('unexpected', 200, 'PUT'), 1);
		assert.equal(await tries('unexpected', 307), 1);
		assert.equal(await tries('failed', 501), 1);
		for (const kind of ['refused', 'unauthorized', 'untrusted', 'cancelled'] as const)
			assert.equal(await tries(kind), 1);
	});

	test('a cancellation ends the pause', async () => {
		const controller = new AbortController();
		const error = await thrownBy(() =>
			withRetries('GET', { ...options, firstDelay: 60_000, longestDelay: 60_000, signal: controller.signal }, () => {
				setImmediate(() => controller.abort());
				throw new XClarityError('It fails.', { kind: 'unreachable' });
			}),
		);
		assert.ok(error instanceof XClarityError && error.kind === 'cancelled');
	});

	/** Deletes a file on a server that answers the tries with these statuses; gives the status of the error. */
	async function deleted(statuses: number[]): Promise<number | undefined> {
		await using server = await tlsServer(({ method, target }, response) => {
			const isDelete = method === 'DELETE' && target.startsWith('/osImages');
			json(response, { result: 'success', messages: [] }, isDelete ? statuses.shift() : 200);
		});
		const trust = { kind: 'fingerprint', sha256: server.fingerprint } as const;
		const error = await thrownBy(() =>
			withSession({ url: server.url, trust }, { user: 'USERID', password: 'x' }, {}, client =>
				client.remove(['20260101120000_ks.cfg']),
			),
		);
		return error instanceof XClarityError ? error.status : undefined;
	}

	test('a deletion is sent once: whoever asked for it looks before a second try', async () => {
		const statuses = [503, 200];
		assert.equal(await deleted(statuses), 503);
		assert.deepEqual(statuses, [200]);
		assert.equal(await deleted([404]), 404);
	});
});
