import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { placesAt, renameable, renamed } from '../xml/xmlVerbs';

const disks = (disk: string, partition: string, mark = '') => `<unattend><settings><component>
<DiskConfiguration><Disk><DiskID>${disk}</DiskID>
<CreatePartitions><CreatePartition><Order>1</Order></CreatePartition>
<CreatePartition><Order>${partition}</Order></CreatePartition></CreatePartitions>
<ModifyPartitions><ModifyPartition><Order>1</Order><PartitionID>${partition}</PartitionID></ModifyPartition></ModifyPartitions>
</Disk></DiskConfiguration>
<ImageInstall><OSImage><InstallTo><DiskID>${disk}</DiskID><PartitionID>${partition}${mark}</PartitionID></InstallTo></OSImage></ImageInstall>
</component></settings></unattend>`;

const accounts = (name: string, user: string, domain = '') => `<unattend><settings><component>
<UserAccounts><LocalAccounts><LocalAccount><Name>${name}</Name></LocalAccount></LocalAccounts></UserAccounts>
<AutoLogon><Username>${user}</Username><Domain>${domain}</Domain></AutoLogon>
</component></settings></unattend>`;

suite('Windows: names', () => {
	test('a partition is renumbered where it is made, changed and installed to', () => {
		assert.equal(renamed(dialect, disks('0', '2', '‸'), '3'), disks('0', '3'));
		assert.deepEqual(placesAt(dialect, 'definition', disks('0', '2', '‸')), ['4 2']);
		assert.deepEqual(placesAt(dialect, 'references', disks('0', '2', '‸')), ['4 2', '5 2', '7 2']);
	});

	test('a disk is renumbered with its target', () => {
		const text = disks('0', '2').replace('<DiskID>0', '<DiskID>‸0');
		assert.equal(renamed(dialect, text, '1'), disks('1', '2'));
	});

	test('numbers stay numbers and different', () => {
		assert.throws(() => renamed(dialect, disks('0', '2', '‸'), '1'), /1 is there already/);
		assert.throws(() => renamed(dialect, disks('0', '2', '‸'), 'two'), /numbered/);
	});

	test('a local account is renamed with the log-on, whatever the case', () => {
		assert.equal(renamed(dialect, accounts('dep‸loy', 'Deploy'), 'builder'), accounts('builder', 'builder'));
		assert.throws(() => renamed(dialect, accounts('dep‸loy', 'Deploy'), 'a/b'), /local account/);
	});

	test('an account of a domain is another one', () => {
		assert.deepEqual(placesAt(dialect, 'references', accounts('dep‸loy', 'deploy', 'example.org')), ['2 deploy']);
		assert.deepEqual(placesAt(dialect, 'references', accounts('dep‸loy', 'deploy', '.')), ['2 deploy', '3 deploy']);
	});

	test('tags are renamed in both places', () => {
		assert.equal(renameable(dialect, '<unattend><set‸tings/></unattend>'), 'settings');
	});
});
