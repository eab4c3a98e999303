import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { certificateQuestion } from '../../../client/servers/certificateQuestion';
import type { CertificateFacts } from '../../../server/rest/trust';

const facts: CertificateFacts = {
	subject: 'O=Lenovo\nCN=lxca.example.net',
	issuer: 'O=Lenovo\nCN=lxca.example.net',
	validFrom: new Date('2026-01-01T00:00:00Z'),
	validTo: new Date('2036-01-01T00:00:00Z'),
	sha256: 'AB:CD:EF',
	selfSigned: true,
	pem: '',
	hostMatches: true,
};

suite('certificateQuestion', () => {
	test('everything a person needs to say yes or no is there', () => {
		const { message, detail } = certificateQuestion('https://lxca.example.net:8443', facts, 'It vouches for itself.');
		assert.match(message, /lxca\.example\.net:8443/);
		for (const part of [
			'It vouches for itself.',
			'Subject: O=Lenovo, CN=lxca.example.net',
			'signed by itself',
			'01 Jan 2026',
			'01 Jan 2036',
			'SHA-256: AB:CD:EF',
		]) {
			assert.ok(detail.includes(part), part);
		}
		assert.doesNotMatch(detail, /another host name/);
	});

	test('a certificate for another host says so', () => {
		const { detail } = certificateQuestion('https://10.0.0.7', { ...facts, hostMatches: false }, '');
		assert.match(detail, /another host name/);
	});
});
