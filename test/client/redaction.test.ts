import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createRedaction } from '../../client/redaction';

suite('redaction', () => {
	test('a secret is taken out as it is, and as it stands in a URL, in JSON and in basic authentication', () => {
		const redaction = createRedaction();
		const secret = 'p"ss w/rd€';
		redaction.hide(secret);
		for (const form of [
			secret,
			encodeURIComponent(secret),
			JSON.stringify({ password: secret }),
			Buffer.from(secret).toString('base64'),
		]) {
			assert.ok(redaction.clean(`before ${form} after`).includes('•••'), form);
			assert.ok(!redaction.clean(form).includes('ss w'), form);
		}
		assert.equal(redaction.clean(`before ${secret} after`), 'before ••• after');
	});

	test('of two secrets the longer one goes first, so that no tail of it is left', () => {
		const redaction = createRedaction();
		redaction.hide('secret');
		redaction.hide('secret-and-more');
		assert.equal(redaction.clean('secret-and-more secret'), '••• •••');
	});

	test('nothing is taken out before it was said to be secret', () => {
		assert.equal(createRedaction().clean('USERID logs in'), 'USERID logs in');
	});
});
