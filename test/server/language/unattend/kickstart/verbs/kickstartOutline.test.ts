import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartSource } from '../kickstartSource';

const text = '# one\n# two\nlang en\n%packages\n@core\n%end\n%post --nochroot\nls\n';

suite('kickstart outline', () => {
	test('commands and sections in order', () => {
		const symbols = kickstartDialect.symbols?.(kickstartSource(text)) ?? [];
		assert.deepEqual(
			symbols.map(({ name, detail }) => [name, detail]),
			[
				['lang', 'en'],
				['%packages', ''],
				['%post', '--nochroot'],
			],
		);
	});

	test('sections and comments fold', () => {
		const ranges = kickstartDialect.folding?.(kickstartSource(text)) ?? [];
		assert.deepEqual(
			ranges.map(({ startLine, endLine }) => [startLine, endLine]),
			[
				[3, 5],
				[6, 8],
				[0, 1],
			],
		);
	});
});
