import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { applied, marked } from '../../../../../support/markers';
import { kickstartSource } from '../kickstartSource';

function at(text: string) {
	const { document, cursor, ranges } = marked(text, 'kickstart');
	const source = kickstartSource(document);
	const offset = document.offsetAt(cursor);
	return { document, source, offset, ranges };
}

suite('kickstart names', () => {
	test('a use leads to where the partition is made', () => {
		const { source, offset, ranges } = at('part ⟦pv.01⟧ --size=1\nvolgroup vg pv.0‸1\n');
		assert.deepEqual(
			kickstartDialect.definition?.(source, offset).map(({ range }) => range),
			ranges,
		);
	});

	test('all mentions of a volume group', () => {
		const { source, offset, ranges } = at(
			'volgroup ⟦v‸g⟧ pv.01\nlogvol / --vgname=⟦vg⟧ --name=vg --size=1\nlogvol swap --vgname ⟦vg⟧ --name=s --size=1\n',
		);
		assert.deepEqual(
			kickstartDialect.references?.(source, offset).map(({ range }) => range),
			ranges,
		);
	});

	test('renaming changes every mention', () => {
		const { document, source, offset } = at('part raid.1‸ --size=1\nraid / --device=md0 --level=1 raid.1 raid.2\n');
		assert.equal(
			applied(document, kickstartDialect.rename?.(source, offset, 'raid.9') ?? []),
			'part raid.9 --size=1\nraid / --device=md0 --level=1 raid.9 raid.2\n',
		);
	});

	test('a name that cannot stand there is refused', () => {
		const { source, offset } = at('part pv.01‸ --size=1\n');
		assert.throws(() => kickstartDialect.rename?.(source, offset, 'data'), RangeError);
		assert.throws(() => kickstartDialect.rename?.(source, offset, 'pv.0 1'), RangeError);
	});

	test('users, groups and volumes have uses, too', () => {
		for (const text of [
			'user --name=⟦ad‸min⟧\nsshkey --username=⟦admin⟧ "ssh-ed25519 AAAA"\n',
			'group --name=⟦ops⟧\nuser --name=a --groups=wheel,⟦op‸s⟧\n',
			'logvol / --vgname=vg --name=⟦root⟧ --size=1\nsnapshot vg/⟦roo‸t⟧ --name=s --when=post-install\n',
		]) {
			const { source, offset, ranges } = at(text);
			assert.deepEqual(
				kickstartDialect.references?.(source, offset).map(({ range }) => range),
				ranges,
			);
		}
	});

	test('pools are told apart by their group', () => {
		const { source, offset, ranges } = at(
			'logvol none --vgname=a --thinpool --name=⟦po‸ol⟧ --size=1\nlogvol none --vgname=b --thinpool --name=pool --size=1\nlogvol / --vgname=a --thin --poolname=⟦pool⟧ --name=r --size=1\n',
		);
		assert.deepEqual(
			kickstartDialect.references?.(source, offset).map(({ range }) => range),
			ranges,
		);
	});
});
