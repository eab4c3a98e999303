import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sha512Crypt } from '../../../server/lsp/sha512Crypt';
import { isThorough } from '../../support/thorough';

/** The vectors published with the specification: salt, rounds, password, result. */
const published: readonly (readonly [salt: string, rounds: number | undefined, password: string, result: string])[] = [
	[
		'saltstring',
		undefined,
		'Hello world!',
		'$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1',
	],
	[
		'saltstringsaltstring',
		10_000,
		'Hello world!',
		'$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.',
	],
	[
		'toolongsaltstring',
		5000,
		'This is just a test',
		'$6$rounds=5000$toolongsaltstrin$lQ8jolhgVRVhY4b5pZKaysCLi0QBxGoNeKQzQ3glMhwllF7oGDZxUhx1yxdYcz/e1JSbq3y6JMxxl8audkUEm0',
	],
	[
		'anotherlongsaltstring',
		1400,
		'a very much longer text to encrypt.  This one even stretches over morethan one line.',
		'$6$rounds=1400$anotherlongsalts$POfYwTEok97VWcjxIiSOjiykti.o/pQs.wPvMxQ6Fm7I6IoYN3CmLs66x9t0oSwbtEW7o7UmJEiDwGqd8p4ur1',
	],
	[
		'short',
		77_777,
		'we have a short salt string but not a short password',
		'$6$rounds=77777$short$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0',
	],
	[
		'asaltof16chars..',
		123_456,
		'a short string',
		'$6$rounds=123456$asaltof16chars..$BtCwjqMJGx5hrJhZywWvt0RLE8uZ4oPwcelCjmw2kSYu.Ec6ycULevoBK25fs2xXgMNrCzIMVcgEJAstJeonj1',
	],
	[
		'roundstoolow',
		10,
		'the minimum number is still observed',
		'$6$rounds=1000$roundstoolow$kUMsbe306n21p9R.FRkW3IGn.S9NPN0x50YhH1xhLsPuWGsUSklZt58jaTfF4ZEQpyUNGc0dqbpBYYBaHHrsX.',
	],
];

suite('SHA-512 crypt', () => {
	// More rounds take more time and no other way.
	const tried = published.filter(([, rounds = 5000]) => isThorough || rounds < 5000);
	for (const [salt, rounds, password, result] of tried)
		test(password, async () => assert.equal(await sha512Crypt(password, salt, rounds), result));

	test('a salt of its own, another one each time', async () => {
		const [one, other] = [await sha512Crypt('secret', undefined, 1000), await sha512Crypt('secret', undefined, 1000)];
		assert.match(one, /^\$6\$rounds=1000\$[./0-9A-Za-z]{16}\$[./0-9A-Za-z]{86}$/);
		const [, , , salt] = other.split('$');
		assert.equal(await sha512Crypt('secret', salt, 1000), other);
		assert.notEqual(one.split('$')[3], salt);
	});
});
