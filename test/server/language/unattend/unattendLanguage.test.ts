import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Context } from '../../../../server/language/language';
import { type Problem, problem } from '../../../../server/language/problem';
import type { Dialect } from '../../../../server/language/unattend/dialect';
import { scriptDialect } from '../../../../server/language/unattend/script/scriptDialect';
import type { UnattendSource } from '../../../../server/language/unattend/unattendSource';
import { appliedTo, marked } from '../../../support/markers';
import { cases } from '../../../support/thorough';
import { languageWith, linked, plainDialect, unlinked } from './unattendContexts';

const language = languageWith();

function check(text: string, context: Context = linked): Diagnostic[] {
	return language.validate(TextDocument.create('file:///site/a.ks', 'kickstart', 1, text), context);
}
const codes = (text: string, context?: Context) => check(text, context).map(({ code }) => code);

suite('unattendLanguage: reports about macros', () => {
	test('correct macros raise nothing', () => {
		assert.deepEqual(
			check(`#predefined.unattendSettings.preinstallConfig#
lang #server-settings.server0.locale#.UTF-8
timezone --ntpservers=#common-ntpservers.ntpserver0#,#common-ntpservers.ntpserver2#
echo #predefined.otherSettings.lxcaIp# >> #logpath#
# a comment about #hashes# and #colours
`),
			[],
		);
	});

	for (const [text, code, message] of [
		[
			'lang ⟦#server-settings.server0.timezone#⟧',
			'macro-unknown',
			'#server-settings.server0.timezone# is not declared by site.xclarity.json.',
		],
		[
			'lang ⟦#server-settings.server0.locael#⟧',
			'macro-unknown',
			'#server-settings.server0.locael# is not declared by site.xclarity.json. Did you mean #server-settings.server0.locale#?',
		],
		[
			'lang ⟦#server-settings.server.locale#⟧',
			'macro-instance-missing',
			'server in #server-settings.server.locale# lacks the number of its instance; the first one is server0.',
		],
		[
			'x ⟦#common-ntpservers.ntpserver3#⟧',
			'macro-instance-out-of-range',
			'ntpserver3 in #common-ntpservers.ntpserver3# cannot exist: site.xclarity.json allows 3 of them at most, numbered from 0.',
		],
		[
			'x ⟦#myCustomDeploy.logpath#⟧',
			'macro-root-included',
			'#myCustomDeploy.logpath# starts with the top-most object of site.xclarity.json, whose name macros leave out. Did you mean #logpath#?',
		],
		[
			'x ⟦#server_settings.server0.locale#⟧',
			'macro-spelling',
			'#server_settings.server0.locale# differs from site.xclarity.json in letter case, or in _ and -. Did you mean #server-settings.server0.locale#?',
		],
		[
			'x ⟦#server-settings.server0.locale⟧ y',
			'macro-unterminated',
			'The macro #server-settings.server0.locale lacks its closing #.',
		],
		[
			'x ⟦#predefined.otherSettings. jobId #⟧ y',
			'macro-white-space',
			'White space between the hashes keeps #predefined.otherSettings.jobId# from being a macro.',
		],
		['x ⟦#server-settings..server0.locale#⟧', 'macro-empty-name', 'A name is missing beside a dot of this macro.'],
		[
			'x ⟦#server-settings.server0#⟧',
			'macro-group',
			'#server-settings.server0# names a group of settings in site.xclarity.json, not a value.',
		],
		[
			'x ⟦#logpaht#⟧',
			'macro-single-name',
			'#logpaht# is not declared by site.xclarity.json and may be a comment. Did you mean #logpath#?',
		],
		[
			'hostname=n⟦#host.number#⟧.example.com',
			'macro-single-name',
			'#host.number# is not declared by site.xclarity.json and may be a comment.',
		],
		[
			'x#logpath#b⟦#unk.nown#⟧ # z#y.z#',
			'macro-single-name',
			'#unk.nown# is not declared by site.xclarity.json and may be a comment.',
		],
		[
			'x ⟦#predefined.otherSettings.jobid#⟧',
			'macro-predefined-unknown',
			'#predefined.otherSettings.jobid# is not among the predefined macros known here. Did you mean #predefined.otherSettings.jobId#?',
		],
		[
			'x ⟦#predefined.frobnicate.x#⟧',
			'macro-predefined-group-unknown',
			'As far as is known, there is no group frobnicate of predefined macros.',
		],
	] as const) {
		test(`${code}: ${text}`, () => {
			const { document, range } = marked(text, 'kickstart');
			const [found, ...more] = language.validate(document, linked);
			assert.deepEqual(more, []);
			assert.equal(found?.code, code);
			assert.equal(found?.message, message);
			assert.deepEqual(found?.range, range);
		});
	}

	test('a missing link is reported once, with the files that would fit', () => {
		const candidates = [
			{ uri: 'file:///site/site.json', path: 'site.json', declared: 2, used: 3 },
			{ uri: 'file:///site/other.json', path: 'other.json', declared: 1, used: 3 },
		];
		const text = '#predefined.otherSettings.jobId# #a.b# #c.d# #e.f#';
		const [found, ...more] = check(text, unlinked({ candidates }));
		assert.deepEqual(more, []);
		assert.equal(found?.code, 'macro-unlinked');
		assert.equal(
			found?.message,
			'Custom macros such as #a.b# need a linked configuration-settings file. site.json declares 2 of the 3 used here.',
		);
		assert.deepEqual(codes('#predefined.otherSettings.jobId#', unlinked()), []);
	});

	test('a linked file that cannot be read, and a second link, are reported once', () => {
		assert.deepEqual(codes('#a.b# #c.d#', unlinked({ configPath: 'site.json', matches: ['site.json'] })), [
			'link-config-unreadable',
		]);
		const twice = { ...linked, link: { ...linked.link, matches: ['a.json', 'b.json'] } };
		assert.deepEqual(codes('text\nlang #server-settings.server0.locale#', twice), ['link-ambiguous']);
		const script = TextDocument.create('file:///site/a.sh', 'shellscript', 1, 'lang #server-settings.server0.locale#');
		assert.deepEqual(languageWith(scriptDialect).validate(script, twice), []);
	});
});

