import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { marked } from '../../../support/markers';
import { languageWith, linked } from './unattendContexts';

const language = languageWith();

/** `line:code` of each report. */
const reports = (text: string) =>
	language
		.validate(marked(text, 'kickstart').document, linked)
		.map(
			({ range, code, message }) =>
				`${range.start.line}:${code}${code === 'unattend-suppression-unknown' ? ` ${message}` : ''}`,
		);

suite('suppressions', () => {
	for (const [name, text, expected] of [
		['the next line', '# xclarity-disable-next-line macro-unknown\n#a.b#\n#a.b#', ['2:macro-unknown']],
		['this line', '#a.b# # xclarity-disable-line macro-unknown\n#a.b#', ['1:macro-unknown']],
		['the whole file', '#a.b#\n# xclarity-disable macro-unknown\n#a.b#', []],
		['several rules', '# xclarity-disable macro-group, macro-unknown\n#a.b# #server-settings.server0#', []],
		['only those named', '# xclarity-disable macro-group\n#a.b#', ['1:macro-unknown']],
		['all rules', '# xclarity-disable-next-line\n#a.b# #server_settings.server0.locale#', []],
		['in XML', '<!-- xclarity-disable-next-line macro-unknown -->\n<a>#a.b#</a>', []],
		['with a reason', '# xclarity-disable-next-line macro-unknown -- it is set later\n#a.b#', []],
		['in a batch file', 'rem xclarity-disable-next-line macro-unknown\r\n#a.b#', []],
		['not without a comment', 'echo xclarity-disable macro-unknown #a.b#', ['0:macro-unknown']],
		[
			'unknown rules are named',
			'# xclarity-disable macro-unkown, foo\n#a.b#',
			[
				'0:unattend-suppression-unknown There is no rule macro-unkown. Did you mean macro-unknown?',
				'0:unattend-suppression-unknown There is no rule foo.',
				'1:macro-unknown',
			],
		],
	] as const) {
		test(name, () => assert.deepEqual(reports(text), expected));
	}
});
