import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../../../../server/language/problem';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { applied, appliedTo, marked } from '../../../../support/markers';
import { dialectFixes } from '../dialectFixes';
import { reports, type SourceFacts, sourceOf } from '../xml/unattendSources';

const profile = (body: string): string =>
	`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${body}\n</profile>`;

const found = (body: string, facts?: SourceFacts): string[] => reports(autoyastDialect, sourceOf(profile(body), facts));

suite('AutoYaST: what follows from broken XML is not said', () => {
	const once: readonly (readonly [body: string, report: string])[] = [
		['<timezone><hwclock>UTC & more</hwclock></timezone>', '2 xml-markup-character'],
		['<users config:type="list"><user><username>root & more</username></user></users>', '2 xml-markup-character'],
		[
			'<users config:type="list"><user><username>root</username><user password>x</user password></user></users>',
			'2 xml-attribute',
		],
		[
			'<general>\n<mode>\n<confirm config:type="boolean"false</confirm>\n</mode></general><software/>',
			'4 xml-tag-unclosed',
		],
		[
			'<partitioning config:type="list"><drive><partitions config:type="list"><partition>mount>/</mount><size>1G</size></partition></partitions></drive></partitioning>',
			'2 xml-start-tag',
		],
		['\t\t<enable_firewall config:type="boolean">true</enable_firewall>\n\t</firewall>', '3 xml-end-tag-stray'],
		['<general><mode>＜confirm＞false＜/confirm＞</mode></general><software/>', '2 autoyast-text-stray'],
		['- <general/>', '2 autoyast-text-stray'],
	];
	for (const [body, report] of once) {
		test(body, () =>
			assert.deepEqual(
				found(body).map(one => one.slice(0, one.indexOf(':'))),
				[report],
			),
		);
	}

	test('in another section it is', () => {
		const body = '<keyboard>\n<keymap>german</keyboard>\n<timezone>\n<hwclock>now</hwclock></timezone>';
		assert.deepEqual(
			found(body).map(one => one.slice(0, one.indexOf(':'))),
			['3 xml-end-tag-missing', '5 autoyast-value'],
		);
	});
});

suite('AutoYaST: one mistake, one report', () => {
	const firsts = (body: string, facts?: SourceFacts): string[] =>
		found(body, facts).map(report => report.slice(0, report.indexOf(':')));
	const root = '<username>root</username>';

	const once: readonly (readonly [body: string, report: string])[] = [
		[
			`<users config:type="list"><user>${root}<user-password>x</user-password></user></users>`,
			'2 autoyast-element-unknown',
		],
		[
			`<users config:type="list"><user>${root}<user_password>$6$a$b</user_password><encrytped config:type="boolean">true</encrytped></user></users>`,
			'2 autoyast-element-unknown',
		],
		[
			'<General><mode><confirm config:type="boolean">false</confirm></mode></General><software/>',
			'2 autoyast-section-unknown',
		],
		[
			'<general><mofe><confirm config:type="boolean">false</confirm></mofe></general><software/>',
			'2 autoyast-element-unknown',
		],
		['<proxy><enabled config:typ="boolean">true</enabled></proxy>', '2 autoyast-attribute-unknown'],
		[
			'<general><mode><confirm config:type="boolean">false</confirm></mode></general><partitioning config:type="list"><drive><device>/dev/sda</device><partitions config:type="list"><partition><mount>boot</mount></partition></partitions></drive></partitioning>',
			'2 autoyast-mount',
		],
		[
			'<nfs_server><start_nfsserver config:type="boolean">true</start_nfsserver></nfs_server>',
			'2 autoyast-element-missing',
		],
		[
			'<networking><routing><routes config:type="list"><route><destination>default</destination><gateway>192.0.2.1</gateway><netmask>255.0.255.0</netmask></route></routes></routing></networking>',
			'2 autoyast-form',
		],
	];
	for (const [body, report] of once) test(body, () => assert.deepEqual(firsts(body), [report]));

	test('a wrong namespace of the types is said once, whatever is typed with it', () => {
		const text = profile('<proxy><enabled config:type="boolean">true</enabled></proxy>').replace('configns', 'config');
		const [report, ...others] = reports(autoyastDialect, sourceOf(text));
		assert.deepEqual([report?.slice(0, report.indexOf(':')), others], ['1 autoyast-config-namespace', []]);
	});

	test('what stands in the wrappers of an old profile is looked into, and old elements there are left alone', () => {
		const old =
			'<configure><keyboard><keymap>germann</keymap></keyboard><networking><dns><dhcp_resolv config:type="boolean">true</dhcp_resolv></dns></networking><files config:type="list"><file_path>/a</file_path></files></configure>';
		assert.deepEqual(firsts(old), ['2 autoyast-layout-old', '2 autoyast-name']);
	});

	test('an element of a later service pack than the file is for', () => {
		const zone = '<firewall><default_zone>public</default_zone></firewall>';
		assert.deepEqual(firsts(zone, { release: '12.5' }), ['2 autoyast-element-later']);
		assert.deepEqual(firsts(zone), []);
	});

	test('an address whose macro cannot bring a prefix needs a netmask', () => {
		const at = (address: string) =>
			`<networking><interfaces config:type="list"><interface><name>eth0</name><bootproto>static</bootproto><ipaddr>${address}</ipaddr></interface></interfaces></networking>`;
		assert.deepEqual(firsts(at('#predefined.hostPlatforms.networkSettings.ipAddress#')), ['2 autoyast-static-address']);
		assert.deepEqual(firsts(at('#site.address#')), []);
	});

	test('where the end tag bears the known name, the start tag takes it', () => {
		const text = profile(
			`<user config:type="list"><user>${root}<user_password>#site.hash#</user_password></user></users>`,
		);
		const source = sourceOf(text);
		const diagnostics = toDiagnostics(source.document, autoyastDialect.validate(source), {});
		const titles = dialectFixes(autoyastDialect, source, diagnostics).map(({ title }) => title);
		assert.deepEqual(titles, ['Change to <users>']);
	});
});