suite('unattendLanguage: fixes', () => {
	/** The text after the first fix of the first report. */
	function fixed(text: string, context = linked): string {
		const { document } = marked(text, 'kickstart');
		const diagnostics = language.validate(document, context);
		const [first] = diagnostics;
		assert.ok(first, 'nothing is reported');
		const [action] = language.codeActions(document, first.range, [first], context);
		return appliedTo(document, action?.edit);
	}

	for (const [wrong, right] of [
		['lang #server-settings.server0.locael#.UTF-8', 'lang #server-settings.server0.locale#.UTF-8'],
		['lang #server_settings.server.locale#', 'lang #server-settings.server0.locale#'],
		['x #myCustomDeploy.server_settings.server0.locale#', 'x #server-settings.server0.locale#'],
		['x #server_settings.server0.locale y', 'x #server-settings.server0.locale# y'],
		['lang #server-settings.server0.locale.UTF-8', 'lang #server-settings.server0.locale#.UTF-8'],
		['x # predefined.otherSettings.jobId # y', 'x #predefined.otherSettings.jobId# y'],
		['x #predefined.otherSettings.jobid#', 'x #predefined.otherSettings.jobId#'],
		['x #predefineds.otherSettings.jobId#', 'x #predefined.otherSettings.jobId#'],
		[
			'x #common-ntpservers.ntpserver0# #common-ntpservers.ntpserver7#',
			'x #common-ntpservers.ntpserver0# #common-ntpservers.ntpserver2#',
		],
		['lang #server-settings.server0.locale#server-settings.server0.locale#', 'lang #server-settings.server0.locale#'],
		['# xclarity-disable macro-unkown', '# xclarity-disable macro-unknown'],
	] as const) {
		test(`${wrong} becomes ${right}, and the report is gone`, () => {
			assert.equal(fixed(wrong), right);
			assert.deepEqual(check(right), []);
		});
	}

	test('a missing link offers every candidate', () => {
		const candidates = [{ uri: 'file:///site/site.json', path: 'site.json', declared: 2, used: 2 }];
		const { document } = marked('lang #a.b#', 'kickstart');
		const context = unlinked({ candidates });
		const diagnostics = language.validate(document, context);
		const [action] = language.codeActions(document, marked('⟦⟧').range, diagnostics, context);
		assert.equal(action?.title, 'Link to site.json (declares 2 of 2)');
		assert.equal(action?.command?.command, 'xclarity.linkTo');
		assert.deepEqual(action?.command?.arguments, [document.uri, 'file:///site/site.json']);
		assert.equal(action?.isPreferred, false);
	});

	test('every report can be switched off by a comment above its line', () => {
		const { document } = marked('text\n  lang #server-settings.server0.x#\n', 'kickstart');
		const diagnostics = language.validate(document, linked);
		const action = language.codeActions(document, marked('⟦⟧').range, diagnostics, linked).at(-1);
		const silenced = appliedTo(document, action?.edit);
		assert.equal(silenced, 'text\n  # xclarity-disable-next-line macro-unknown\n  lang #server-settings.server0.x#\n');
		assert.deepEqual(check(silenced), []);
	});

	const xml: Dialect = { ...plainDialect, comments: 'xml' };
	for (const [dialect, uri, line, comment] of [
		[
			scriptDialect,
			'file:///site/a.cmd',
			'echo #server-settings.server0.x#\r\n',
			'rem xclarity-disable-next-line macro-unknown\r\n',
		],
		[
			xml,
			'file:///site/a.xml',
			'<a>#server-settings.server0.x#</a>',
			'<!-- xclarity-disable-next-line macro-unknown -->\n',
		],
		[xml, 'file:///site/a.xml', 'b="#server-settings.server0.x#"', undefined],
	] as const) {
		test(`in ${uri} at ${JSON.stringify(line)} that comment is ${JSON.stringify(comment)}`, () => {
			const { validate, codeActions } = languageWith(dialect);
			const document = TextDocument.create(uri, '', 1, line);
			const diagnostics = validate(document, linked);
			assert.deepEqual(
				diagnostics.map(({ code }) => code),
				['macro-unknown'],
			);
			const action = codeActions(document, marked('⟦⟧').range, diagnostics, linked).at(-1);
			assert.equal(action && appliedTo(document, action.edit), comment && comment + line);
		});
	}
});

