import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Answers } from '../../../../server/language/deployment/answers';
import { noAnswers } from '../../../../server/language/deployment/answers';
import { sourceSpan } from '../../../../server/language/deployment/finishedFile';
import { marked } from '../../../support/markers';
import { finished } from './deploymentExamples';

const rack = (value: string): Answers => ({
	...noAnswers,
	servers: [
		{
			name: 'one',
			values: { servers: { server: [{ rack: value, locale: 'de_DE' }] } },
			predefined: { 'hostPlatforms.uuid': 'u-1' },
			path: [],
		},
	],
});

/** Report and the text it stands at, in the source. */
const reports = ({ document, sourceDiagnostics }: ReturnType<typeof finished>): string[] =>
	sourceDiagnostics
		.filter(({ severity }) => severity === 1 || severity === 2)
		.map(({ code, range }) => `${code} ${document.getText(range)}`);

suite('a finished file', () => {
	test('has the values of one server in the place of its macros', () => {
		const { text } = finished('kickstart', 'lang #servers.server0.locale#.UTF-8\n# #servers.server0.rack# #log#\n', {
			answers: rack('A01'),
		});
		assert.equal(text, 'lang de_DE.UTF-8\n# A01 /var/log/a&b.log\n');
	});

	test('has samples for what only an appliance knows, another address for each server', () => {
		const line = 'network --ip=#predefined.hostPlatforms.networkSettings.ipAddress#';
		assert.match(finished('kickstart', line).text, /--ip=192\.0\.2\.10$/);
		assert.match(finished('kickstart', line, { server: 1 }).text, /--ip=192\.0\.2\.20$/);
	});

	test('what was entered wins over the appliance, and that over a sample', () => {
		const appliance = { 'predefined.hostPlatforms.uuid': 'u-2', 'predefined.otherSettings.jobId': '77' };
		const { text, substitutions } = finished(
			'kickstart',
			'# #predefined.hostPlatforms.uuid# #predefined.otherSettings.jobId#',
			{ answers: rack('A01'), appliance },
		);
		assert.equal(text, '# u-1 77');
		assert.deepEqual(
			substitutions.map(({ becomes }) => 'origin' in becomes && becomes.origin),
			['entered', 'appliance'],
		);
	});

	test('has a comment where the appliance puts its own sections', () => {
		assert.match(finished('kickstart', '#predefined.unattendSettings.preinstallConfig#\n').text, /^# \S/);
		assert.match(
			finished('autoyast', '<profile>#predefined.unattendSettings.preinstallConfig#</profile>').text,
			/^<profile><!-- .* --><\/profile>$/,
		);
	});

	test('values become entities in XML only when asked', () => {
		const xml = '<profile><a>#log#</a></profile>';
		assert.equal(finished('autoyast', xml).text, '<profile><a>/var/log/a&b.log</a></profile>');
		assert.equal(
			finished('autoyast', xml, { escapesXml: true }).text,
			'<profile><a>/var/log/a&amp;b.log</a></profile>',
		);
	});

	test('a macro without a value stays as it is and is an error', () => {
		const file = finished('kickstart', '# #servers.server0.rack#\n# #servers.server0.gone# #servers#\n', {
			answers: rack('nowhere'),
		});
		assert.equal(file.text, file.document.getText());
		assert.deepEqual(
			reports(file).filter(found => found.startsWith('preview-')),
			[
				'preview-unresolved #servers.server0.rack#',
				'preview-unresolved #servers.server0.gone#',
				'preview-unresolved #servers#',
			],
		);
	});

	test('what may be a macro and has no value stays as it is and is a warning', () => {
		const file = finished('kickstart', '# \necho n#host.number#.example.com\n');
		assert.equal(file.text, file.document.getText());
		assert.ok(reports(file).includes('macro-single-name #host.number#'), reports(file).join());
	});

	test('an instance that nobody added leaves nothing, and a warning', () => {
		const file = finished('kickstart', '# [#time.ntp0#]\n');
		assert.equal(file.text, '# []\n');
		assert.ok(reports(file).includes('preview-instance-absent #time.ntp0#'));
	});

	test('what its checker says of the result stands at the macro that brought it', () => {
		const file = finished('kickstart', 'text\nlang #servers.server0.locale#\ntimezone #note#\n', {
			answers: { ...rack('A01'), common: { note: 'Nowhere/City' } },
		});
		assert.deepEqual(
			reports(file).filter(found => found.includes('#note#')),
			['kickstart-time-zone #note#'],
		);
	});

	test('what its checker says of other text stands where it is written', () => {
		const file = finished('kickstart', 'lang #servers.server0.locale#\nnonsense #log#\n');
		assert.ok(
			reports(file).some(found => found.endsWith(' nonsense')),
			reports(file).join(),
		);
	});

	for (const [at, place] of [
		['⟦ab⟧#time.ntp0#cd', [0, 2]],
		['ab#time.ntp0#⟦cd⟧', [2, 4]],
		['a⟦b#time.ntp0#c⟧d', [1, 3]],
		['a⟦b#log#c⟧d', [1, 19]],
		['ab⟦#log#⟧cd', [3, 5]],
		['ab⟦#log#⟧cd', [2, 18]],
		['ab#log#⟦cd⟧', [18, 20]],
		['⟦ab⟧#log#cd', [0, 2]],
	] as const) {
		test(`${place.join(' to ')} of the result is ${at} of the source`, () => {
			const { document, range } = marked(at);
			const file = finished('script', document.getText());
			const span = sourceSpan(file, { start: place[0], end: place[1] });
			assert.deepEqual([span.start, span.end], [document.offsetAt(range.start), document.offsetAt(range.end)]);
		});
	}
});
