import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { parseFault } from '../../../server/simulator/faults';
import { describeFaults } from '../../../server/simulator/faultTable';
import { startSimulator } from '../../../server/simulator/simulator';
import { exchange, withAppliance } from './applianceSession';

const unattend = { name: 'rhel.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' };
const importTarget = '/osImages?imageType=UNATTEND&importByContent=true';

suite('parseFault', () => {
	test('reads kind, value, method, path and count', () => {
		assert.deepEqual(parseFault('slow=10@GET /tasks#2'), {
			text: 'slow=10@GET /tasks#2',
			kind: 'slow',
			value: '10',
			method: 'GET',
			path: '/tasks',
			nth: 2,
			each: undefined,
		});
		assert.equal(parseFault('500%3').each, 3);
		assert.equal(parseFault('slow').value, '2000');
		assert.equal(parseFault('redirect=https://127.0.0.1:1/a@/osImages').value, 'https://127.0.0.1:1/a');
	});

	const mistakes: readonly (readonly [string, RegExp])[] = [
		['explode', /no fault ‘explode’. There are: .*refuse, /],
		['500=1', /takes no value/],
		['slow=soon', /milliseconds/],
		['redirect', /an address/],
		['wrong-certificate=old', /changed, expired, other-host/],
		['500#0', /from 1/],
		['500@tasks', /KIND\[=VALUE\]/],
		['', /KIND\[=VALUE\]/],
	];
	for (const [text, expected] of mistakes) {
		test(`‘${text}’ is refused with a sentence`, () => {
			assert.throws(() => parseFault(text), { name: 'RangeError', message: expected });
		});
	}

	// When this fails, a fault was added or changed: write its row into docs/simulator.md as the test expects it.
	test('the faults are all in docs/simulator.md', () => {
		const page = readFileSync('docs/simulator.md', 'utf8');
		for (const { name, effect, value } of describeFaults()) {
			const shown = value === undefined || typeof value === 'string' ? (value ?? '') : value.join(', ');
			assert.ok(page.includes(`| \`${name}\` | ${shown} | ${effect} |`), `| \`${name}\` | ${shown} | ${effect} |`);
		}
	});
});

