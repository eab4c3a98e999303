import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { readServerAddress } from '../../../server/rest/serverAddress';
import { connectionProblem } from '../../../server/rest/tlsProblem';
import { keyOf, speak } from '../../../server/texts/texts';

suite('what made a connection break', () => {
	afterEach(() => speak(undefined));

	const told = (error: Error, code?: string): string =>
		connectionProblem(Object.assign(error, { code }), readServerAddress('https://lab.example.com')).message;

	test('is a sentence that names the appliance and the code', () => {
		assert.equal(
			told(new Error('connect'), 'ECONNREFUSED'),
			'lab.example.com:443 cannot be reached: nothing listens on that port (ECONNREFUSED).',
		);
		assert.equal(
			told(new Error('revoked'), 'CERT_REVOKED'),
			'The certificate of lab.example.com:443 is not acceptable. (CERT_REVOKED)',
		);
		assert.equal(
			told(new Error('alert'), 'EPROTO'),
			'lab.example.com:443 does not speak TLS as expected (EPROTO). Check the port.',
		);
	});

	test('keeps its own words where it is none of the known ones', () => {
		assert.equal(told(new Error('out of luck')), 'lab.example.com:443 cannot be reached: out of luck.');
		assert.equal(
			told(new Error('out of luck'), 'ELUCK'),
			'lab.example.com:443 cannot be reached: out of luck (ELUCK).',
		);
	});

	test('is told in the display language as a whole', () => {
		speak({
			[keyOf('{host} cannot be reached: nothing listens on that port ({code}).')]: '{code}: kein Dienst auf {host}.',
		});
		assert.equal(told(new Error('connect'), 'ECONNREFUSED'), 'ECONNREFUSED: kein Dienst auf lab.example.com:443.');
	});
});
