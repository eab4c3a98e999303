import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { opinionDiagnostics } from '../../../../server/language/deployment/secondOpinion/opinionDiagnostics';
import { lastWords, readToolReport } from '../../../../server/language/deployment/secondOpinion/toolReport';
import { finished } from './deploymentExamples';

const file = '/tmp/x/ks.cfg';

suite('what reference tools say', () => {
	test('ksvalidator: each problem with its line, whichever stream it is on', () => {
		const text = `
Checking kickstart file ${file}

The following problem occurred on line 8 of the kickstart file:

Section %packages does not end with %end.

The following problem occurred on line 2 of the kickstart file:

usage: network [--bootproto X]
unrecognized arguments: --bootprotoo=dhcp

There was a problem reading from line 3 of the kickstart file
File uses a deprecated option or command.
The auth command has been deprecated on line 5, use authselect.
`;
		assert.deepEqual(readToolReport('ksvalidator', { text, code: 4, file }), [
			{ line: 8, severity: 'error', message: 'Section %packages does not end with %end.' },
			{
				line: 2,
				severity: 'error',
				message: 'usage: network [--bootproto X] unrecognized arguments: --bootprotoo=dhcp',
			},
			{ line: 3, severity: 'error', message: 'There was a problem reading from this line.' },
			{ line: 5, severity: 'warning', message: 'The auth command has been deprecated on line 5, use authselect.' },
		]);
	});

	test('ksvalidator: 256 problems end with 0 and are no consent', () => {
		const text = 'The following problem occurred on line 1 of the kickstart file:\n\nUnknown command: x\n\n'.repeat(
			256,
		);
		assert.equal(readToolReport('ksvalidator', { text, code: 0, file })?.length, 256);
	});

	test('xmllint: what is not well-formed, and what a schema refuses', () => {
		const text = [
			`${file}:3: parser error : Opening and ending tag mismatch: b line 2 and a`,
			'</a>',
			'    ^',
			`${file}:4: element b: Schemas validity error : Element 'b': This element is not expected.`,
			`${file}:5: element c: Relax-NG validity error : Did not expect element c there`,
			`${file}:6: namespace warning : xmlns: URI x is not absolute`,
			`${file} fails to validate`,
		].join('\n');
		assert.deepEqual(
			readToolReport('xmllint', { text, code: 3, file })?.map(({ line, severity, message }) => [
				line,
				severity,
				message,
			]),
			[
				[3, 'error', 'parser error : Opening and ending tag mismatch: b line 2 and a'],
				[4, 'error', "Schemas validity error : Element 'b': This element is not expected."],
				[5, 'error', 'Relax-NG validity error : Did not expect element c there'],
				[6, 'warning', 'namespace warning : xmlns: URI x is not absolute'],
			],
		);
	});

	test('jing: with line and column', () => {
		const text = `${file}:7:12: error: element "x" not allowed here\n${file}:9:1: fatal: no end\n`;
		assert.deepEqual(readToolReport('jing', { text, code: 1, file }), [
			{ line: 7, severity: 'error', message: 'element "x" not allowed here' },
			{ line: 9, severity: 'error', message: 'no end' },
		]);
	});

	test('a program that fails without a word about the file has given no opinion', () => {
		const output = { text: 'Traceback\nModuleNotFoundError: no pykickstart\n', code: 1, file };
		assert.equal(readToolReport('ksvalidator', output), undefined);
		assert.equal(lastWords(output), 'ModuleNotFoundError: no pykickstart');
		assert.equal(readToolReport('xmllint', { text: '', code: null, file }), undefined);
		assert.deepEqual(readToolReport('xmllint', { text: '', code: 0, file }), []);
	});

	test('a line of the finished file is that of the source that leads to it', () => {
		const answers = { common: { note: 'a\nb\nc' }, predefined: {}, servers: [] };
		const result = finished('kickstart', 'text\n# #note#\n  lang xx\n', { answers });
		const findings = [
			{ line: 5, severity: 'error', message: 'lang' },
			{ line: 3, severity: 'warning', message: 'note' },
			{ line: 99, severity: 'error', message: 'end' },
			{ line: undefined, severity: 'error', message: 'all' },
		] as const;
		assert.deepEqual(
			opinionDiagnostics(result, 'ksvalidator', findings).map(({ range, severity, message }) => [
				message,
				severity,
				result.document.getText(range),
			]),
			[
				['lang', 1, 'lang xx'],
				['note', 2, '#note#'],
				['end', 1, ''],
				['all', 1, 'text'],
			],
		);
	});
});
