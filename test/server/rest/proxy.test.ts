import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type ProxySettings, proxyFor } from '../../../server/rest/proxy';

const none: ProxySettings = { proxy: '', noProxy: [], support: 'override' };
const lxca = 'https://lxca.lab.example.net:8443';

suite('proxy to a server', () => {
	test('without any setting there is none', () => {
		assert.equal(proxyFor(lxca, none, {}), undefined);
	});

	test('the setting wins over the environment, in whose upper and lower case it is looked for', () => {
		const environment = { HTTPS_PROXY: 'http://env.example.net:3128' };
		assert.equal(proxyFor(lxca, none, environment), 'http://env.example.net:3128');
		assert.equal(proxyFor(lxca, { ...none, proxy: 'http://set:8080' }, environment), 'http://set:8080');
	});

	for (const name of ['https_proxy', 'all_proxy', 'http_proxy']) {
		test(`${name} is read in lower and in upper case`, () => {
			for (const variable of [name, name.toUpperCase()])
				assert.equal(proxyFor(lxca, none, { [variable]: 'http://env:3128' }), 'http://env:3128', variable);
			// The one in lower case counts, even when it is empty.
			assert.equal(proxyFor(lxca, none, { [name]: '', [name.toUpperCase()]: 'http://env:3128' }), undefined);
			assert.equal(
				proxyFor(lxca, none, { [name]: 'http://lower:1', [name.toUpperCase()]: 'http://upper:1' }),
				'http://lower:1',
			);
		});
	}

	test('of several variables the most particular counts', () => {
		const all = { http_proxy: 'http://h:1', ALL_PROXY: 'http://a:1', HTTPS_PROXY: 'http://s:1' };
		assert.equal(proxyFor(lxca, none, all), 'http://s:1');
		assert.equal(proxyFor(lxca, none, { ...all, HTTPS_PROXY: '' }), 'http://a:1');
	});

	test('no_proxy is a list, read in lower and in upper case; a setting takes its place', () => {
		const proxy = { HTTPS_PROXY: 'http://env:3128' };
		for (const name of ['no_proxy', 'NO_PROXY']) {
			for (const list of ['localhost, .example.net', 'a.example,LXCA.lab.example.net', '*'])
				assert.equal(proxyFor(lxca, none, { ...proxy, [name]: list }), undefined, `${name}=${list}`);
			for (const list of ['', 'localhost,other.example', 'lab.example', 'example.net:443'])
				assert.equal(proxyFor(lxca, none, { ...proxy, [name]: list }), 'http://env:3128', `${name}=${list}`);
			const set = { ...none, noProxy: ['other.example'] };
			assert.equal(proxyFor(lxca, set, { ...proxy, [name]: '*' }), 'http://env:3128');
		}
	});

	test('a proxy for this one call is used whatever is exempt, also to this machine', () => {
		const forced = { ...none, proxy: 'http://set:8080', isForced: true };
		assert.equal(proxyFor(lxca, forced, { NO_PROXY: '*' }), 'http://set:8080');
		assert.equal(proxyFor('https://127.0.0.1:8443', forced, {}), 'http://set:8080');
	});

	test('a proxy without a scheme is an HTTP proxy', () => {
		assert.equal(proxyFor(lxca, { ...none, proxy: 'proxy.example.net:3128' }, {}), 'http://proxy.example.net:3128');
	});

	test('extensions that must not use one do not', () => {
		assert.equal(proxyFor(lxca, { ...none, proxy: 'http://set:8080', support: 'off' }, {}), undefined);
	});

	test('this machine is never asked for through a proxy', () => {
		for (const host of ['localhost', '127.0.0.1', '[::1]']) {
			assert.equal(proxyFor(`https://${host}:8443`, { ...none, proxy: 'http://set:8080' }, {}), undefined);
		}
	});

	for (const [entry, exempt] of [
		['lxca.lab.example.net', true],
		['.example.net', true],
		['*.example.net', true],
		['example.net', true],
		['lxca.lab.example.net:8443', true],
		['lxca.lab.example.net:443', false],
		['ample.net', false],
		['other.net', false],
		['*', true],
		['', false],
	] as const) {
		test(`‘${entry}’ among the exceptions ${exempt ? 'goes' : 'does not go'} without the proxy`, () => {
			const settings = { ...none, proxy: 'http://set:8080', noProxy: [entry] };
			assert.equal(proxyFor(lxca, settings, {}) === undefined, exempt);
			assert.equal(proxyFor(lxca, { ...none, proxy: 'http://set:8080' }, { no_proxy: entry }) === undefined, exempt);
		});
	}

	test('a SOCKS proxy is refused in words, not passed over', () => {
		assert.throws(() => proxyFor(lxca, none, { all_proxy: 'socks5://secret@host:1' }), /not an HTTP proxy/);
	});
});
