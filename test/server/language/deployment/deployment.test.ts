import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Answers, noAnswers } from '../../../../server/language/deployment/answers';
import { deploy } from '../../../../server/language/deployment/deployment';
import { faultSentence } from '../../../../server/language/deployment/faultSentence';
import { predefinedAnswer } from '../../../../server/language/deployment/macroValues';
import { siteForm } from './deploymentExamples';

/** Answers for one server. */
const answers = (
	common: Answers['common'],
	values: Answers['common'] = { servers: { server: [{ rack: 'A01' }] } },
): Answers => ({
	...noAnswers,
	common,
	servers: [{ name: undefined, values, predefined: {}, path: ['servers', 0, 'values'] }],
});

const macros = (given: Answers): Record<string, string> =>
	Object.fromEntries(
		[...deploy(siteForm, given, 0).values].map(([macro, { text, origin }]) => [macro, `${origin}: ${text}`]),
	);

const faults = (given: Answers): string[] =>
	deploy(siteForm, given, 0).faults.map(({ kind, path }) => `${kind} ${path.join('/')}`);

suite('answers to the deploy dialog', () => {
	test('what is not entered has its default, and a static setting its value', () => {
		assert.deepEqual(macros(answers({})), {
			note: 'empty: ',
			log: 'fixed: /var/log/a&b.log',
			'servers.server0.locale': 'default: en_US',
			'servers.server0.rack': 'entered: A01',
		});
	});

	test('a template has as many instances as were entered', () => {
		const given = answers({ time: { ntp: ['a.example', 'b.example'] } });
		assert.equal(macros(given)['time.ntp1'], 'entered: b.example');
		assert.equal(macros(given)['time.ntp2'], undefined);
	});

	test('an instance that the file creates by itself can be removed where none is the least', () => {
		assert.equal(macros(answers({}, { servers: { server: [] } }))['servers.server0.locale'], undefined);
	});

	test('numbers and yes or no are entered as they are', () => {
		assert.equal(macros(answers({ note: 5 })).note, 'entered: 5');
		assert.equal(macros(answers({ note: false })).note, 'entered: false');
	});

	for (const [what, given, expected] of [
		['nothing for a required setting', answers({}, {}), ['required servers/0/values/servers/server/0/rack']],
		[
			'a text that is no choice',
			answers({}, { servers: { server: [{ rack: 'A01', locale: 'xx' }] } }),
			['choice servers/0/values/servers/server/0/locale'],
		],
		['a text that its expression refuses', answers({ time: { ntp: ['A!'] } }), ['regex common/time/ntp/0']],
		['more instances than allowed', answers({ time: { ntp: ['a', 'b', 'c', 'd'] } }), ['many common/time/ntp']],
		['another text for a static setting', answers({ log: '/tmp' }), ['static common/log']],
		['a name that no setting has', answers({ nott: 'x' }), ['unknown common/nott']],
		['a list for one value', answers({ note: ['x'] }), ['shape common/note']],
		['one value for a list', answers({ time: { ntp: 'a' } }), ['shape common/time/ntp']],
	] as const) {
		test(`${what} is refused`, () => assert.deepEqual(faults(given), expected));
	}

	test('each is told in a sentence', () => {
		const server = (values: object) => ({ servers: { server: [{ rack: 'A01', ...values }] } });
		const given = [
			answers({ time: { ntp: ['a', 'b', 'c', 'd'] } }),
			answers({ time: { ntp: ['A!'] } }),
			answers({ time: { ntp: 'a' } }),
			answers({ log: '/tmp' }),
			answers({ note: ['a'] }),
			answers({ wrong: 'a' }),
			answers({}, server({ locale: 'xx' })),
			answers({}, server({ rack: '' })),
		];
		assert.deepEqual(
			given.flatMap(each => deploy(siteForm, each, 0).faults.map(faultSentence)),
			[
				'Time server takes at most 3.',
				'Time server has to match ^[a-z.]+$.',
				'Time server takes something else.',
				'log is static: its value is /var/log/a&b.log.',
				'Note takes one value.',
				'The file has no setting wrong.',
				'Language takes one of de_DE, en_US.',
				'Rack needs a value.',
			],
		);
	});

	test('the value of a static setting, written down, is taken', () =>
		assert.deepEqual(faults(answers({ log: '/var/log/a&b.log' })), []));
});

suite('what was entered for a predefined macro', () => {
	const uuid = 'predefined.hostPlatforms.uuid';
	test('a key may be a path, or one name in another', () => {
		assert.equal(predefinedAnswer({ 'hostPlatforms.uuid': 'a' }, uuid), 'a');
		assert.equal(predefinedAnswer({ hostPlatforms: { uuid: 'b' } }, uuid), 'b');
		assert.equal(predefinedAnswer({ hostPlatforms: { uid: 'b' } }, uuid), undefined);
		assert.equal(predefinedAnswer({ hostPlatforms: 'b' }, uuid), undefined);
	});
});
