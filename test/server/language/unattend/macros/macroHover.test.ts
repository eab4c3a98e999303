import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { MarkupContent } from 'vscode-languageserver-types';
import { marked } from '../../../../support/markers';
import { vendorTable } from '../../macros/macroTables';
import { languageWith, linked, unlinked } from '../unattendContexts';

const language = languageWith();

function hovered(text: string, context = linked, verbs = language): string[] {
	const { document, cursor } = marked(text, 'kickstart');
	const contents = verbs.hover(document, cursor, context)?.contents;
	return MarkupContent.is(contents) ? contents.value.split('\n\n') : [];
}

suite('macroHover', () => {
	test('a value: what it is, what it may be, where it comes from', () => {
		assert.deepEqual(hovered('lang #server-settings.server0.lo‸cale#'), [
			'`#server-settings.server0.locale#`',
			'**OS locale**',
			'Language of the installed system.',
			'`string`, asked at deployment, one for each server, required',
			'Default: `en_US`',
			'Choices: `en_US`, `ja_JP`, `pt_BR`',
			'Declared in [site.xclarity.json](file:///site/site.xclarity.json#L10,10)',
		]);
		assert.deepEqual(hovered('>> #logpath‸#'), [
			'`#logpath#`',
			'`string`, fixed, one for all servers',
			'Value: `/var/log/post.log`',
			'Declared in [site.xclarity.json](file:///site/site.xclarity.json#L21,10)',
		]);
	});

	test('a group: what is in it, how many there can be', () => {
		assert.deepEqual(hovered('lang #common-ntp‸servers.ntpserver0#').slice(0, 3), [
			'`#common-ntpservers#`',
			'`array`, asked at deployment, one for all servers, optional',
			'Group of `ntpserver`',
		]);
		assert.ok(hovered('#common-ntpservers.ntp‸server1#').includes('Instances: 0 to 3, numbered from 0'));
		assert.ok(hovered('#common-ntpservers.ntp‸server1#').includes('Must match `[\\w\\.]{1,64}$`'));
	});

	test('a predefined macro: what is known, and how sure that is', () => {
		assert.deepEqual(hovered('#predefined.globalSettings.ip‸Assignment#'), [
			'`#predefined.globalSettings.ipAssignment#`',
			'How the installed systems get their addresses: by DHCP, or fixed in IPv4 or IPv6.',
			'Type: `string`',
			'Values: `dhcpv4`, `staticv4`, `staticv6`',
			'Predefined by the appliance (LXCA: predefined macros page)',
		]);
		assert.equal(
			hovered('#predefined.otherSettings.lxca‸Ip#').at(-1),
			'Predefined by the appliance (no source seen): believed to exist, seen in no source',
		);
	});

	test('a macro that is not found, and one without a link', () => {
		assert.deepEqual(hovered('#server-settings.server0.not‸hing#'), []);
		assert.deepEqual(hovered('#a.‸b#', unlinked()), [
			'`#a.b#`',
			'Custom macro; no configuration-settings file is linked.',
		]);
		assert.deepEqual(hovered('#logpath# te‸xt'), []);
	});

	test('words of the person cannot become Markdown', () => {
		const nodes = vendorTable.nodes.map(node => ({
			...node,
			setting: { ...node.setting, description: '[x](command:y) <b>', regex: '`' },
		}));
		const lines = hovered('#logpath‸#', linked, languageWith(undefined, { ...vendorTable, nodes }));
		assert.ok(lines.includes('\\[x\\]\\(command:y\\) \\<b\\>'));
		assert.ok(lines.includes('Must match `` ` ``'));
	});

	test('definition leads to the name of the setting', () => {
		const { document, cursors } = marked('#server-sett‸ings.server0.lo‸cale# #predefined.‸x#', 'kickstart');
		assert.deepEqual(
			cursors.map(cursor => language.definition(document, cursor, linked).map(({ range }) => range.start.line)),
			[[5], [9], []],
		);
	});
});
