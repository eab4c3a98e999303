import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isIpv4 } from '../../../../../server/language/unattend/values/addresses';

suite('an IPv4 address', () => {
	for (const text of ['192.0.2.1', '0.0.0.0', '255.255.255.255', '10.00.01.99', '199.200.249.250']) {
		test(`is ${text}`, () => assert.ok(isIpv4(text)));
	}
	for (const text of [
		'256.0.2.1',
		'192.0.2',
		'192.0.2.1.1',
		'192.0.02.001',
		'192.0.2.',
		'192.0.2.1\n',
		' 192.0.2.1',
		'a.b.c.d',
		'1.1.1.1e2',
		'',
	]) {
		test(`is not ${JSON.stringify(text)}`, () => assert.ok(!isIpv4(text)));
	}
});
