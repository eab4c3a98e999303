const defaultRounds = 5000;
const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The three bytes behind each four characters of the result, highest first, as the specification lists them. */
const order: readonly (readonly [number, number, number])[] = Array.from({ length: 21 }, (_, index) => {
	const triple = [index, index + 21, index + 42] as const;
	const [a, b, c] = triple;
	if (index % 3 === 0) return [a, b, c];
	return index % 3 === 1 ? [b, c, a] : [c, a, b];
});

/**
 * A password as SHA-512 crypt writes it: `$6$salt$…`, which Linux, ESXi and AutoYaST take. Follows "Unix crypt using
 * SHA-256 and SHA-512", Ulrich Drepper, version 0.6.
 * @param salt up to 16 characters count; random when left out.
 * @param rounds left out of the result when left out here.
 */
export async function sha512Crypt(password: string, salt: string = randomSalt(), rounds?: number): Promise<string> {
	const key = new TextEncoder().encode(password);
	const seed = new TextEncoder().encode(salt).subarray(0, 16);
	const count = Math.min(999_999_999, Math.max(1000, rounds ?? defaultRounds));
	const digest = await stretch({ key, seed, count });
	return `$6$${rounds === undefined ? '' : `rounds=${count}$`}${new TextDecoder().decode(seed)}$${encode(digest)}`;
}

/** 16 characters of the alphabet that salts are written in; 64 divides 256, so all are equally likely. */
const randomSalt = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => alphabet[byte % 64]).join('');

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

const sha512 = async (...parts: readonly Uint8Array[]): Promise<Uint8Array> =>
	new Uint8Array(await crypto.subtle.digest('SHA-512', joined(parts)));

/** `block` over and over, `length` bytes of it. */
const repeated = (block: Uint8Array, length: number): Uint8Array =>
	Uint8Array.from({ length }, (_, index) => block[index % block.length] ?? 0);

interface Ingredients {
	readonly key: Uint8Array;
	readonly seed: Uint8Array;
	readonly count: number;
}

async function stretch({ key, seed, count }: Ingredients): Promise<Uint8Array> {
	let digest = await firstDigest(key, seed);
	const keyBytes = repeated(await sha512(repeated(key, key.length * key.length)), key.length);
	const seedBytes = repeated(await sha512(repeated(seed, seed.length * (16 + (digest[0] ?? 0)))), seed.length);
	const nothing = new Uint8Array(0);
	for (let round = 0; round < count; round++) {
		const odd = round % 2 === 1;
		digest = await sha512(
			odd ? keyBytes : digest,
			round % 3 === 0 ? nothing : seedBytes,
			round % 7 === 0 ? nothing : keyBytes,
			odd ? digest : keyBytes,
		);
	}
	return digest;
}

async function firstDigest(key: Uint8Array, seed: Uint8Array): Promise<Uint8Array> {
	const alternate = await sha512(key, seed, key);
	const parts: Uint8Array[] = [key, seed, repeated(alternate, key.length)];
	for (let bits = key.length; bits > 0; bits >>>= 1) parts.push(bits & 1 ? alternate : key);
	return sha512(...parts);
}

function encode(digest: Uint8Array): string {
	const characters = (value: number, length: number): string =>
		Array.from({ length }, (_, index) => alphabet[(value >>> (6 * index)) & 63]).join('');
	const byte = (index: number): number => digest[index] ?? 0;
	return order
		.map(([high, middle, low]) => characters((byte(high) << 16) | (byte(middle) << 8) | byte(low), 4))
		.concat(characters(byte(63), 2))
		.join('');
}
