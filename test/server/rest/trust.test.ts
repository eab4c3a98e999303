import assert from 'node:assert/strict';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { suite, test } from 'node:test';
import { readServerAddress } from '../../../server/rest/serverAddress';
import {
	connectTrusted,
	peerCertificate,
	readCertificate,
	readFingerprint,
	type Trust,
} from '../../../server/rest/trust';
import { logIn } from '../../../server/rest/withSession';
import { XClarityError } from '../../../server/rest/xclarityError';
import { fingerprintOf } from '../../../server/simulator/certificate';
import { aCertificate, json, type TlsServer, thrownBy, tlsServer } from '../../support/tlsServer';

const credentials = { user: 'USERID', password: 'Passw0rd-secret' };
const appliance = (certificate = aCertificate()): Promise<TlsServer> =>
	tlsServer((_, response) => json(response, { result: 'success', response: {}, messages: [] }), certificate);

async function attempt({ url }: { readonly url: string }, trust: Trust): Promise<XClarityError | undefined> {
	try {
		const client = await logIn({ url, trust }, credentials, { timeout: 5_000 });
		await client.logOut();
		return undefined;
	} catch (error) {
		assert.ok(error instanceof XClarityError, String(error));
		return error;
	}
}

suite('trust', () => {
	test('a self-signed certificate is refused by default, and nothing is sent', async () => {
		await using server = await appliance();
		const error = await attempt(server, { kind: 'system' });
		assert.equal(error?.kind, 'untrusted');
		assert.equal(error?.trustProblem, 'self-signed');
		assert.match(error?.message ?? '', /127\.0\.0\.1:\d+ vouches for itself/);
		assert.equal(server.bytes(), 0);
	});

	test('the certificate of a connection is known to whoever asks, also to the second one', async () => {
		await using server = await appliance();
		for (const trust of [
			{ kind: 'fingerprint', sha256: server.fingerprint },
			{ kind: 'ca', pem: server.certificate.certificate },
		] as const) {
			const socket = await connectTrusted(readServerAddress(server.url), trust, { timeout: 5_000 });
			for (const asked of [1, 2]) assert.ok(peerCertificate(socket)?.validTo, `${trust.kind}, asked ${asked} times`);
			socket.destroy();
		}
	});

	test('its own certificate as CA file makes it trusted', async () => {
		await using server = await appliance();
		assert.equal(await attempt(server, { kind: 'ca', pem: server.certificate.certificate }), undefined);
		assert.equal(server.received[0]?.target, '/sessions');
	});

	test('the authority that signed it as CA file makes it trusted', async () => {
		const authority = aCertificate({ name: 'authority', hosts: [] });
		await using server = await appliance(aCertificate({ signer: authority }));
		assert.equal(await attempt(server, { kind: 'ca', pem: authority.certificate }), undefined);
	});

	test('so does the certificate itself, although an authority has signed it', async () => {
		await using server = await appliance(aCertificate({ signer: aCertificate({ name: 'authority', hosts: [] }) }));
		assert.equal(await attempt(server, { kind: 'ca', pem: server.certificate.certificate }), undefined);
	});

	test('a CA file narrows: another authority is refused', async () => {
		const authority = aCertificate({ name: 'authority', hosts: [] });
		await using server = await appliance(aCertificate({ signer: authority }));
		const error = await attempt(server, { kind: 'ca', pem: aCertificate({ name: 'other' }).certificate });
		assert.equal(error?.trustProblem, 'unknown-issuer');
		assert.equal(server.bytes(), 0);
	});

	test('each cause has its own words', async () => {
		const cases = [
			[{ to: -0.5, from: -2 }, 'expired', /has expired/],
			[{ from: 1, to: 2 }, 'not-yet-valid', /not valid yet/],
			[{ hosts: ['lxca.example'] }, 'wrong-host', /another host name/],
		] as const;
		for (const [options, problem, words] of cases) {
			await using server = await appliance(aCertificate(options));
			const error = await attempt(server, { kind: 'ca', pem: server.certificate.certificate });
			assert.equal(error?.trustProblem, problem);
			assert.match(error?.message ?? '', words);
			assert.equal(server.bytes(), 0);
		}
	});

	test('a CA file without a certificate is said so', async () => {
		await using server = await appliance();
		assert.match((await attempt(server, { kind: 'ca', pem: 'nothing' }))?.message ?? '', /holds no certificate/);
		const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
		assert.equal((await attempt(server, { kind: 'ca', pem: broken }))?.kind, 'untrusted');
		assert.equal(server.bytes(), 0);
	});

	test('a pinned certificate is trusted whatever its issuer, host name and age', async () => {
		const signer = aCertificate({ name: 'authority', hosts: [] });
		for (const options of [{}, { signer }, { hosts: ['lxca.example'] }, { from: -9, to: -1 }]) {
			await using server = await appliance(aCertificate(options));
			assert.equal(await attempt(server, { kind: 'fingerprint', sha256: server.fingerprint }), undefined);
		}
	});

	test('an impostor of the same name gets no byte of a request, and both fingerprints are told', async () => {
		const right = aCertificate();
		await using impostor = await appliance(aCertificate());
		const pinned = fingerprintOf(right);
		const error = await attempt(impostor, { kind: 'fingerprint', sha256: pinned });
		assert.equal(error?.kind, 'untrusted');
		assert.equal(error?.trustProblem, 'fingerprint');
		assert.ok(error?.message.includes(pinned) && error.message.includes(impostor.fingerprint), error?.message);
		assert.deepEqual(impostor.received, []);
		assert.equal(impostor.bytes(), 0);
	});

	test('an impostor that comes later, on a new connection of the same session, gets nothing either', async () => {
		const certificate = aCertificate();
		const first = await tlsServer(
			(_, response) =>
				json(response, { result: 'success' }, 200, { connection: 'close', 'set-cookie': 'csrf=token-of-session' }),
			certificate,
		);
		const client = await logIn(
			{ url: first.url, trust: { kind: 'fingerprint', sha256: first.fingerprint } },
			credentials,
		);
		await first[Symbol.asyncDispose]();
		await using impostor = await tlsServer(undefined, aCertificate(), first.port);
		const error = await thrownBy(() => client.osImages());
		assert.ok(error instanceof XClarityError && error.trustProblem === 'fingerprint', String(error));
		await client.logOut();
		assert.equal(impostor.bytes(), 0);
		assert.ok(impostor.connections() > 0);
	});

	test('a fingerprint is read in every usual spelling', () => {
		const digits = 'ab'.repeat(32);
		const written = readFingerprint(digits);
		assert.match(written, /^AB(:AB){31}$/);
		for (const spelling of [
			written,
			` ${written.toLowerCase()}\n`,
			`SHA256:${digits}`,
			`sha256 Fingerprint=${written}`,
		]) {
			assert.equal(readFingerprint(spelling), written);
		}
		assert.throws(() => readFingerprint('ab:cd'), /64 hexadecimal digits/);
		assert.throws(() => readFingerprint('ab'.repeat(20)), XClarityError);
	});

	test('a certificate is read for a person to look at, and nothing is sent', async () => {
		await using server = await appliance(aCertificate({ name: 'lxca', hosts: ['lxca.example'] }));
		const facts = await readCertificate(server.url);
		assert.match(facts.subject, /CN=lxca/);
		assert.equal(facts.issuer, facts.subject);
		assert.equal(facts.sha256, server.fingerprint);
		assert.equal(facts.selfSigned, true);
		assert.equal(facts.hostMatches, false);
		assert.ok(facts.validFrom < new Date() && new Date() < facts.validTo);
		assert.equal(facts.pem.trim(), server.certificate.certificate.trim());
		assert.equal(server.bytes(), 0);
	});

	test('a certificate of an authority is not called self-signed', async () => {
		const signer = aCertificate({ name: 'authority', hosts: [] });
		await using server = await appliance(aCertificate({ signer }));
		const facts = await readCertificate(server.url);
		assert.equal(facts.selfSigned, false);
		assert.equal(facts.hostMatches, true);
		assert.match(facts.issuer, /CN=authority/);
	});

	test('what is no TLS, does not answer, or is not there, is told apart', async () => {
		const plain = net
			.createServer(socket => socket.on('error', () => undefined).end('SSH-2.0-x\r\n'))
			.listen(0, '127.0.0.1');
		const silent = net.createServer(socket => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
		await Promise.all([once(plain, 'listening'), once(silent, 'listening')]);
		const at = (server: net.Server): string => `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
		try {
			const noTls = await thrownBy(() => readCertificate(at(plain)));
			assert.match(noTls.message, /does not speak TLS/);
			const noAnswer = await thrownBy(() => readCertificate(at(silent), { timeout: 30 }));
			assert.match(noAnswer.message, /no answer came in time \(ETIMEDOUT\)/);
			const controller = new AbortController();
			const cancelled = thrownBy(() => readCertificate(at(silent), { signal: controller.signal }));
			controller.abort();
			assert.equal(((await cancelled) as XClarityError).kind, 'cancelled');
		} finally {
			plain.close();
			silent.close();
		}
		const gone = await thrownBy(() => readCertificate('https://127.0.0.1:1'));
		assert.match(gone.message, /127\.0\.0\.1:1 cannot be reached: nothing listens on that port \(ECONNREFUSED\)/);
	});

	test('a fingerprint is read as OpenSSH and openssl write it', () => {
		const hex = 'AB'.repeat(31);
		const pairs = `${'AB:'.repeat(31)}CD`;
		const base64 = Buffer.from(`${hex}CD`, 'hex').toString('base64');
		for (const text of [
			...[pairs, `${hex}CD`, pairs.toLowerCase(), `SHA256:${base64}`, `SHA256:${base64.replace('=', '')}`],
			...[`SHA256:${hex}CD`, `sha256 Fingerprint=${pairs}`, `SHA256 Fingerprint=${pairs}\n`, `SHA-256: ${pairs}`],
		]) {
			assert.equal(readFingerprint(text), pairs, text);
		}
		for (const text of ['', hex, `SHA1 Fingerprint=${pairs.slice(0, 59)}`, `SHA256:${base64.slice(0, 40)}`]) {
			assert.throws(() => readFingerprint(text), XClarityError, text);
		}
	});
});
