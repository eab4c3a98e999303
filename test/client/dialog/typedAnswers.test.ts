import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
	askedAnswers,
	fieldText,
	noTypedAnswers,
	typedAnswer,
	withAnswer,
	withoutValues,
	withServers,
} from '../../../client/dialog/typedAnswers';
import type { EnteredAnswers, ShownField, ShownGroup, ShownList } from '../../../server/lsp/protocol';

const position = { line: 0, character: 0 };
const setting = (name: string) => ({ name, label: name, help: undefined, range: { start: position, end: position } });
const field = (name: string, value = ''): ShownField => ({
	kind: 'field',
	...setting(name),
	input: 'text',
	isRequired: false,
	default: value,
	choices: [],
});
const group = (name: string, ...entries: ShownGroup['entries']): ShownGroup => ({
	kind: 'group',
	...setting(name),
	entries,
});
const list = (element: ShownList['element'], initial: number): ShownList => ({
	kind: 'list',
	...setting(element.name),
	element,
	min: 0,
	max: 3,
	initial,
});

const form = {
	common: [field('zone', 'UTC'), group('ntp', list(field('server'), 2))],
	perServer: [list(group('disk', field('size')), 1)],
};
const one = (values: EnteredAnswers['servers'][number]['values']): EnteredAnswers['servers'] => [
	{ name: undefined, values, predefined: {} },
];

suite('what is typed in the deploy dialog', () => {
	test('stands where a values file has it', () => {
		const common = withAnswer(form, noTypedAnswers, ['common', 'zone'], 'CET');
		assert.deepEqual(common.common, { zone: 'CET' });
		const own = withAnswer(form, noTypedAnswers, ['servers', 0, 'values', 'disk', 0, 'size'], '10');
		assert.deepEqual(own.servers, one({ disk: [{ size: '10' }] }));
	});

	test('into one instance leaves the others that there are', () => {
		const { common } = withAnswer(form, noTypedAnswers, ['common', 'ntp', 'server', 1], 'b');
		assert.deepEqual(common, { ntp: { server: [null, 'b'] } });
	});

	test('is nothing where it is the default, and empty where a default is deleted', () => {
		assert.equal(typedAnswer({ default: 'UTC' }, 'UTC'), undefined);
		assert.equal(typedAnswer({ default: 'UTC' }, ''), '');
		assert.equal(fieldText({ default: 'UTC' }, ''), '');
		assert.equal(fieldText({ default: 'UTC' }, undefined), 'UTC');
		const typed = withAnswer(form, noTypedAnswers, ['common', 'zone'], 'CET');
		assert.deepEqual(withAnswer(form, typed, ['common', 'zone'], undefined).common, {});
	});

	test('is kept while its setting is away, and asked for again when it is back', () => {
		const typed = withAnswer(form, noTypedAnswers, ['common', 'zone'], 'CET');
		assert.deepEqual(askedAnswers({ ...form, common: [] }, typed).common, {});
		assert.deepEqual(askedAnswers(form, typed).common, { zone: 'CET' });
	});

	test('does not count where the setting has become another kind', () => {
		const typed = { ...noTypedAnswers, common: { zone: ['CET'], ntp: { server: ['a', { b: 1 }, null], old: 'x' } } };
		assert.deepEqual(askedAnswers(form, typed).common, { ntp: { server: ['a', null, null] } });
	});

	test('goes with Reset; names and predefined values stay', () => {
		const server = { name: 'node1', values: { disk: [] }, predefined: { ip: '192.0.2.1' } };
		const answers = { common: { zone: 'CET' }, predefined: { a: 'b' }, servers: [server] };
		assert.deepEqual(withoutValues(answers), { ...answers, common: {}, servers: [{ ...server, values: {} }] });
	});

	test('is for 1 to 20 servers', () => {
		const typed = withAnswer(form, noTypedAnswers, ['servers', 0, 'values', 'disk'], []);
		assert.deepEqual(
			[0, 3, 99].map(count => withServers(typed, count).servers.length),
			[1, 3, 20],
		);
		assert.deepEqual(withServers(typed, 3).servers[0], typed.servers[0]);
	});
});
