import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { newServerId, readServers, type Server, withoutServer, withServer } from '../../../client/servers/server';

const lab: Server = { id: 'lab', name: 'Lab', url: 'https://lxca.example.net', user: 'USERID' };
const site: Server = { ...lab, id: 'site', name: 'Site', trust: { fingerprint: 'AA:BB' }, protected: true };

suite('server', () => {
	test('a whole entry is read as it is', () => {
		assert.deepEqual(readServers([lab, site]), [lab, site]);
	});

	test('an entry without a name is called by its id', () => {
		const { name: _, ...nameless } = lab;
		assert.deepEqual(readServers([nameless]), [{ ...lab, name: 'lab' }]);
	});

	for (const [what, value] of [
		['no list', { id: 'lab' }],
		['an entry that is none', [null, 'lab', 7]],
		['an entry without an address', [{ id: 'lab', user: 'USERID' }]],
		['an entry with an empty id', [{ ...lab, id: '' }]],
	] as const) {
		test(`${what} gives no server`, () => assert.deepEqual(readServers(value), []));
	}

	test('an entry whose trust cannot be read is not used with less trust', () => {
		assert.deepEqual(readServers([{ ...lab, trust: { fingerprnt: 'AA' } }]), []);
	});

	test('of two entries with one id the first counts', () => {
		assert.deepEqual(readServers([lab, { ...site, id: 'lab' }]), [lab]);
	});

	test('a server is put in its old place, or at the end', () => {
		assert.deepEqual(withServer([lab, site], { ...lab, user: 'me' }), [{ ...lab, user: 'me' }, site]);
		assert.deepEqual(withServer([lab], site), [lab, site]);
	});

	test('a server is taken out by its id', () => {
		assert.deepEqual(withoutServer([lab, site], 'lab'), [site]);
	});

	test('an id is made of the name, and of a number where it is taken', () => {
		assert.equal(newServerId('Site B (Bucureşti)', []), 'site-b-bucure-ti');
		assert.equal(newServerId('Lab', [lab]), 'lab-2');
		assert.equal(newServerId('Lab', [lab, { ...lab, id: 'lab-2' }]), 'lab-3');
		assert.equal(newServerId('研究室', []), 'server');
	});
});
