import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { cookieJar } from '../../../server/rest/cookieJar';

suite('cookie jar', () => {
	test('cookies are kept, replaced and sent back', () => {
		const jar = cookieJar('lxca.example.com');
		assert.equal(jar.header(), undefined);
		jar.take(['JSESSIONID=abc; Path=/; Secure; HttpOnly', 'csrf=one; path=/']);
		jar.take(['csrf=two=2; Max-Age=60']);
		assert.equal(jar.header(), 'JSESSIONID=abc; csrf=two=2');
		assert.equal(jar.get('csrf'), 'two=2');
		jar.clear();
		assert.equal(jar.header(), undefined);
	});

	test('cookies for another host are dropped', () => {
		const jar = cookieJar('lxca.example.com');
		jar.take([
			'a=1; Domain=other.example.com',
			'b=2; Domain=.example.com',
			'c=3; Domain=ca.example.com',
			'd=4; domain=xa.example.com',
		]);
		assert.equal(jar.header(), 'b=2');
	});

	test('an expired cookie goes', () => {
		const jar = cookieJar('lxca');
		jar.take(['a=1', 'b=2']);
		jar.take(['a=gone; Max-Age=0', 'b=gone; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
		assert.equal(jar.header(), undefined);
	});

	test('what could not be sent back as one cookie is dropped', () => {
		const jar = cookieJar('lxca');
		jar.take([
			'no pair',
			'=1',
			'a b=1',
			'a=1\r\nX: y',
			'a=é',
			...Array.from({ length: 99 }, (_, index) => `n${index}=1`),
		]);
		assert.equal(jar.header()?.split('; ').length, 50);
		assert.ok(!jar.header()?.includes('a='));
	});
});
