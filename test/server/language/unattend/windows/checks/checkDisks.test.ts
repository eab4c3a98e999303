import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';

interface Made {
	readonly type: string;
	readonly room?: string;
}

const size = '<Size>500</Size>';
const extend = '<Extend>true</Extend>';

/** A file that divides disk 0 and installs to its last partition. */
function file(made: readonly Made[], changed: Readonly<Record<string, string>>, wipe = 'true'): string {
	const created = made.map(
		({ type, room = size }, index) =>
			`<CreatePartition wcm:action="add"><Order>${index + 1}</Order><Type>${type}</Type>${room}</CreatePartition>`,
	);
	const modified = Object.entries(changed).map(
		([id, what], index) =>
			`<ModifyPartition wcm:action="add"><Order>${index + 1}</Order><PartitionID>${id}</PartitionID>${what}</ModifyPartition>`,
	);
	return `<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State"><settings pass="windowsPE"><component name="Microsoft-Windows-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral"><UserData><AcceptEula>true</AcceptEula></UserData><DiskConfiguration><Disk wcm:action="add"><DiskID>0</DiskID><WillWipeDisk>${wipe}</WillWipeDisk><CreatePartitions>${created.join('')}</CreatePartitions><ModifyPartitions>${modified.join('')}</ModifyPartitions></Disk></DiskConfiguration><ImageInstall><OSImage><InstallFrom><MetaData wcm:action="add"><Key>/IMAGE/INDEX</Key><Value>1</Value></MetaData></InstallFrom><InstallTo><DiskID>0</DiskID><PartitionID>${made.length}</PartitionID></InstallTo></OSImage></ImageInstall></component></settings></unattend>`;
}

const found = (text: string, values = {}): string[] => codes(dialect, sourceOf(text, { values }));
const fat = '<Format>FAT32</Format>';
const last: Made = { type: 'Primary', room: extend };

suite('Windows: disks', () => {
	const usual: readonly Made[] = [{ type: 'EFI' }, { type: 'MSR' }, last];

	test('the usual layouts are quiet, with a recovery partition in front too', () => {
		assert.deepEqual(found(file(usual, { 1: fat })), []);
		assert.deepEqual(found(file([{ type: 'Primary' }, ...usual], { 2: fat })), []);
		assert.deepEqual(found(file([{ type: 'Primary' }, last], { 1: '<Active>true</Active>' })), []);
		assert.deepEqual(found(file([last], {})), []);
	});

	test('an EFI partition is formatted with FAT32', () => {
		assert.deepEqual(found(file(usual, { 1: '<Format>NTFS</Format>' })), ['windows-efi-format']);
	});

	test('one partition of a disk is active', () => {
		const active = '<Active>true</Active>';
		const two: readonly Made[] = [{ type: 'Primary' }, last];
		assert.deepEqual(found(file(two, { 1: active, 2: active })), ['windows-partition-active']);
		assert.deepEqual(found(file(two, { 1: active, 2: '<Active>false</Active>' })), []);
	});

	test('an EFI partition without a format is left to Setup', () => {
		assert.deepEqual(found(file(usual, { 1: '<Label>System</Label>' })), []);
		assert.deepEqual(found(file(usual, { 3: fat })), []);
	});

	test('a reserved partition stands before the primary one', () => {
		assert.deepEqual(found(file([{ type: 'EFI' }, last], { 1: fat })), ['windows-disk-layout']);
		const behind = file([{ type: 'EFI' }, { type: 'Primary' }, { type: 'MSR' }], { 1: fat });
		const toPrimary = behind.replace(
			'<PartitionID>3</PartitionID></InstallTo>',
			'<PartitionID>2</PartitionID></InstallTo>',
		);
		assert.deepEqual(found(toPrimary), ['windows-disk-layout']);
		assert.deepEqual(found(behind), ['windows-install-kind'], 'and what gets the system matters more');
	});

	test('something on the disk starts', () => {
		assert.deepEqual(found(file([{ type: 'Primary' }, last], {})), ['windows-disk-start']);
		assert.deepEqual(found(file([{ type: 'MSR' }, last], {})), [], 'what it starts with is on another disk');
	});

	test('nothing follows the partition that takes the rest', () => {
		const text = file([{ type: 'EFI' }, { type: 'MSR' }, last, last], { 1: fat });
		assert.deepEqual(found(text), ['windows-partition-extend']);
	});

	test('a disk that is kept, or of which a macro says something, is not judged', () => {
		assert.deepEqual(found(file([{ type: 'EFI' }, last], {}, 'false')), []);
		assert.deepEqual(found(file([{ type: 'EFI' }, { type: '#site.type#' }, last], {})), []);
		assert.deepEqual(found(file(usual, { 1: '<Format>#site.format#</Format>' })), []);
		assert.deepEqual(found(file(usual, { '#site.partition#': '<Label>x</Label>' })), []);
	});

	test('a macro that can be one thing only is that thing', () => {
		const values = { 'site.format': { type: 'string', choices: ['NTFS'] } };
		assert.deepEqual(found(file(usual, { 1: '<Format>#site.format#</Format>' }), values), ['windows-efi-format']);
	});
});