suite('AutoYaST: macros', () => {
	const confirm = '<general><mode><confirm config:type="boolean">#site.confirm#</confirm></mode></general>';

	test('a macro of which nothing is known is never reported', () => assert.deepEqual(found(confirm), []));

	test('a macro that can only be wrong is an error at the macro, with the setting beside it', () => {
		const related = [
			{
				location: {
					uri: 'file:///site/site.json',
					range: { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } },
				},
				message: 'the setting',
			},
		];
		const source = sourceOf(profile(confirm), {
			values: { 'site.confirm': { type: 'string', choices: ['yes', 'no'], related } },
		});
		const [problem] = autoyastDialect.validate(source);
		assert.ok(problem);
		assert.equal(problem.code, 'autoyast-macro-value');
		assert.equal(source.text.slice(problem.start, problem.end), '#site.confirm#');
		assert.deepEqual(problem.related, related);
	});

	test('one wrong choice among right ones is a warning', () => {
		const values = { 'site.confirm': { type: 'string', choices: ['true', 'no'] } };
		assert.deepEqual(found(confirm, { values }), [
			'2 autoyast-macro-choice: <confirm> takes true or false; #site.confirm# may bring "no".',
		]);
	});

	test('the type of a setting is enough where every value of it is refused', () => {
		const values = { 'site.confirm': { type: 'integer' } };
		assert.deepEqual(found(confirm, { values }), [
			'2 autoyast-macro-value: <confirm> takes true or false; #site.confirm# can only bring a whole number.',
		]);
		assert.deepEqual(found(confirm, { values: { 'site.confirm': { type: 'boolean' } } }), []);
	});

	test('a part of a value can be a macro', () => {
		const body = '<bootloader><global><timeout config:type="integer">+#site.digit#</timeout></global></bootloader>';
		assert.deepEqual(found(body, { values: { 'site.digit': { type: 'string', choices: ['2', '3'] } } }), []);
		assert.match(
			found(body, { values: { 'site.digit': { type: 'string', choices: ['x'] } } }).join(),
			/can only bring "\+x"/,
		);
	});

	test('a macro between elements may stand for what is missing', () => {
		assert.deepEqual(found('<software><packages config:type="list">#site.packages#</packages></software>').length, 1);
		assert.deepEqual(found('#predefined.unattendSettings.preinstallConfig#\n<keyboard/>'), []);
	});

	test('marks of other tools are no wrong values', () => {
		for (const mark of ['${confirm}', '{{ confirm }}', '@CONFIRM@', '$confirm', '__CONFIRM__']) {
			assert.deepEqual(found(confirm.replace('#site.confirm#', mark)), []);
		}
	});
});

