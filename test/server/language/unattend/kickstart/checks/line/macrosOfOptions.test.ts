import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../../../server/language/unattend/kickstart/kickstartDialect';
import type { MacroValue } from '../../../../../../../server/language/unattend/unattendSource';
import { kickstartSource } from '../../kickstartSource';

/** What is said about a line with the macro `#site.x#`: codes, and what is to stand where the report is. */
function said(line: string, value: MacroValue = { type: 'string' }): string[] {
	const source = kickstartSource(`${line}\n`, { os: 'rhels', release: '9', values: { 'site.x': value } });
	return kickstartDialect
		.validate(source)
		.filter(({ code }) => /unknown-option|macro|extra-argument|one-of/.test(code))
		.map(({ code, start, end, facts }) =>
			[code, source.text.slice(start, end), ...(facts.replacement ? [String(facts.replacement)] : [])].join(' '),
		);
}

suite('kickstart: macros beside options', () => {
	for (const [line, ...reports] of [
		['url --ulr="#site.x#"', 'kickstart-unknown-option --ulr --url'],
		["url --ulr='#site.x#'", 'kickstart-unknown-option --ulr --url'],
		['url --url#site.x#', 'kickstart-unknown-option --url --url='],
		['url --url"#site.x#"', 'kickstart-unknown-option --url --url='],
		['url --ulr"#site.x#"', 'kickstart-unknown-option --ulr --url='],
		['url --url="#site.x#"'],
		// The macro may bring the rest of the name.
		['url --u#site.x#'],
	] as const)
		test(line, () => assert.deepEqual(said(line), reports));

	test('a macro that is a whole argument may bring an option, and else is one argument too many', () => {
		const options: MacroValue = { type: 'string', default: '--url=http://192.0.2.1/os' };
		assert.deepEqual(said('url #site.x#', options), []);
		assert.deepEqual(said('part /boot --size=1 #site.x#', options), []);
		assert.deepEqual(said('url #site.x#'), []);
		const address: MacroValue = { type: 'string', default: 'http://192.0.2.1/os' };
		assert.deepEqual(said('url #site.x#', address), ['kickstart-macro-choice #site.x#']);
	});
});
