import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';
import { fixed } from '../../xml/xmlVerbs';
import { oneComponent } from '../answerFile';

const right = oneComponent(
	'specialize',
	'Microsoft-Windows-DNS-Client',
	'<DNSSuffixSearchOrder><DomainName wcm:action="add" wcm:keyValue="1">example.net</DomainName></DNSSuffixSearchOrder>',
);
const found = (text: string): string[] => codes(dialect, sourceOf(text));
const broken = (part: string, by: string): string => {
	assert.ok(right.includes(part));
	return right.replace(part, by);
};

suite('Windows: attributes', () => {
	test('those of the outer schema are quiet, in any case of their values', () => {
		assert.deepEqual(found(right), []);
		assert.deepEqual(found(broken(' versionScope="nonSxS"', '')), []);
		assert.deepEqual(found(broken('versionScope="nonSxS"', 'versionScope="NonSxs" version="10.0.1.2"')), []);
		assert.deepEqual(found(broken('<settings pass', '<settings wasPassProcessed="true" pass')), []);
		assert.deepEqual(found(broken('xmlns:wcm', 'xmlns:cpi="urn:schemas-microsoft-com:cpi" cpi:x="1" xmlns:wcm')), []);
	});

	const renamed: readonly [what: string, name: string, by: string][] = [
		['one with a slip', 'versionScope', 'versionScpoe'],
		['one in another case', 'processorArchitecture', 'ProcessorArchitecture'],
		['the only one that is missing', 'component name', 'component id'],
		['the pass', 'settings pass', 'settings phase'],
		['the action of an entry', 'wcm:action', 'wcm:actoin'],
		['an action without its prefix', 'wcm:action', 'action'],
		['the key of an entry', 'wcm:keyValue', 'wcm:keyvalue'],
	];
	for (const [what, name, by] of renamed) {
		test(`a misspelt attribute is one report: ${what}`, () => {
			const wrong = broken(name, by);
			assert.deepEqual(found(wrong), ['windows-attribute-unknown']);
			assert.equal(fixed(dialect, 'windows-attribute-unknown', wrong), right);
		});
	}

	test('an entry with a key needs one, and each its own', () => {
		const wrong = broken(' wcm:keyValue="1"', '');
		assert.deepEqual(found(wrong), ['windows-item-key']);
		assert.equal(fixed(dialect, 'windows-item-key', wrong), right);
		const twice = broken(
			'</DomainName>',
			'</DomainName><DomainName wcm:action="add" wcm:keyValue="1">b.net</DomainName>',
		);
		assert.deepEqual(found(twice), ['windows-entry-repeated']);
		assert.deepEqual(found(twice.replace('keyValue="1">b', 'keyValue="2">b')), []);
	});

	test('a prefix for another namespace is one report, not one for each entry', () => {
		const wrong = broken('2002/State', '2003/State');
		assert.deepEqual(found(wrong), ['windows-list-namespace']);
		assert.equal(fixed(dialect, 'windows-list-namespace', wrong), right);
	});

	test('a component is neutral, and of an architecture by its own name', () => {
		assert.deepEqual(found(broken('language="neutral"', 'language="en-US"')), ['windows-component-language']);
		const wrong = broken('"amd64"', '"x64"');
		assert.equal(fixed(dialect, 'windows-component-value', wrong), right);
	});
});
