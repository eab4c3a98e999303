import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { suite, test } from 'node:test';
import { fingerprintOf, makeCertificate } from '../../../server/simulator/certificate';

const year = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };

suite('certificate', () => {
	test('signs itself, for names and addresses', () => {
		const made = makeCertificate({ name: 'Appliance ü', hosts: ['localhost', '127.0.0.1', '::1'], ...year });
		const read = new X509Certificate(made.certificate);
		assert.equal(read.verify(read.publicKey), true);
		assert.equal(read.checkIssued(read), true);
		assert.equal(read.checkHost('localhost'), 'localhost');
		assert.equal(read.checkIP('127.0.0.1'), '127.0.0.1');
		assert.equal(read.checkIP('::1'), '::1');
		assert.equal(read.checkHost('elsewhere.example'), undefined);
		assert.equal(read.subject, 'O=XClarity Authoring\nCN=Appliance ü');
		assert.equal(new Date(read.validFrom).getTime(), year.from.getTime());
		assert.equal(new Date(read.validTo).getTime(), year.to.getTime());
		assert.equal(read.fingerprint256, fingerprintOf(made));
	});

	test('an internal authority signs the certificate of the server', () => {
		const signer = makeCertificate({ name: 'Internal authority', hosts: [], ...year });
		const server = makeCertificate({ name: 'Server', hosts: ['127.0.0.1'], signer, ...year });
		const [authority, leaf] = [new X509Certificate(signer.certificate), new X509Certificate(server.certificate)];
		assert.equal(leaf.checkIssued(authority), true);
		assert.equal(leaf.verify(authority.publicKey), true);
		assert.equal(leaf.verify(leaf.publicKey), false);
		assert.equal(authority.ca, true);
		assert.equal(leaf.ca, false);
	});

	test('a time after 2049 is written in the other form, and read as it was meant', () => {
		for (const to of [new Date('2049-12-31T23:59:59Z'), new Date('2060-06-30T00:00:00Z')]) {
			const { certificate } = makeCertificate({ name: 'Appliance', hosts: ['localhost'], from: year.from, to });
			assert.equal(new Date(new X509Certificate(certificate).validTo).getTime(), to.getTime());
			const bytes = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64').toString('latin1');
			const digits = to.toISOString().slice(0, 19).replace(/[-:T]/g, '');
			// RFC 5280: two digits of the year, and four from 2050 on.
			assert.equal(bytes.includes(digits), to.getUTCFullYear() >= 2050);
		}
	});

	test('two certificates never share a serial number', () => {
		const serials = Array.from({ length: 20 }, () => {
			const made = makeCertificate({ name: 'Appliance', hosts: ['localhost'], ...year });
			return new X509Certificate(made.certificate).serialNumber;
		});
		assert.equal(new Set(serials).size, serials.length);
	});
});