suite('AutoYaST: releases', () => {
	const peers = '<ntp-client><peers config:type="list"/></ntp-client>';

	test('what SLE 15 dropped is said with its successor', () => {
		assert.deepEqual(found(peers, { os: 'sles', release: '15.4' }), [
			'2 autoyast-product: For release 15.4 the installer needs a product: software/products is missing.'.replace(
				'2',
				'1',
			),
			'2 autoyast-element-unknown: <peers> is not known in <ntp-client>. ntp_servers takes its place since SLE 15.',
		]);
	});

	test('where nothing tells the release, it is information', () =>
		assert.deepEqual(found(peers), [
			'2 autoyast-element-old: <peers> is known only up to SLES 12 SP5. ntp_servers takes its place since SLE 15.',
		]));

	test('a comment, an address or an add-on tells the release', () => {
		for (const mark of ['<!-- SLES 12 SP5 -->', '<!-- http://mirror.example.com/SLE-12-SP5-Server -->'])
			assert.deepEqual(found(`${mark}${peers}`), []);
	});

	test('a section that SLE 15 dropped is right for SLE 12', () => {
		assert.deepEqual(found('<ca_mgm/>', { os: 'sles', release: '12.5' }), []);
		assert.match(found('<ca_mgm/>').join(), /element-old/);
		assert.match(found('<ca_mgm/>', { os: 'sles', release: '15.5' }).join(), /section-obsolete/);
	});

	test('sections of Open Enterprise Server are known', () =>
		assert.deepEqual(found('<nss/>\n<ncs/>\n<ncpserver/>'), []));

	test('and is right for SLE 12', () => assert.deepEqual(found(peers, { os: 'sles', release: '12.5' }), []));

	test('elements of another module may come by XInclude', () => {
		assert.deepEqual(
			found('<files config:type="list"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="f.xml"/></files>'),
			[],
		);
	});
});

