import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { expiryLabel, expiryWarning } from '../../../client/servers/certificateExpiry';

const now = new Date('2026-11-23T12:00:00Z');
const warning = (validTo: string) => expiryWarning('Lab', new Date(validTo), now);

suite('a certificate that ends', () => {
	test('in thirty days or later is not told', () => {
		assert.equal(warning('2026-12-23T12:00:00Z'), undefined);
		assert.equal(warning('2036-01-01T00:00:00Z'), undefined);
	});

	test('sooner is told with the day', () => {
		assert.match(warning('2026-12-23T11:00:00Z') ?? '', /of Lab expires in 29 days, on 2026-12-23/);
		assert.match(warning('2026-11-24T13:00:00Z') ?? '', /in 1 day,/);
		assert.match(warning('2026-11-23T13:00:00Z') ?? '', /within a day/);
	});

	test('before today is told as expired', () => {
		assert.match(warning('2026-11-01T00:00:00Z') ?? '', /expired on 2026-11-01/);
	});

	test('has a few words for a line of the view', () => {
		const label = (validTo: string) => expiryLabel(new Date(validTo), now);
		assert.equal(label('2026-11-01T00:00:00Z'), 'certificate expired on 2026-11-01');
		assert.equal(label('2026-12-01T00:00:00Z'), 'certificate expires on 2026-12-01');
		assert.equal(label('2036-01-01T00:00:00Z'), '');
		assert.equal(label('never'), '');
	});

	test('on a day that cannot be read says nothing', () => {
		assert.equal(warning('never'), undefined);
	});
});
