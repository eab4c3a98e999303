import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-types';
import type { Kind } from '../../../server/language/language';
import { languageFor } from '../../../server/language/languageService';
import { plainText } from '../../../server/language/snippet';
import { siteContext } from '../../fuzz/everyVerb';
import { applied, marked } from '../../support/markers';
import { isThorough } from '../../support/thorough';
import { type CorrectFile, correctFiles } from './correctFiles';

/** What an item writes over, and what it writes, without tab stops. */
function change(document: TextDocument, { textEdit, insertTextFormat }: CompletionItem) {
	assert.ok(textEdit && 'range' in textEdit);
	const { range, newText } = textEdit;
	return {
		start: document.offsetAt(range.start),
		end: document.offsetAt(range.end),
		newText: insertTextFormat === InsertTextFormat.Snippet ? plainText(newText) : newText,
	};
}

function after(document: TextDocument, item: CompletionItem): string {
	const { start, end, newText } = change(document, item);
	const range = { start: document.positionAt(start), end: document.positionAt(end) };
	return applied(document, [{ range, newText }, ...(item.additionalTextEdits ?? [])]);
}

/** The rest of the word at the beginning of a text; in JSON a text in quotation marks is one word. */
const wordRest = (kind: Kind): RegExp => (kind === 'config' || kind === 'manifest' ? /^[^\n]*/ : /^[\w.:/@%^+-]*/);

