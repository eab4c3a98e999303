import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { marked } from '../../../../../support/markers';
import { kickstartSource } from '../kickstartSource';

function hovered(text: string, release = '9'): { words: string; on: string } | undefined {
	const { document, cursor } = marked(text, 'kickstart');
	const source = kickstartSource(document, { os: 'rhels', release });
	const found = kickstartDialect.hover?.(source, document.offsetAt(cursor));
	if (!found || !('value' in (found.contents as object))) return undefined;
	return { words: (found.contents as { value: string }).value, on: document.getText(found.range) };
}

suite('kickstart hover', () => {
	test('a command, its words and its standing', () => {
		const found = hovered('au‸th --enableshadow');
		assert.equal(found?.on, 'auth');
		assert.match(found?.words ?? '', /deprecated since RHEL 8/);
		assert.match(hovered('au‸th --enableshadow', '10')?.words ?? '', /not to RHEL 10/);
	});

	test('an option, also a shortened one', () => {
		assert.match(hovered('part / --si‸ze=4096')?.words ?? '', /\*\*--size\*\*=MiB of `part`/);
		assert.match(hovered('part / --si‸z=4096')?.words ?? '', /\*\*--size\*\*/);
		assert.match(hovered('logvol / --vg‸name=a')?.words ?? '', /Required/);
	});

	test('a section', () => {
		assert.match(hovered('%po‸st\n%end')?.words ?? '', /\*\*%post\*\*/);
	});

	test('nothing on values, bodies and unknown words', () => {
		assert.equal(hovered('part / --size=40‸96'), undefined);
		assert.equal(hovered('%post\nre‸boot\n%end'), undefined);
		assert.equal(hovered('fo‸o'), undefined);
	});
});
