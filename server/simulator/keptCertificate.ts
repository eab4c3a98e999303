import { type Certificate, makeCertificate } from './certificate';
import type { Storage } from './stateFolder';
import type { Switches } from './switches';

const day = 24 * 60 * 60 * 1000;

export type CertificateFlaw = 'changed' | 'expired' | 'other-host';

/** The certificate from the storage, so that a fingerprint once trusted stays; a new one the first time. */
export function keptCertificate(storage: Storage, kind: Switches['certificate'], now: number): Certificate {
	const name = `certificate-${kind}.json`;
	const kept = storage.read(name);
	if (kept !== undefined) return JSON.parse(kept) as Certificate;
	const made = makeFor(kind, { from: now - day, to: now + 3650 * day });
	storage.write(name, () => `${JSON.stringify(made, undefined, '\t')}\n`);
	return made;
}

/** A certificate that a client does not accept; it is not kept. */
export function flawedCertificate(flaw: CertificateFlaw, kind: Switches['certificate'], now: number): Certificate {
	const validity = { from: now - 30 * day, to: flaw === 'expired' ? now - day : now + 30 * day };
	return makeFor(kind, validity, flaw === 'other-host' ? ['other.example'] : undefined);
}

function makeFor(
	kind: Switches['certificate'],
	times: { readonly from: number; readonly to: number },
	hosts: readonly string[] = ['localhost', '127.0.0.1', '::1'],
): Certificate {
	const validity = { from: new Date(times.from), to: new Date(times.to) };
	const signer =
		kind === 'internal-authority'
			? makeCertificate({ name: 'Simulated appliance authority', hosts: [], ...validity })
			: undefined;
	return makeCertificate({ name: 'Simulated appliance', hosts, signer, ...validity });
}