suite('AutoYaST: writing', () => {
	function complete(text: string): { items: CompletionItem[]; accept(label: string): string } {
		const { document, cursor } = marked(text, 'autoyast');
		const source = sourceOf(document.getText(), { uri: document.uri });
		const items = autoyastDialect.complete?.(source, document.offsetAt(cursor)) ?? [];
		return {
			items,
			accept(label) {
				const edit = items.find(item => item.label === label)?.textEdit;
				assert.ok(edit && 'range' in edit, `${label} is among ${items.map(item => item.label)}`);
				return applied(document, [edit]);
			},
		};
	}

	test('elements that fit complete with their type; those that are there do not come again', () => {
		const { items, accept } = complete(profile('<timezone>\n<hwclock>UTC</hwclock>\n<ti‸\n</timezone>'));
		assert.deepEqual(
			items.map(({ label }) => label),
			['timezone'],
		);
		assert.match(accept('timezone'), /<timezone>\$1<\/timezone>\n<\/timezone>/);
		const mode = complete(profile('<general><mode><‸</mode></general>'));
		assert.match(mode.accept('confirm'), /<mode><confirm config:type="boolean">\$1<\/confirm><\/mode>/);
	});

	test('a value takes the place of the whole word at the cursor', () => {
		const { accept } = complete(profile('<timezone><hwclock>local‸time</hwclock></timezone>'));
		assert.match(accept('UTC'), /<hwclock>UTC<\/hwclock>/);
	});

	test('sections complete in the profile, obsolete ones last', () => {
		const { items } = complete(profile('<‸'));
		const obsolete = items.find(({ label }) => label === 'inetd');
		assert.ok(items.some(({ label }) => label === 'partitioning'));
		assert.ok(obsolete?.sortText?.startsWith('1'));
	});

	test('a closing tag completes with the name that is open', () => {
		assert.match(complete(profile('<general><mode></‸')).accept('/mode'), /<mode><\/mode>/);
	});

	test('values, attributes and their values complete', () => {
		const values = complete(profile('<timezone><hwclock>‸</hwclock></timezone>'));
		assert.deepEqual(
			values.items.map(({ label }) => label),
			['localtime', 'UTC'],
		);
		const attributes = complete(profile('<users ‸></users>'));
		assert.match(attributes.accept('config:type'), /<users config:type="list">/);
		const types = complete(profile('<users config:type="‸"></users>'));
		assert.match(types.accept('list'), /config:type="list">/);
	});

	test('hover explains an element in our words', () => {
		const { document, cursor } = marked(
			profile('<general><mode><con‸firm config:type="boolean">x</confirm></mode></general>'),
		);
		const hover = autoyastDialect.hover?.(sourceOf(document.getText()), document.offsetAt(cursor));
		assert.match(
			(hover?.contents as MarkupContent | undefined)?.value ?? '',
			/boolean[\s\S]*waits for a click[\s\S]*`true`, `false`/,
		);
	});

	function repaired(text: string): string {
		const { document } = marked(text, 'autoyast');
		const source = sourceOf(document.getText(), { uri: document.uri });
		const diagnostics = toDiagnostics(document, autoyastDialect.validate(source), {});
		const [action] = dialectFixes(autoyastDialect, source, diagnostics);
		return appliedTo(document, action?.edit);
	}

	const repairs: readonly [name: string, wrong: string, right: string][] = [
		['adds the type', '<users/>', '<users config:type="list"/>'],
		['corrects the type', '<users config:type="map"/>', '<users config:type="list"/>'],
		[
			'corrects a boolean',
			'<ssh_import><import t="boolean">Yes</import></ssh_import>',
			'<ssh_import><import t="boolean">true</import></ssh_import>',
		],
		['renames both tags', '<timezone><hwclok>UTC</hwclok></timezone>', '<timezone><hwclock>UTC</hwclock></timezone>'],
		['closes an element', '<timezone>\n <hwclock>UTC', '<timezone>\n <hwclock>UTC</hwclock>'],
		['escapes', '<keyboard><keymap>a && b</keymap></keyboard>', '<keyboard><keymap>a &amp;&amp; b</keymap></keyboard>'],
		['quotes', '<users config:type=list/>', '<users config:type="list"/>'],
	];
	for (const [name, wrong, right] of repairs) {
		test(`a fix ${name}`, () => {
			if (name === 'closes an element') {
				assert.equal(repaired(profile(`${wrong}\n</timezone>`)), profile(`${right}\n</timezone>`));
			} else assert.equal(repaired(profile(wrong)), profile(right));
		});
	}

	test('a fix declares the prefix', () => {
		assert.equal(
			repaired('<profile xmlns="http://www.suse.com/1.0/yast2ns"><users config:type="list"/></profile>'),
			'<profile xmlns:config="http://www.suse.com/1.0/configns" xmlns="http://www.suse.com/1.0/yast2ns"><users config:type="list"/></profile>',
		);
	});

	test('formatting indents tags and touches no text', () => {
		const text = '<a>\n<b>\n      <c>x\n y</c>\n   <!-- n -->\n</b>\n   <d>t <e/>\n </d>\n  </a>\n';
		const source = sourceOf(text);
		const edits = autoyastDialect.format?.(source, { tabSize: 2, insertSpaces: true }) ?? [];
		const tidy = '<a>\n  <b>\n    <c>x\n y</c>\n    <!-- n -->\n  </b>\n  <d>t <e/>\n </d>\n</a>\n';
		assert.equal(applied(source.document, edits), tidy);
		assert.deepEqual(autoyastDialect.format?.(sourceOf(tidy), { tabSize: 2, insertSpaces: true }), []);
		assert.deepEqual(autoyastDialect.format?.(sourceOf('<a>\n<b>\n</a>'), { tabSize: 2, insertSpaces: true }), []);
	});

	test('the outline tells drives apart, and everything that spans lines folds', () => {
		const source = sourceOf(
			profile('<partitioning config:type="list">\n<drive>\n<device>/dev/sda</device>\n</drive>\n</partitioning>'),
		);
		const drive = autoyastDialect.symbols?.(source)[0]?.children?.[0]?.children?.[0];
		assert.deepEqual([drive?.name, drive?.detail], ['drive', '/dev/sda']);
		const folds = autoyastDialect.folding?.(source).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
		assert.deepEqual(folds, ['0-5', '1-4', '2-3']);
	});
});