/** What is wrong with an item at an offset of a correct file; `undefined` when it takes nothing but a word. */
function loss({ kind, document }: CorrectFile, offset: number, item: CompletionItem): string | undefined {
	const text = document.getText();
	const { start, end, newText } = change(document, item);
	const removed = text.slice(start, end);
	// What is written closes a macro, too.
	const behind = newText.endsWith('#') ? text.slice(offset, end).replace(/#$/, '') : text.slice(offset, end);
	if (behind.replace(wordRest(kind), '') !== '') return `takes ${JSON.stringify(behind)}`;
	const macro = /#[\w.-]+#/.exec(removed);
	if (macro && macro[0] !== removed) return `takes ${macro[0]}`;
	const isOfLines = kind === 'kickstart' || kind === 'esxi';
	if (isOfLines && newText.includes('\n') && /^[^\S\n]*[^\s#]/.test(text.slice(end))) return 'parts a line';
	const name = removed.replace(/^[<"#]+|["#]+$/g, '');
	const isSame = item.label === name || item.label === removed;
	return isSame && newText !== removed ? `writes ${JSON.stringify(newText)} for ${JSON.stringify(removed)}` : undefined;
}

/** In a quick run some of the places of each file. */
const step = isThorough ? 1 : 11;

suite('completion keeps what stands behind the word', () => {
	for (const file of correctFiles) {
		test(`at every place of ${file.name}`, () => {
			const { kind, document, context } = file;
			const text = document.getText();
			let tried = 0;
			for (let offset = 0; offset <= text.length; offset += step) {
				for (const item of languageFor(kind).complete?.(document, document.positionAt(offset), context) ?? []) {
					tried++;
					const found = loss(file, offset, item);
					const shown = `${text.slice(Math.max(0, offset - 40), offset)}‸${text.slice(offset, offset + 40)}`;
					if (found) assert.fail(`${item.label} ${found} in ${JSON.stringify(shown)}`);
				}
			}
			assert.ok(tried > 0);
		});
	}

	for (const file of correctFiles) {
		test(`what is half typed becomes what it was in ${file.name}`, () => {
			const { kind, document, context } = file;
			const text = document.getText();
			let made = 0;
			for (const { index, 0: word } of text.matchAll(/[%\w-][\w:./-]*/g)) {
				for (let length = 1; length < word.length; length += step) {
					const cut = text.slice(0, index + length) + text.slice(index + word.length);
					const half = TextDocument.create(document.uri, document.languageId, 2, cut);
					const items = languageFor(kind).complete?.(half, half.positionAt(index + length), context) ?? [];
					const item = items.find(({ label }) => label === word || label === JSON.stringify(word));
					if (!item) continue;
					made++;
					assert.equal(after(half, item), text);
				}
			}
			assert.ok(made > 0);
		});
	}

	const completed = (kind: Kind, text: string, label: string): string | undefined => {
		const { document, cursor } = marked(text, kind);
		const items = languageFor(kind).complete?.(document, cursor, siteContext(kind)) ?? [];
		const item = items.find(one => one.label === label);
		return item && after(document, item);
	};

	for (const [kind, text, label, after] of [
		['kickstart', 'network --i‸p=192.0.2.1 --mtu=9000', '--ip', 'network --ip=192.0.2.1 --mtu=9000'],
		['kickstart', 'network --hostnam‸=#site.zone#', '--hostname', 'network --hostname=#site.zone#'],
		['kickstart', 'network --hostname‸ web1', '--hostname', 'network --hostname web1'],
		['kickstart', 'network --hostn‸', '--hostname', 'network --hostname='],
		['kickstart', 'network ‸--mtu=9000', '--hostname', 'network --hostname= --mtu=9000'],
		['kickstart', 'network ‸--mtu=9000', '--mtu', undefined],
		['kickstart', 'network --mt‸u=9000', '--noipv4', undefined],
		['kickstart', 'network --noipv‸', '--noipv4', 'network --noipv4'],
		['kickstart', 'autopart --type=l‸vm --nohome', 'btrfs', 'autopart --type=btrfs --nohome'],
		['kickstart', 'autopart --type="l‸vm"', 'btrfs', 'autopart --type="btrfs"'],
		['kickstart', 'lang ‸#site.zone#.UTF-8', 'de_DE.UTF-8', undefined],
		['kickstart', 'lang #site.zone#.U‸', 'de_DE.UTF-8', undefined],
		['kickstart', 'text\n%po‸st --erroronfail\necho\n%end\n', '%post', 'text\n%post --erroronfail\necho\n%end\n'],
		['kickstart', 'text\n%pos‸t\necho\n%end\n', '%post', 'text\n%post\necho\n%end\n'],
		['kickstart', 'text\n%po‸\n', '%post', 'text\n%post\n\n%end\n'],
		['kickstart', 'text\n%pac‸\n@core\n%end\n', '%packages', 'text\n%packages\n@core\n%end\n'],
		['kickstart', '%p‸\n%post\necho\n%end\n', '%pre', '%pre\n\n%end\n%post\necho\n%end\n'],
		['kickstart', 'text\n%post\necho\n%e‸nd\n', '%end', 'text\n%post\necho\n%end\n'],
		['kickstart', 'text\n%post\necho\n%end‸', '%end', 'text\n%post\necho\n%end'],
		['kickstart', 'text\n%post\necho\n%e‸\n%packages\n%end\n', '%end', 'text\n%post\necho\n%end\n%packages\n%end\n'],
		['kickstart', 'text\n%e‸', '%end', undefined],
		['kickstart', 'text\n%incl‸ude /tmp/x', '%include', 'text\n%include /tmp/x'],
		['kickstart', 'la‸ng de', 'unattended file for a RHEL server', undefined],
		['esxi', 'network --i‸p=192.0.2.1', '--ip', 'network --ip=192.0.2.1'],
		['esxi', 'install --firstdisk=l‸ocal,remote', 'usb', 'install --firstdisk=usb,remote'],
		['esxi', 'keyboard "US De‸fault"', '"US Default"', undefined],
		['esxi', 'keyboard "US De‸fault"', 'US Default', 'keyboard "US Default"'],
		['esxi', 'keyboard U‸', '"US Default"', 'keyboard "US Default"'],
		['esxi', 'rootpw --iscrypted $6‸$salt', '--iscrypted', undefined],
		['esxi', '%first‸boot\nesxcli x\n', '%firstboot', '%firstboot\nesxcli x\n'],
		['esxi', '%first‸\n', '%firstboot', '%firstboot --interpreter=busybox\n\n'],
		[
			'autoyast',
			'<profile>\n\t‸#site.zone#\n</profile>',
			'general',
			'<profile>\n\t<general>\n\t\n</general>#site.zone#\n</profile>',
		],
		['autoyast', '<profile>\n<‸/profile>', 'general', undefined],
		['autoyast', '<a#site.zone#></‸', '/a#site.zone#', '<a#site.zone#></a#site.zone#>'],
	] as const) {
		test(`${label} in ${JSON.stringify(text)}`, () => assert.equal(completed(kind, text, label), after));
	}

	test('an attribute', () => {
		const inTag = (tag: string): string =>
			`<profile xmlns:config="http://www.suse.com/1.0/configns"><general ${tag}/></profile>`;
		for (const [tag, after] of [
			['config:ty‸pe="list"', 'config:type="list"'],
			['ty‸="list"', 'config:type="list"'],
			['‸x="1"', 'config:type="map" x="1"'],
		] as const)
			assert.equal(completed('autoyast', inTag(tag), 'config:type'), inTag(after));
	});
});
