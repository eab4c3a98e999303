import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { applied, marked } from '../../../../support/markers';
import { languageWith, linked, unlinked } from '../unattendContexts';

const language = languageWith();

function offered(text: string, context = linked): string[] {
	const { document, cursor } = marked(text, 'kickstart');
	return language.complete(document, cursor, context).map(({ label }) => label);
}

/** The text after the item of that name was accepted. */
function accepted(text: string, label: string): string {
	const { document, cursor } = marked(text, 'kickstart');
	const item = language.complete(document, cursor, linked).find(one => one.label === label);
	assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is not offered`);
	return applied(document, [item.textEdit]);
}

suite('macroCompletion', () => {
	test('names come level by level', () => {
		assert.deepEqual(offered('lang #‸'), ['server-settings', 'common-ntpservers', 'logpath', 'predefined']);
		assert.deepEqual(offered('lang #server-settings.‸'), ['server0', 'server1']);
		assert.deepEqual(offered('lang #server-settings.server4.loc‸'), ['locale', 'keyboardLocale']);
		assert.deepEqual(offered('x #common-ntpservers.‸#'), ['ntpserver0', 'ntpserver1', 'ntpserver2']);
		assert.deepEqual(offered('x #predefined.‸'), [
			'globalSettings',
			'hostPlatforms',
			'otherSettings',
			'timezone',
			'unattendSettings',
		]);
		assert.deepEqual(offered('x #predefined.otherSettings.statusSettings.u‸'), [
			'urlStatus',
			'certLocation',
			'sdkLocation',
		]);
	});

	test('a group, a fixed value, a choice and any other text look different', () => {
		const kinds = (text: string): string[] => {
			const { document, cursor } = marked(text, 'kickstart');
			const names = Object.entries(CompletionItemKind);
			return language
				.complete(document, cursor, linked)
				.map(({ label, kind }) => `${label} ${names.find(([, value]) => value === kind)?.[0]}`);
		};
		assert.deepEqual(kinds('lang #‸'), [
			'server-settings Module',
			'common-ntpservers Module',
			'logpath Constant',
			'predefined Module',
		]);
		assert.deepEqual(kinds('lang #server-settings.server0.‸'), ['locale Enum', 'keyboardLocale Enum']);
		assert.equal(kinds('x #common-ntpservers.‸')[0], 'ntpserver0 Variable');
		assert.ok(kinds('x #predefined.otherSettings.‸').includes('jobId Constant'));
	});

	test('without a link the predefined ones are offered', () => {
		assert.deepEqual(offered('lang #‸', unlinked()), ['predefined']);
	});

	for (const text of ['lang ‸', '# ‸', '&#‸', '#logpath#‸', '#a.b#x‸', '#nothing.‸', 'text.‸']) {
		test(`nothing is offered in ${text}`, () => assert.deepEqual(offered(text), []));
	}

	for (const [before, label, after] of [
		['lang #‸', 'logpath', 'lang #logpath#'],
		['lang #log‸', 'logpath', 'lang #logpath#'],
		['lang #log‸#.UTF-8', 'logpath', 'lang #logpath#.UTF-8'],
		['lang #‸#.UTF-8', 'server-settings', 'lang #server-settings.#.UTF-8'],
		['lang #server-settings.server0.‸ --x', 'locale', 'lang #server-settings.server0.locale# --x'],
		['lang #server-settings.server0.lo‸cael# --x', 'locale', 'lang #server-settings.server0.locale# --x'],
		['lang #server-settings.ser‸ver0.locale#', 'server1', 'lang #server-settings.server1.locale#'],
		['--ip=#‸ --gw=#a.b#', 'logpath', '--ip=#logpath# --gw=#a.b#'],
		['x #‸#logpath#', 'logpath', 'x #logpath##logpath#'],
		['x #predefined.otherSettings.‸', 'jobId', 'x #predefined.otherSettings.jobId#'],
	] as const) {
		test(`${before} with ${label} becomes ${after}`, () => assert.equal(accepted(before, label), after));
	}

	test('what nobody has seen says so and stands last', () => {
		const { document, cursor } = marked('x #predefined.otherSettings.‸', 'kickstart');
		const items = language.complete(document, cursor, linked);
		const last = [...items].sort((a, b) => String(a.sortText).localeCompare(String(b.sortText))).at(-1);
		assert.equal(last?.label, 'timezone');
		assert.equal(last?.detail, 'predefined · believed to exist, seen in no source');
	});
});
