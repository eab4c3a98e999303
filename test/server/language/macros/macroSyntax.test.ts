import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { macrosOf } from '../../../../server/language/macros/uses';
import { hostileLength } from '../../../support/thorough';
import { vendorTable } from './macroTables';

const read = (text: string) => macrosOf(TextDocument.create('file:///a.ks', 'kickstart', 1, text), vendorTable);
/** What is no macro and was meant as one, as written and as meant. */
const foreign = (text: string): string[] =>
	read(text)
		.broken.filter(({ flaw }) => flaw === 'syntax')
		.map(({ start, end, name }) => `${text.slice(start, end)} for ${name}`);
const names = (text: string): string[] => read(text).references.map(({ name }) => name);

const locale = 'server-settings.server0.locale';

suite('macros in the syntax of other tools', () => {
	test('the names in one with blanks are where they stand', () => {
		const text = 'lang #server-settings server0 locale#\n';
		const segments = read(text).broken.flatMap(macro => macro.segments);
		assert.deepEqual(
			segments.map(({ start, end }) => text.slice(start, end)),
			['server-settings', 'server0', 'locale'],
		);
	});

	for (const written of [
		`\${${locale}}`,
		`{{ ${locale} }}`,
		`%${locale}%`,
		`@${locale}@`,
		`#{${locale}}`,
		`[[${locale}]]`,
		`<%= ${locale} %>`,
		`&#35;${locale}&#35;`,
		`##${locale}##`,
		`＃${locale}＃`,
		`#${locale}\u200b#`,
		`${locale}#`,
		locale,
		'#server-settings/server0/locale#',
		'\\#server-settings/server0/locale\\#',
		'#server-settings->server0->locale#',
		'#server-settings,server0.locale#',
		'#server-settings.server[0].locale#',
		'#server-settings server0 locale#',
		`#"${locale}"#`,
		`#${locale};`,
		`#{${locale}}#`,
		`#${locale}|en_US#`,
		`#${locale}!#`,
		`#upper(${locale})#`,
		'#server-settings.server*.locale#',
		`\`${locale}\``,
		`:${locale}:`,
		`$$${locale}$$`,
		`£${locale}£`,
		`#${locale}$$`,
		`##${locale}#`,
		`#${locale}##`,
		'#server-settings.server0 locale#',
		'#server-settings.server0.\nlocale#',
		'#server-settings.sеrver0.lоcale#',
		'##server-settings.server0#.locale#',
		'#server-settings.server0#locale#',
		'{{predefined.otherSettings.jobId}}',
	]) {
		test(`${written} is meant as a macro`, () => {
			const name = written.includes('jobId') ? 'predefined.otherSettings.jobId' : locale;
			assert.deepEqual(foreign(`lang ${written}`), [`${written} for ${name}`]);
			assert.deepEqual(foreign(`<language>${written}</language>`), [`${written} for ${name}`]);
		});
	}

	test('a name without a dot, where a value stands', () => {
		assert.deepEqual(foreign('--log=${logpath}'), ['${logpath} for logpath']);
		assert.deepEqual(foreign('<a>%logpath%</a>'), ['%logpath% for logpath']);
		assert.deepEqual(foreign('--log=logpath#'), ['logpath# for logpath']);
		assert.deepEqual(foreign('--log=#logpath'), ['#logpath for logpath']);
		assert.deepEqual(foreign('--log=# logpath #'), ['# logpath # for logpath']);
	});

	for (const marks of [
		'${{ … }}',
		'{{- … -}}',
		'#{ … }#',
		'${ … }',
		'%{…}',
		'[[ … ]]',
		'<% … %>',
		'<< … >>',
		'&lt;…&gt;',
		'%%…%%',
		'%…%',
		'@@…@@',
		'@…@',
		'~…~',
		'$$…$$',
		'$…$',
		'€…€',
		'\\#…\\#',
		'##…##',
		'#(…)#',
		'#.…:#',
		'#…;',
		'#…',
		'…#',
	]) {
		const written = marks.replace('…', 'logpath');
		test(`${written} is meant as a macro whose name has no dot`, () =>
			assert.deepEqual(foreign(`--log=${written}`), [`${written} for logpath`]));
	}

	test('a name without a dot is none between marks that stand around words of all kinds', () => {
		for (const marks of ["'…'", '`…`', ':…:', '$(…)', '%(…)s', '[…]', '{…}', '<…>', '«…»', '|…|', '$…', '…'])
			assert.deepEqual(foreign(`--log=${marks.replace('…', 'logpath')}`), [], marks);
	});

	test('between hashes that are not as they must be, other separators and a misspelt name are understood', () => {
		const slip = locale.replace('locale', 'locael').replace('.', '/');
		for (const marks of ['\\#…\\#', '##…##', '#(…)#', '#.…:#']) {
			const written = marks.replace('…', slip);
			assert.deepEqual(foreign(`lang ${written}`), [`${written} for ${locale}`]);
		}
		for (const marks of ['${…}', '{{…}}', '%…%', '@…@', '$…$', '#…;', '…#'])
			assert.deepEqual(foreign(`lang ${marks.replace('…', slip)}`), [], marks);
	});

	for (const text of [
		`lang #${locale}#`,
		`#${locale}##logpath#`,
		`# The language is ${locale}.`,
		`reboot # see ${locale}`,
		`<!-- ${locale} -->`,
		'%post\nlogpath=/tmp\necho ${logpath}\n%end',
		'#!/bin/sh\necho ${logpath} $logpath',
		'url --url=https://example.net/server-settings/server0/locale',
		`lang x${locale}`,
		'echo logpath',
		'## logpath ##',
		'## logpath',
		'lang ${other.name}',
	]) {
		test(`nothing else is meant in ${JSON.stringify(text)}`, () => assert.deepEqual(foreign(text), []));
	}

	test('a macro that merely lacks its last hash is told as that', () => {
		assert.deepEqual(
			read(`lang #${locale}\n`).broken.map(({ flaw }) => flaw),
			['unterminated'],
		);
	});

	test('a long text takes no time', () => {
		for (const unit of ['server-settings.', 'a.', '{{', '#', '${', '%logpath', 'x:', '<!--', '%post\n', '<![CDATA[']) {
			read(unit.repeat(hostileLength(5_000, 400_000) / unit.length));
		}
	});
});

suite('names between hashes that nothing declares', () => {
	test('where a value stands they are macros', () => {
		assert.deepEqual(names('network --vlanid=#vlan# --x'), ['vlan']);
		assert.deepEqual(names('lang #tongue#'), ['tongue']);
		assert.deepEqual(names('echo "rack #rack#" > x'), ['rack']);
		assert.deepEqual(names('<Path>#logdir#</Path>'), ['logdir']);
		assert.deepEqual(names('<Path>#logdir#\\a</Path>'), ['logdir']);
	});

	for (const text of [
		'#done#',
		'## done ##',
		'reboot now #done#',
		"sed 's#old#new#'",
		'<!-- <a>#old#</a> -->',
		'x#y#',
	]) {
		test(`not in ${JSON.stringify(text)}`, () => assert.deepEqual(names(text), []));
	}

	test('without a link only what can be no comment, unless the file has macros', () => {
		const unlinked = (text: string) =>
			macrosOf(TextDocument.create('file:///a.ks', 'kickstart', 1, text), undefined).references.map(({ name }) => name);
		assert.deepEqual(unlinked('lang #tongue#'), []);
		assert.deepEqual(unlinked('network --vlanid=#vlan#'), ['vlan']);
		assert.deepEqual(unlinked('lang #tongue#\nx #a.b#'), ['tongue', 'a.b']);
	});
});
