import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../../../../server/language/language';
import { languageOf } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { problem } from '../../../../server/language/problem';
import { recogniseDialect } from '../../../../server/language/recognise';
import { certainty, type Dialect } from '../../../../server/language/unattend/dialect';
import { dialects } from '../../../../server/language/unattend/dialects';
import { readStatements } from '../../../../server/language/unattend/statements/readStatements';
import { isOpaque } from '../../../../server/language/unattend/statements/statementFile';
import { statementHooks } from '../../../../server/language/unattend/statements/statementHooks';
import type { UnattendSource } from '../../../../server/language/unattend/unattendSource';
import { appliedTo, marked } from '../../../support/markers';

const fileOf = (source: UnattendSource) =>
	readStatements(source.masked, {
		endTags: true,
		isSection: name => name === '%after',
		isOpaque: (start, end) => isOpaque(source, start, end),
	});

/** Files of an installer that does not exist: its first line is `install toy`, and it knows no command but `size`. */
const toyDialect: Dialect<'toy'> = {
	kind: 'toy',
	name: 'a toy file',
	languageId: 'toy',
	chosenAs: ['toy'],
	recognise: ({ text }) => (text.startsWith('install toy') ? certainty.certain : certainty.none),
	fileEndings: ['.toy'],
	importEndings: ['.toy'],
	comments: 'hash',
	imageType: 'UNATTEND',
	system: {
		os: 'toy',
		shortLabel: 'Toy OS',
		option: 'toy',
		kind: 'toy',
		isNamed: os => os.startsWith('toy'),
		isRelease: () => true,
	},
	hooks: statementHooks({
		fileOf: source => ({ ...fileOf(source), source }),
		first: /^install\b/,
		missing: 'unattend-hook-absent',
	}),
	newFiles: [{ id: 'toy1', label: 'Toy OS 1', detail: 'Everything', fileName: 'host.toy', text: 'install toy\n' }],
	validate: source =>
		fileOf(source)
			.statements.filter(({ kind, head }) => kind === 'command' && head.text !== 'install' && head.text !== 'size')
			.map(({ head }) => problem('kickstart-unknown-command', head, { release: 1, name: head.text, hint: '' })),
	complete: () => [{ label: 'size' }],
	hover: () => ({ contents: 'how large it gets' }),
};

const language = languageOf(toyDialect);
const pre = '#predefined.unattendSettings.preinstallConfig#';
const post = '#predefined.unattendSettings.postinstallConfig#';
const context: Context = {
	severities: {},
	link: { ...noLink, os: 'toy1', matches: ['a.json'] },
	dependents: [],
	applianceMacros: [],
	files: [],
};
const checked = (text: string, uri = 'file:///site/host.toy'): string[] =>
	language.validate(TextDocument.create(uri, 'toy', 1, text), context).map(({ code }) => String(code));

suite('a dialect that is made in a test', () => {
	test('is recognised beside the others, by its text or by the language that a person chose', () => {
		const known = [...dialects, toyDialect];
		const kindOf = (path: string, text: string, languageId = '') => recogniseDialect({ path, text, languageId }, known);
		assert.equal(kindOf('host.cfg', 'install toy\n'), 'toy');
		assert.equal(kindOf('ks.cfg', 'rootpw x\nzerombr\n'), 'kickstart');
		assert.equal(kindOf('any.txt', '', 'toy'), 'toy');
		assert.equal(kindOf('any.txt', ''), undefined);
	});

	test('is checked, and its comments switch reports off', () => {
		const hooks = `${pre}\n${post}\n`;
		assert.deepEqual(checked(`install toy\n${hooks}size 3\n`), []);
		assert.deepEqual(checked(`install toy\n${hooks}colour red\n`), ['kickstart-unknown-command']);
		const { document } = marked(`install toy\n${hooks}colour red\n`, 'toy');
		const found = language.validate(document, context);
		const fixes = found.flatMap(one => language.codeActions?.(document, one.range, [one], context) ?? []);
		const silencer = fixes.find(({ title }) => title === 'Switch off kickstart-unknown-command for this line');
		const silenced = appliedTo(document, silencer?.edit);
		assert.equal(silenced, `install toy\n${hooks}# xclarity-disable-next-line kickstart-unknown-command\ncolour red\n`);
		assert.deepEqual(checked(silenced), []);
	});

	test('completes and explains, with macros besides', () => {
		const { document, cursors } = marked('‸size #predefined.otherSettings.‸jobId#', 'toy');
		const [plain, inMacro] = cursors;
		assert.ok(plain && inMacro);
		assert.deepEqual(language.complete?.(document, plain, context), [{ label: 'size' }]);
		assert.equal(language.hover?.(document, plain, context)?.contents, 'how large it gets');
		assert.ok(language.complete?.(document, inMacro, context).some(({ label }) => label === 'jobId'));
		assert.match(JSON.stringify(language.hover?.(document, inMacro, context)), /predefined\.otherSettings/);
	});

	test('says where the hook macros go', () => {
		const { document } = marked('install toy\nsize 3\n', 'toy');
		const [found] = language.validate(document, context);
		assert.equal(found?.code, 'unattend-hook-absent');
		const [fix] = language.codeActions?.(document, found.range, [found], context) ?? [];
		assert.equal(appliedTo(document, fix?.edit), `install toy\n${pre}\n${post}\nsize 3\n`);
		assert.ok(checked(`install toy\n%after\n${pre}\n${post}\n%end\n`).includes('unattend-hook-place'));
	});

	test('belongs to an operating system, has its endings, and is uploaded', () => {
		const whole = `install toy\n${pre}\n${post}\n`;
		assert.deepEqual(checked(`${whole}size #predefined.hostPlatforms.windowsDomain#\n`), ['unattend-macro-system']);
		assert.deepEqual(checked(whole, 'file:///site/host.cfg'), ['unattend-file-ending']);
		const { document } = marked(whole, 'toy');
		const lenses = language.codeLenses?.(document, context) ?? [];
		assert.ok(lenses.some(({ command }) => command?.command === 'xclarity.upload'));
	});
});
