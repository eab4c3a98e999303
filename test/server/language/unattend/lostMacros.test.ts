import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { effectOf } from '../../../../server/language/quickFix';
import { appliedTo } from '../../../support/markers';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

/** The first fix for a code, what it does, and whether it is preferred. */
function firstFix(kind: Kind, text: string, code: string) {
	const document = TextDocument.create('file:///site/file', kind, 1, text);
	const { validate, codeActions } = languageFor(kind);
	const report = validate(document, context).find(each => each.code === code);
	const [fix] = (report && codeActions?.(document, report.range, [report], context)) ?? [];
	return fix && [effectOf(fix), fix.isPreferred, appliedTo(document, fix.edit)];
}

suite('a fix that takes away a macro', () => {
	test('is not safe', () => {
		assert.deepEqual(firstFix('kickstart', 'zerombr,#time.server#\n', 'kickstart-unknown-command'), [
			'loses',
			false,
			'zerombr\n',
		]);
		assert.deepEqual(firstFix('esxi', 'vmaccepteula,#time.server#\n', 'esxi-unknown-command'), [
			'loses',
			false,
			'vmaccepteula\n',
		]);
	});

	test('is safe where the macro stays, and where none is', () => {
		assert.deepEqual(firstFix('kickstart', 'network --hostname==#time.server#\n', 'kickstart-form'), [
			'safe',
			true,
			'network --hostname=#time.server#\n',
		]);
		assert.deepEqual(firstFix('kickstart', 'zerombr,yes\n#time.server#\n', 'kickstart-unknown-command'), [
			'safe',
			true,
			'zerombr\n#time.server#\n',
		]);
	});
});