suite('faults', () => {
	const replies: readonly (readonly [string, number, string])[] = [
		['refuse', 403, 'FQXHMFC9011M'],
		['401', 401, 'FQXHMSE9001M'],
		['licence', 403, 'FQXHMFC9001M'],
		['500', 500, 'FQXHMFC9500M'],
		['full', 403, 'FQXHMFC0057M'],
		['session-limit', 403, 'FQXHMSE9003M'],
	];
	for (const [fault, status, id] of replies) {
		test(`${fault} answers ${status} and does nothing`, async () => {
			await withAppliance({ faults: [`${fault}@POST /osImages#1`] }, async ({ ask, simulator }) => {
				const reply = await ask('POST', importTarget, unattend);
				assert.deepEqual([reply.status, reply.at('messages', 0, 'id')], [status, id]);
				assert.deepEqual((await ask('GET', '/tasks')).body, []);
				assert.equal((await ask('POST', importTarget, unattend)).status, 200);
				assert.deepEqual(
					simulator.requests.map(({ fault: met }) => met),
					[`${fault}@POST /osImages#1`, undefined, undefined],
				);
			});
		});
	}

	test('drop-before cuts the connection before the effect, drop-after behind it', async () => {
		for (const [fault, jobs] of [
			['drop-before', 0],
			['drop-after', 1],
		] as const) {
			await withAppliance({ faults: [`${fault}@/osImages#1`] }, async ({ ask, simulator }) => {
				await assert.rejects(ask('POST', importTarget, unattend), { code: 'ECONNRESET' });
				assert.equal((await ask('GET', '/tasks')).at('length'), jobs);
				assert.equal(simulator.requests[0]?.status, 0);
			});
		}
	});

	test('every n-th request, also of those to a path', async () => {
		await withAppliance({ faults: ['500@GET /tasks%2'] }, async ({ ask }) => {
			const statuses: number[] = [];
			for (const target of ['/tasks', '/aicc', '/tasks', '/tasks', '/tasks']) {
				statuses.push((await ask('GET', target)).status);
			}
			assert.deepEqual(statuses, [200, 200, 500, 200, 500]);
		});
	});

	test('truncated JSON and extra attributes', async () => {
		await withAppliance({ faults: ['truncated@/osImages', 'extra@/aicc'] }, async ({ ask }) => {
			await assert.rejects(ask('GET', '/osImages'), SyntaxError);
			const reply = await ask('GET', '/aicc');
			assert.deepEqual([reply.at('unexpectedText'), reply.at('appliance', 'unexpectedNull')], ['x', null]);
			assert.equal(reply.at('appliance', 'status'), 'Normal');
		});
	});

	test('pages where JSON belongs: before the effect, and behind it', async () => {
		for (const [fault, status, jobs] of [
			['429', 429, 0],
			['503', 503, 0],
			['gateway', 504, 1],
			['gateway=502', 502, 1],
			['html', 200, 1],
		] as const) {
			await withAppliance({ faults: [`${fault}@POST /osImages#1`] }, async ({ simulator, ask }) => {
				await assert.rejects(ask('POST', importTarget, unattend), SyntaxError);
				assert.deepEqual([simulator.requests[0]?.status, (await ask('GET', '/tasks')).at('length')], [status, jobs]);
			});
		}
	});

	test('cut breaks the connection in the middle of the answer', async () => {
		await withAppliance({ faults: ['cut@POST /osImages#1'] }, async ({ ask }) => {
			await assert.rejects(ask('POST', importTarget, unattend), { code: 'ECONNRESET' });
			assert.equal((await ask('GET', '/tasks')).at('length'), 1);
		});
	});

	test('a job that never ends can still be cancelled; one that ends badly says why', async () => {
		await withAppliance({ faults: ['stuck-job#1', 'failed-job#2'] }, async ({ ask, pass, list }) => {
			await ask('POST', importTarget, unattend);
			await ask('POST', importTarget, unattend);
			pass(365 * 24 * 60 * 60 * 1000);
			const tasks = await ask('GET', '/tasks');
			assert.deepEqual([tasks.at(0, 'status'), tasks.at(1, 'status')], ['Running', 'Stopped_With_Error']);
			assert.match(JSON.stringify(tasks.at(1, 'summary')), /failed-job#2/);
			await ask('PUT', '/tasks', { action: 'cancel', list: ['1'] });
			assert.equal((await ask('GET', '/tasks/1')).at(0, 'status'), 'Cancelled');
			assert.deepEqual(await list('unattendFiles'), []);
		});
	});

	test('redirect names the other address', async () => {
		await withAppliance({ faults: ['redirect=https://other.example/'] }, async ({ ask }) => {
			const reply = await ask('GET', '/aicc');
			assert.deepEqual([reply.status, reply.headers.location], [307, 'https://other.example/']);
		});
	});

	test('can be changed while the simulator runs', async () => {
		await withAppliance({}, async ({ ask, simulator }) => {
			simulator.setFaults(['500#2']);
			assert.equal((await ask('GET', '/aicc')).status, 200);
			assert.equal((await ask('GET', '/aicc')).status, 500);
			simulator.setFaults([]);
			assert.equal((await ask('GET', '/aicc')).status, 200);
			assert.throws(() => simulator.setFaults(['explode']), RangeError);
		});
	});

	const flaws: readonly (readonly [string, string])[] = [
		['changed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
		['expired', 'CERT_HAS_EXPIRED'],
		['other-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
	];
	for (const [flaw, code] of flaws) {
		test(`wrong-certificate=${flaw} is met before anything is sent`, async () => {
			const simulator = await startSimulator({ faults: [`wrong-certificate=${flaw}`] });
			await assert.rejects(exchange(simulator, ['GET', '/aicc']), { code });
			assert.deepEqual(simulator.requests, []);
			await simulator.stop();
		});
	}
});
