import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Context } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { appliedTo } from '../../../support/markers';
import { sampled } from '../../../support/thorough';
import { type CorrectFile, exampleFiles } from '../correctFiles';
import { actionsAt } from './linkedFiles';

const isLoud = ({ severity = DiagnosticSeverity.Error }: Diagnostic): boolean => severity <= DiagnosticSeverity.Warning;

/** What people select: words with and without what is around them, and such words without their ends. */
function selections(text: string): (readonly [number, number])[] {
	const words = [/\S+/g, /[\w.]+/g, /%?[\w-]+/g, /"[^"\n]*"/g].flatMap(word =>
		[...text.matchAll(word)].map(({ index, 0: found }) => [index, index + found.length] as const),
	);
	const parts = words.flatMap(([start, end]) =>
		end - start > 2 ? [[start + 1, end] as const, [start, end - 1] as const] : [],
	);
	return [...words, ...parts];
}

const after = (document: TextDocument, { edit }: CodeAction): TextDocument =>
	TextDocument.create(document.uri, document.languageId, 2, appliedTo(document, edit));

/** Reports of errors and warnings in a correct file and in its configuration-settings file after an action. */
function reportsAfter(
	{ kind, document, context }: CorrectFile,
	config: TextDocument,
	action: CodeAction,
): Diagnostic[] {
	const [changed, changedConfig] = [after(document, action), after(config, action)];
	const linked: Context = { ...context, link: { ...context.link, config: changedConfig }, dependents: [changed] };
	const beside: Context = { ...linked, link: { ...context.link, config: undefined } };
	return [
		...languageFor(kind).validate(changed, linked),
		...languageFor('config').validate(changedConfig, beside),
	].filter(isLoud);
}

suite('extracting a setting leaves a correct file correct', () => {
	for (const file of exampleFiles) {
		const { name, kind, document, context } = file;
		const { config } = context.link;
		if (!config) continue;
		test(`wherever something is selected in ${name}`, () => {
			let tried = 0;
			for (const [start, end] of sampled(selections(document.getText()), 9)) {
				const range = { start: document.positionAt(start), end: document.positionAt(end) };
				const actions = languageFor(kind).codeActions?.(document, range, [], context) ?? [];
				for (const action of actions.filter(({ title }) => title.startsWith('Extract'))) {
					tried++;
					const [report] = reportsAfter(file, config, action);
					if (report) assert.fail(`${action.title} in line ${range.start.line + 1}: ${report.message}`);
				}
			}
			assert.ok(tried > 3, `${tried}`);
		});
	}

	const config = `{
	"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
	"content": [{ "category": "dynamic", "common": true, "name": "user", "type": "string", "optional": false }]
}
`;
	const profile = (text: string): string =>
		`<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">${text}</profile>\n`;
	const isOffered = (file: string, text: string): boolean =>
		actionsAt({ config, [file]: text }).some(({ title }) => title.startsWith('Extract'));

	for (const [file, text] of [
		['ks.cfg', '⟦text⟧\nlang de_DE\n'],
		['ks.cfg', 'a⟦utopart⟧ --type=lvm\n'],
		['ks.cfg', 'network --⟦hostname⟧=web1\n'],
		['ks.cfg', 'text\n⟦%post⟧\necho\n%end\n'],
		['ks.cfg', 'text\n%⟦post⟧\necho\n%end\n'],
		['ks.cfg', 'text\n%post\necho\n%⟦end⟧\n'],
		['ks.cfg', 'text\n%post\necho\n%end\n⟦reboot⟧\n'],
		['ks.cfg', 'text\n%include x\n⟦reboot⟧\n'],
		['ks.cfg', 'user --name="⟦a" --shell=⟧x\n'],
		['a.xml', profile('').replace('www.suse.com', '⟦www.suse.com⟧')],
		['a.xml', profile('').replace('1.0"?>', '⟦1.0⟧"?>')],
		['a.xml', profile('<a config:type="⟦boolean⟧">true</a>')],
	] as const)
		test(`nothing in ${JSON.stringify(text)}`, () => assert.ok(!isOffered(file, text)));

	for (const [file, text] of [
		['ks.cfg', 'network --hostname=⟦web1⟧\n'],
		['ks.cfg', 'text\n%packages\n⟦chrony⟧\n%end\n'],
		['ks.cfg', 'text\n%post\n⟦curl⟧ x\n%end\n'],
		['ks.cfg', 'text\n%post\n%end\nlang ⟦de_DE⟧\n'],
		['post.sh', '#!/bin/sh\n⟦curl⟧ x\n'],
		['post.sh', 'LOG=⟦/var/log⟧\n'],
		['a.xml', profile('<language><language>⟦de_DE⟧</language></language>')],
	] as const)
		test(`something in ${JSON.stringify(text)}`, () => assert.ok(isOffered(file, text)));

	test('everywhere: no section, and no first word of a line', () => {
		const text = 'user --name=⟦post⟧\nuser --name=x --groups=post\n%post\npost/x\n%end\n';
		const [, everywhere] = actionsAt({ config, 'ks.cfg': text }).filter(({ title }) => title.startsWith('Extract'));
		assert.match(everywhere?.title ?? '', /\(2 places\)/);
	});
});
