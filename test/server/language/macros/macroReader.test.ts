import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { maskMacros, readMacros } from '../../../../server/language/macros/macroReader';
import { cases, hostileLength } from '../../../support/thorough';

const known = (name: string) => ['server-settings', 'logpath'].includes(name);
const names = (text: string) => readMacros(text, known).references.map(({ name }) => name);
const flaws = (text: string) =>
	readMacros(text, known).broken.map(({ name, flaw, start, end }) => `${flaw} ${name} at ${text.slice(start, end)}`);

suite('macroReader', () => {
	test('a dotted path between hashes is a macro, wherever it stands', () => {
		assert.deepEqual(names('lang #server-settings.server0.locale#.UTF-8'), ['server-settings.server0.locale']);
		assert.deepEqual(names('--ip=#a.b# --gateway=#c.d#'), ['a.b', 'c.d']);
		assert.deepEqual(names('#a.b##c.d#'), ['a.b', 'c.d']);
		assert.deepEqual(names('<x y="#a.b#">#c_d.e-f0#</x>'), ['a.b', 'c_d.e-f0']);
	});

	test('every name has its place', () => {
		const [macro] = readMacros('ip #net.host0.ip#').references;
		assert.deepEqual(macro, {
			name: 'net.host0.ip',
			start: 3,
			end: 17,
			segments: [
				{ text: 'net', start: 4, end: 7 },
				{ text: 'host0', start: 8, end: 13 },
				{ text: 'ip', start: 14, end: 16 },
			],
		});
	});

	test('a single name is a macro only when it is known', () => {
		assert.deepEqual(names('echo >> #logpath#'), ['logpath']);
		assert.deepEqual(names('#### #foo# ####'), []);
	});

	for (const text of [
		'# foo # bar',
		'#a.b is a comment',
		'##',
		'## a.b ##',
		'##a.b##',
		'cat /etc/x#y.z#',
		'#!/bin/sh',
		'#!/bin/a.b#',
		'&#10;#x1F;&#x20;',
		'color: #fff; background: #a0a0a0',
		'https://host/page#part.one and https://host/page#part.two',
		'#---- a.b ----#',
		'#1.2#',
		'#a..b#',
		'# a.b #',
		'#a.b\n#',
		'rootpw pa#ss.word',
	]) {
		test(`no macro in ${JSON.stringify(text)}`, () => {
			assert.deepEqual(readMacros(text, known), { references: [], broken: [] });
		});
	}

	for (const [text, ...found] of [
		['hostname=n#host.number#.example.com', 'host.number'],
		['echo x#unk.nown#', 'unk.nown'],
		['#logpath#x#unk.nown#', 'logpath', 'unk.nown'],
		['#unk.a#x#unk.b#y', 'unk.a', 'unk.b'],
		['# a comment\necho x#unk.nown#', 'unk.nown'],
		['#x\n\n1#unk.nown#', 'unk.nown'],
		['echo a # see x#y.z#'],
		['# x#y.z#'],
		['sed -i s#foo.bar#baz.conf# x'],
		['sed -i "/x/s#a.b#c.d#g;s#e.f#g.h#"'],
		["perl -pe 'y#a.b#c.d#'"],
		['echo ${name#a.b#}'],
		['a#fff#b#fff.c#'],
		['x##a.b##'],
		['x#1.2#'],
		[`${'x'.repeat(300)}#a${' '.repeat(300)}x#y.z#`],
	] as const)
		test(`with guesses, in ${JSON.stringify(text.slice(0, 40))}: ${found.join(', ') || 'nothing'}`, () => {
			assert.deepEqual(
				readMacros(text, known, true).references.map(({ name }) => name),
				found,
			);
		});

	test('a known path is a macro inside a word and between more hashes, too', () => {
		assert.deepEqual(names('x#predefined.otherSettings.jobId#y'), ['predefined.otherSettings.jobId']);
		assert.deepEqual(names('##server-settings.server0.locale##'), ['server-settings.server0.locale']);
	});

	test('a macro without closing hash is noticed when its first name is known', () => {
		assert.deepEqual(flaws('lang #server-settings.server0.locale\nkeyboard'), [
			'unterminated server-settings.server0.locale at #server-settings.server0.locale',
		]);
		assert.deepEqual(flaws('--ip=#predefined.a.b --x=#a.b#'), ['unterminated predefined.a.b at #predefined.a.b']);
		assert.deepEqual(flaws('x #predefined.a.b #predefined.c.d#'), ['unterminated predefined.a.b at #predefined.a.b']);
		assert.deepEqual(names('x #predefined.a.b #predefined.c.d#'), ['predefined.c.d']);
	});

	test('on a line of its own it may be a comment, unless nothing else stands there', () => {
		assert.deepEqual(flaws('#predefined.a.b is set by the appliance'), []);
		assert.deepEqual(flaws('  #predefined.a.b  \ntext'), ['unterminated predefined.a.b at #predefined.a.b']);
	});

	test('white space and empty names inside the hashes are noticed', () => {
		assert.deepEqual(flaws('lang # predefined.a.b#'), ['whitespace predefined.a.b at # predefined.a.b#']);
		assert.deepEqual(flaws('lang #predefined. a.b #'), ['whitespace predefined.a.b at #predefined. a.b #']);
		assert.deepEqual(flaws('lang #predefined..a#'), ['emptyName predefined.a at #predefined..a#']);
		assert.deepEqual(flaws('lang #server-settings.server0.#'), [
			'emptyName server-settings.server0 at #server-settings.server0.#',
		]);
	});

	test('masking puts letters in the place of macros', () => {
		const text = 'lang #a.b# # rest';
		assert.equal(maskMacros(text, readMacros(text).references), 'lang MMMMM # rest');
	});

	test('any text: nothing throws, places agree with the text, the mask keeps the length', () => {
		const pieces = fc.constantFrom('#', '.', ' ', 'predefined', 'server-settings', 'a', '0', '-', '&', '\n', '\r', 'é');
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
				const text = parts.join('');
				const { references, broken } = readMacros(text, known);
				let from = 0;
				for (const macro of [...references, ...broken].sort((a, b) => a.start - b.start)) {
					assert.ok(macro.start >= from && macro.end <= text.length && macro.end > macro.start);
					from = macro.end;
					for (const { start, end, text: name } of macro.segments) assert.equal(text.slice(start, end), name);
				}
				assert.equal(maskMacros(text, [...references, ...broken]).length, text.length);
				assert.equal(readMacros(maskMacros(text, references), known).references.length, 0);
			}),
			cases({ few: 15, many: 400 }),
		);
	});

	test('a hostile text takes linear time', () => {
		for (const unit of ['#predefined.a ', '#', '# ', '#a.', '#predefined. ', '#predefined.a #', 'a.'.repeat(9)]) {
			const length = hostileLength(8_000, 800_000);
			readMacros(unit.repeat(length / unit.length) + ' '.repeat(length), known);
		}
	});
});
