import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import * as der from './der';

/** A certificate with its private key, both PEM. */
export interface Certificate {
	readonly certificate: string;
	readonly key: string;
	/** Who signed it, when it was not itself: what a client has to trust. */
	readonly issuer?: string | undefined;
}

export interface CertificateRequest {
	/** Common name of the subject. */
	readonly name: string;
	/** Host names and IP addresses it is good for. */
	readonly hosts: readonly string[];
	readonly from: Date;
	readonly to: Date;
	/** Signs the new certificate; without one it signs itself. */
	readonly signer?: Certificate | undefined;
}

const ids = {
	commonName: '2.5.4.3',
	organization: '2.5.4.10',
	ecdsaWithSha256: '1.2.840.10045.4.3.2',
	subjectKeyIdentifier: '2.5.29.14',
	keyUsage: '2.5.29.15',
	subjectAltName: '2.5.29.17',
	basicConstraints: '2.5.29.19',
	authorityKeyIdentifier: '2.5.29.35',
	extendedKeyUsage: '2.5.29.37',
	serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

/**
 * Makes an ECDSA P-256 certificate (RFC 5280). Written here because the one library at hand needs 340 KB and a
 * polyfill of Reflect for these hundred lines.
 */
export function makeCertificate(request: CertificateRequest): Certificate {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const signer = request.signer;
	const signature = der.sequence(der.objectIdentifier(ids.ecdsaWithSha256));
	const content = der.sequence(
		der.tagged(0xa0, der.integer(Buffer.from([2]))),
		der.integer(Buffer.from([0x40, ...randomBytes(15)])),
		signature,
		distinguishedName(signer ? commonNameOf(signer) : request.name),
		der.sequence(der.time(request.from), der.time(request.to)),
		distinguishedName(request.name),
		publicKey.export({ type: 'spki', format: 'der' }),
		der.tagged(0xa3, der.sequence(...extensions(request, publicKey))),
	);
	const signed = sign('sha256', content, signer?.key ?? privateKey);
	const pem = toPem(der.sequence(content, signature, der.bitString(signed)));
	return {
		certificate: pem,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		issuer: signer?.certificate,
	};
}

/** SHA-256 of the certificate, as `AA:BB:…`. */
export const fingerprintOf = ({ certificate }: Certificate): string => new X509Certificate(certificate).fingerprint256;

const commonNameOf = ({ certificate }: Certificate): string =>
	/CN=(.*)/.exec(new X509Certificate(certificate).subject)?.[1] ?? '';

const attribute = (id: string, value: string): Buffer =>
	der.set(der.sequence(der.objectIdentifier(id), der.utf8String(value)));

const distinguishedName = (commonName: string): Buffer =>
	der.sequence(attribute(ids.organization, 'XClarity Authoring'), attribute(ids.commonName, commonName));

const keyIdentifier = (key: KeyObject): Buffer =>
	createHash('sha1')
		.update(key.export({ type: 'spki', format: 'der' }).subarray(-65))
		.digest();

const extension = (id: string, value: Buffer, critical = false): Buffer =>
	der.sequence(der.objectIdentifier(id), ...(critical ? [der.boolean(true)] : []), der.octetString(value));

function extensions({ hosts, signer }: CertificateRequest, publicKey: KeyObject): Buffer[] {
	const signsItself = signer === undefined;
	const authority = signer ? new X509Certificate(signer.certificate).publicKey : publicKey;
	return [
		extension(ids.basicConstraints, signsItself ? der.sequence(der.boolean(true)) : der.sequence(), true),
		// digitalSignature, and keyCertSign for one that signs itself: strict clients demand it of a trust anchor.
		extension(
			ids.keyUsage,
			signsItself ? der.bitString(Buffer.from([0x84]), 2) : der.bitString(Buffer.from([0x80]), 7),
			true,
		),
		extension(ids.subjectKeyIdentifier, der.octetString(keyIdentifier(publicKey))),
		extension(ids.authorityKeyIdentifier, der.sequence(der.tagged(0x80, keyIdentifier(authority)))),
		...(hosts.length > 0
			? [
					extension(ids.extendedKeyUsage, der.sequence(der.objectIdentifier(ids.serverAuth))),
					extension(ids.subjectAltName, der.sequence(...hosts.map(generalName))),
				]
			: []),
	];
}

const generalName = (host: string): Buffer =>
	isIP(host) === 0 ? der.tagged(0x82, Buffer.from(host)) : der.tagged(0x87, addressBytes(host));

/** The eight groups of an IPv6 address are written out by the URL parser, except for `::`. */
function addressBytes(address: string): Buffer {
	if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
	const [head = '', tail = ''] = address.split('::');
	const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
	const missing = 8 - groups(head).length - groups(tail).length;
	const all = [...groups(head), ...Array<string>(address.includes('::') ? missing : 0).fill('0'), ...groups(tail)];
	return Buffer.from(all.map(group => group.padStart(4, '0')).join(''), 'hex');
}

const toPem = (bytes: Buffer): string =>
	`-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
