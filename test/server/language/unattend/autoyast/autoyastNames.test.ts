import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect as dialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { hostileLength } from '../../../../support/thorough';
import { placesAt, renameable, renamed } from '../xml/xmlVerbs';

const partitioning = (device: string, group: string) => `<profile>
<partitioning>
<drive><device>/dev/sda</device><partitions><partition><lvm_group>${group}</lvm_group></partition></partitions></drive>
<drive><device>${device}</device><type>CT_LVM</type></drive>
</partitioning>
</profile>`;

suite('AutoYaST: names', () => {
	test('a volume group is renamed where it is made and where it is used', () => {
		assert.equal(renamed(dialect, partitioning('/dev/system', 'sys‸tem'), 'data'), partitioning('/dev/data', 'data'));
	});

	test('its definition is the drive', () => {
		assert.deepEqual(placesAt(dialect, 'definition', partitioning('/dev/system', '‸system')), ['4 system']);
		assert.deepEqual(placesAt(dialect, 'references', partitioning('/dev/sy‸stem', 'system')), ['3 system', '4 system']);
	});

	test('two drives do not get the same name, and a name is one word', () => {
		const text = partitioning('/dev/sys‸tem', 'system');
		assert.throws(() => renamed(dialect, text, 'sda'), /^RangeError: sda is there already\.$/);
		assert.throws(() => renamed(dialect, text, 'a b'), /without blanks/);
		assert.throws(() => renamed(dialect, text, '/dev/data'), /without \/dev\//);
	});

	test('an account is known in groups and at the log-in', () => {
		const text = (name: string, mark = '') => `<profile><users><user><username>${name}${mark}</username></user></users>
<groups><group><userlist>root,${name},tux</userlist></group></groups>
<login_settings><autologin_user>${name}</autologin_user></login_settings></profile>`;
		assert.equal(renamed(dialect, text('deploy', '‸'), 'admin'), text('admin'));
	});

	test('an interface is known in bonds, routes and zones', () => {
		const text = (name: string, mark = '') => `<profile><networking><interfaces>
<interface><name>bond0</name><bonding_slave0>${name}</bonding_slave0></interface>
<interface><name>${name}</name></interface>
<interface><name>br0</name><bridge_ports>tap0 ${name}${mark}</bridge_ports></interface></interfaces>
<routing><routes><route><device>${name}</device></route></routes></routing></networking>
<firewall><zones><zone><interfaces><interface>${name}</interface></interfaces></zone></zones></firewall></profile>`;
		assert.equal(renamed(dialect, text('eth0', '‸'), 'eth1'), text('eth1'));
	});

	test('what a macro stands in is no name', () => {
		assert.equal(renameable(dialect, partitioning('/dev/#site.group#', '#site.gr‸oup#')), undefined);
	});
});

suite('tags', () => {
	test('both tags of an element are renamed, from either of them', () => {
		assert.equal(renamed(dialect, '<a><no‸te t="x">y</note></a>', 'text'), '<a><text t="x">y</text></a>');
		assert.equal(renamed(dialect, '<a><note>y</no‸te></a>', 'text'), '<a><text>y</text></a>');
		assert.equal(renamed(dialect, '<a><note‸/></a>', 'text'), '<a><text/></a>');
	});

	test('the name under the cursor is offered, and nothing beside it', () => {
		assert.equal(renameable(dialect, '<a><n‸ote t="x">y</note></a>'), 'note');
		assert.equal(renameable(dialect, '<a><note t="‸x">y</note></a>'), undefined);
		assert.equal(renameable(dialect, '<a><note>y‸z</note></a>'), undefined);
	});

	test('what is no XML name is refused', () => {
		assert.throws(() => renamed(dialect, '<a><n‸ote/></a>', '1st'), /^RangeError: An element cannot be called 1st\.$/);
		assert.throws(() => renamed(dialect, '<a><n‸ote/></a>', ''), RangeError);
	});

	test('a file of thousands of levels is renamed like any other', () => {
		const depth = hostileLength(2_000, 10_000);
		const deep = (inner: string) => `${'<a>'.repeat(depth)}${inner}${'</a>'.repeat(depth)}`;
		assert.equal(renamed(dialect, deep('<b‸/>'), 'c'), deep('<c/>'));
	});
});
