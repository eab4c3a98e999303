import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect as dialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { reports, sourceOf } from '../xml/unattendSources';

const interfaceWith = (address: string, protocol = 'static'): string =>
	`<interface><name>eth0</name><bootproto>${protocol}</bootproto>${address}</interface>`;
const other = '<interface><name>eth1</name><bootproto>static</bootproto><ipaddr>10.0.0.9/8</ipaddr></interface>';
const ofHost = '<ipaddr>192.0.2.10</ipaddr><prefixlen>24</prefixlen>';

/** What is said about the gateways of a profile. */
const said = (interfaces: string, gateway: string, more = ''): string[] => {
	const route = `<route><destination>default</destination><gateway>${gateway}</gateway>${more}</route>`;
	const text = `<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns"><networking><interfaces config:type="list">${interfaces}</interfaces>
<routing><routes config:type="list">${route}</routes></routing></networking></profile>`;
	const found = reports(dialect, sourceOf(text, { values: { 'site.ip': { type: 'string' } } }));
	return found.filter(each => each.includes('gateway'));
};

suite('AutoYaST: gateways', () => {
	const outside = [
		'2 autoyast-gateway: The gateway 192.0.3.1 is not in the network of any interface here, so it cannot be reached.',
	];
	for (const [what, address] of [
		['a prefix', ofHost],
		['a prefix behind the address', '<ipaddr>192.0.2.10/24</ipaddr>'],
		['a netmask', '<ipaddr>192.0.2.10</ipaddr><netmask>255.255.255.0</netmask>'],
		['a netmask as a length', '<ipaddr>192.0.2.10</ipaddr><netmask>24</netmask>'],
	] as const)
		test(`a gateway is held against the network with ${what}`, () => {
			assert.deepEqual(said(interfaceWith(address), '192.0.3.1'), outside);
			assert.deepEqual(said(interfaceWith(address), '192.0.2.1'), []);
		});

	test('the network of one interface is enough', () => {
		assert.deepEqual(said(interfaceWith(ofHost) + other, '10.1.1.1'), []);
		assert.deepEqual(said(interfaceWith(ofHost) + other, '192.0.3.1'), outside);
		assert.deepEqual(said(interfaceWith(ofHost) + interfaceWith('', 'none'), '192.0.3.1'), outside);
	});

	test('nothing is said where a network or the way to it is not known', () => {
		assert.deepEqual(said(interfaceWith('', 'dhcp') + other, '192.0.3.1'), []);
		assert.deepEqual(said(interfaceWith('<ipaddr>#site.ip#</ipaddr><prefixlen>24</prefixlen>'), '192.0.3.1'), []);
		assert.deepEqual(said(interfaceWith(ofHost), '#site.ip#'), []);
		assert.deepEqual(said(interfaceWith(ofHost), '192.0.3.1', '<extrapara>onlink</extrapara>'), []);
		assert.deepEqual(said(interfaceWith(`${ofHost}<aliases><a/></aliases>`), '192.0.3.1'), []);
	});
});