suite('unattendLanguage: with a dialect', () => {
	/** Reports every `!` outside macros, and shows what each macro may be. */
	const dialect: Dialect = {
		...plainDialect,
		validate: (source: UnattendSource): Problem[] =>
			[...source.masked.matchAll(/!/g)].map(({ index }) =>
				problem('macro-group', { start: index, end: index + 1 }, { macro: 'a', config: 'b' }),
			),
		complete: () => [{ label: 'from the dialect' }],
		hover: source => ({ contents: JSON.stringify(source.macros.map(macro => source.valueOf(macro))) }),
		semanticTokens: ({ text }) => [{ offset: 0, length: text.length, type: 'string' }],
	};
	const both = languageWith(dialect);

	test('its reports stand among those about macros, and comments switch them off', () => {
		const { document } = marked('!\n#a.b#!\n! # xclarity-disable-line macro-group\n', 'kickstart');
		assert.deepEqual(
			both.validate(document, linked).map(({ code }) => code),
			['macro-group', 'macro-unknown', 'macro-group'],
		);
	});

	test('of a script only the macros are checked', () => {
		const { validate } = languageWith(scriptDialect);
		assert.deepEqual(
			validate(marked('! #a.b#', 'shellscript').document, linked).map(({ code }) => code),
			['macro-unknown'],
		);
	});

	test('it is asked where no macro is', () => {
		const { document, cursors } = marked('‸lang #server-settings.server0.‸locale#', 'kickstart');
		const [start, inMacro] = cursors;
		assert.ok(start && inMacro);
		assert.deepEqual(
			both.complete(document, start, linked).map(({ label }) => label),
			['from the dialect'],
		);
		assert.deepEqual(
			both.complete(document, inMacro, linked).map(({ label }) => label),
			['locale', 'keyboardLocale'],
		);
	});

	test('it learns what a macro may be', () => {
		const { document, cursor } = marked(
			'‸ #server-settings.server0.keyboardLocale# #logpath# #a.b# #predefined.globalSettings.isVLANMode#',
			'kickstart',
		);
		const place = (line: number, start: number, end: number) => ({
			location: {
				uri: 'file:///site/site.xclarity.json',
				range: { start: { line, character: start }, end: { line, character: end } },
			},
		});
		assert.deepEqual(JSON.parse(String(both.hover(document, cursor, linked)?.contents)), [
			{
				type: 'string',
				choices: ['english-us', 'japanese'],
				default: 'english-us',
				related: [{ ...place(11, 9, 23), message: 'keyboardLocale is declared in site.xclarity.json.' }],
			},
			{
				type: 'string',
				choices: ['/var/log/post.log'],
				default: '/var/log/post.log',
				related: [{ ...place(20, 9, 16), message: 'logpath is declared in site.xclarity.json.' }],
			},
			null,
			{ type: 'string', choices: ['true', 'false'] },
		]);
	});

	test('its colours are cut around macros', () => {
		const { document } = marked('ab#logpath#cd', 'kickstart');
		assert.deepEqual(both.semanticTokens(document, linked), [
			{ offset: 0, length: 2, type: 'string' },
			{ offset: 2, length: 9, type: 'macro' },
			{ offset: 11, length: 2, type: 'string' },
		]);
	});
});

suite('unattendLanguage: any text', () => {
	test('no verb throws, and every range lies in the document', () => {
		const pieces = fc.constantFrom(
			...['#', '.', ' ', 'predefined', 'server-settings', 'server0', 'locale', 'otherSettings', '\n', '&'],
			...['# xclarity-disable-line', 'macro-unknown', '<!--', '\r\n', '\u{1F600}', 'myCustomDeploy', '_'],
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(), (parts, at) => {
				const text = parts.join('');
				const document = TextDocument.create('file:///site/a.ks', 'kickstart', 1, text);
				const diagnostics = language.validate(document, linked);
				for (const { range } of diagnostics) {
					assert.ok(document.offsetAt(range.start) <= document.offsetAt(range.end));
					assert.ok(document.offsetAt(range.end) <= text.length);
				}
				const position = document.positionAt(at % (text.length + 1));
				for (const { textEdit } of language.complete(document, position, linked)) {
					assert.ok(textEdit && 'range' in textEdit);
					const { start, end } = textEdit.range;
					assert.ok(document.offsetAt(start) <= document.offsetAt(position));
					assert.ok(document.offsetAt(position) <= document.offsetAt(end));
				}
				language.hover(document, position, linked);
				language.definition(document, position, linked);
				for (const action of language.codeActions(document, { start: position, end: position }, diagnostics, linked)) {
					appliedTo(document, action.edit);
				}
			}),
			cases({ few: 15, many: 400 }),
		);
	});
});
