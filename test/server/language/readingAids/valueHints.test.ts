import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { noLink } from '../../../../server/language/links/link';
import { valueHints } from '../../../../server/language/readingAids/valueHints';
import { kickstartFile, site, siteText, whole } from './siteFiles';

const labels = (text: string, config?: string): unknown[] => {
	const document = kickstartFile(text);
	return valueHints(document, whole(document), { ...noLink, config: site(config) }).map(({ label }) => label);
};

suite('value hints', () => {
	test('a fixed value and a default are told apart', () => {
		assert.deepEqual(labels('timezone #time.zone#\n%post\necho >> #logPath#\n%end\n'), [
			'≈ Etc/UTC',
			'= /var/log/site.log',
		]);
	});

	test('a macro without a value, or of another file, has none', () => {
		assert.deepEqual(labels('timesource --ntp-server=#time.servers.ntp0# #predefined.otherSettings.jobId#'), []);
		const document = kickstartFile('timezone #time.zone#');
		assert.deepEqual(valueHints(document, whole(document), noLink), []);
	});

	test('a password is not shown', () => {
		const config = siteText.replace('"name": "logPath", "type": "string"', '"name": "logPath", "type": "password"');
		assert.deepEqual(labels('echo #logPath#', config), []);
	});

	test('a long value is cut', () => {
		const [label] = labels('echo #logPath#', siteText.replace('/var/log/site.log', 'x'.repeat(100)));
		assert.equal(label, `= ${'x'.repeat(39)}…`);
	});
});
