import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bytesBody } from '../../../server/rest/multipart';
import type { XClarityClient } from '../../../server/rest/xclarityClient';
import { sampled } from '../../support/thorough';
import { inSession, onSimulator } from './sync/pairOnSimulator';

const facts = { imageType: 'SCRIPT', name: 'after.sh', os: 'rhels' } as const;

/** Announces a file and sends it. */
const send = (client: XClarityClient, onAnnounce?: (before: readonly string[]) => void) =>
	client.importByFile({ ...facts, body: bytesBody(Buffer.from('echo\n')), onAnnounce });

suite('the announcement of a file whose answer was lost', { concurrency: 4 }, () => {
	for (const fault of sampled(['drop-after', 'gateway=504', 'truncated'] as const, 2)) {
		test(`leaves no job that waits, after ${fault}`, () =>
			onSimulator({}, simulator =>
				inSession(simulator, async client => {
					// One that waits from before stays.
					simulator.setFaults(['drop-after@POST /osImages#1']);
					await assert.rejects(send(client));
					simulator.setFaults([`${fault}@POST /osImages#1`]);
					const before: (readonly string[])[] = [];
					await assert.rejects(send(client, jobs => before.push(jobs)));
					assert.equal(before[0]?.length, 1);
					assert.deepEqual(
						simulator.truth().openJobs.map(({ id }) => String(id)),
						before[0],
					);
				}),
			));
	}

	test('is named as one that may wait where the list of jobs cannot be read', () =>
		onSimulator({}, simulator =>
			inSession(simulator, async client => {
				const looks = [2, 3, 4].map(at => `null-lists@GET /tasks#${at}`);
				simulator.setFaults(['truncated@POST /osImages#1', ...looks]);
				await assert.rejects(
					send(client, () => undefined),
					/A job may wait for ever: the jobs of .* could not be looked at/,
				);
				assert.equal(simulator.truth().openJobs.length, 1);
			}),
		));

	test('is not looked after by one who does not note what was there', () =>
		onSimulator({ faults: ['drop-after@POST /osImages#1'] }, simulator =>
			inSession(simulator, async client => {
				await assert.rejects(send(client));
				assert.equal(simulator.truth().openJobs.length, 1);
			}),
		));
});
