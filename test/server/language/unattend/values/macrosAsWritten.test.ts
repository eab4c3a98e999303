import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { Context, Kind } from '../../../../../server/language/language';
import { languageFor } from '../../../../../server/language/languageService';
import { noLink } from '../../../../../server/language/links/link';
import { appliedTo } from '../../../../support/markers';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
const hostname = '#predefined.hostPlatforms.networkSettings.hostname#';
const job = '#predefined.otherSettings.jobId#';

const documentOf = (kind: Kind, text: string) => TextDocument.create('file:///site/file', kind, 1, text);

/** What is said of a text under a code, and the text after each fix. */
function told(kind: Kind, code: string, text: string): string[] {
	const document = documentOf(kind, text);
	const { validate, codeActions } = languageFor(kind);
	return validate(document, context)
		.filter(report => report.code === code)
		.flatMap(report => [
			String(report.message),
			...(codeActions?.(document, report.range, [report], context) ?? [])
				.filter(({ title }) => !title.startsWith('Switch off'))
				.map(({ title, edit }) => `${title}: ${appliedTo(document, edit)}`),
		]);
}

const namesIn = (symbols: readonly DocumentSymbol[]): string[] =>
	symbols.flatMap(({ name, detail, children = [] }) => [`${name}: ${detail}`, ...namesIn(children)]);

suite('reports, fixes and outlines show macros as they are written', () => {
	test('the value behind a doubled sign of equality', () => {
		assert.deepEqual(told('kickstart', 'kickstart-form', `network --hostname==${hostname}\n`), [
			`"--hostname" takes one sign of equality, not "=${hostname}".`,
			`Change to ${hostname}: network --hostname=${hostname}\n`,
		]);
	});

	test('of several macros each stays where it is, also beside letters that look like one', () => {
		const value = `MMMM-${job}${hostname}-${job}`;
		assert.deepEqual(told('kickstart', 'kickstart-form', `network --device=${job} --hostname==${value}\n`), [
			`"--hostname" takes one sign of equality, not "=${value}".`,
			`Change to ${value}: network --device=${job} --hostname=${value}\n`,
		]);
	});

	test('a macro behind the place of the report', () => {
		const [message = ''] = told('esxi', 'esxi-unknown-command', `upgrade=${job} --firstdisk\n`);
		assert.ok(message.startsWith(`ESXi has no kickstart command "upgrade=${job}"`), message);
	});

	test('a macro behind the place of the report, in a file that begins with a longer one', () => {
		const text = `#predefined.unattendSettings.preinstallConfig#\nupgrade=${job} --firstdisk\n`;
		const [message = ''] = told('esxi', 'esxi-unknown-command', text);
		assert.ok(message.startsWith(`ESXi has no kickstart command "upgrade=${job}"`), message);
	});

	test('the value of an XML attribute that lacks its quotes, and a tag to close', () => {
		assert.deepEqual(
			told('windows', 'xml-attribute-quotes', `<unattend><settings pass=${job}"></settings></unattend>`)[1],
			`Put the value in quotes: <unattend><settings pass="${job}"></settings></unattend>`,
		);
		assert.deepEqual(
			told('autoyast', 'xml-end-tag-missing', `<profile><a><${job}><b>`)[1],
			`Close all open elements: <profile><a><${job}><b></b></${job}></a>\n</profile>`,
		);
	});

	test('a word that is cut', () => {
		const word = `zerombr,${hostname}`;
		const [message = ''] = told('kickstart', 'kickstart-unknown-command', `${word}${job}\n`);
		assert.ok(message.includes(`"${word}#…"`), message);
	});

	test('outlines', () => {
		const outline = (kind: Kind, text: string) =>
			namesIn(languageFor(kind).symbols?.(documentOf(kind, text), context) ?? []);
		assert.deepEqual(outline('autoyast', `<profile><host><name>${job}</name></host></profile>`), [
			'profile: undefined',
			`host: ${job}`,
			`name: ${job}`,
		]);
		assert.deepEqual(
			outline('windows', `<unattend><a>x-${hostname}</a></unattend>`).at(-1),
			`a: x-${hostname.slice(0, 38)}…`,
		);
		assert.deepEqual(outline('kickstart', `upgrade${job} now\n`), [`upgrade${job}: now`]);
	});
});
