const kickstart = lines =>
	`#version=RHEL9\ntext\nreboot\nlang en_US.UTF-8\nkeyboard us\nrootpw --lock\n${lines}%packages\n@core\n%end\n`;

const answers = content => `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State"><settings pass="windowsPE"><component name="Microsoft-Windows-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${content}</component></settings></unattend>`;

const profile = content => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE profile>
<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">
${content}
</profile>
`;

const drives = each => count =>
	profile(
		`<partitioning config:type="list">${times(count, number => each(number).map(drive).join(''))}</partitioning>`,
	);

const drive = ([device, type, partition]) =>
	`<drive><device>/dev/${device}</device><type config:type="symbol">${type}</type><partitions config:type="list"><partition>${partition}</partition></partitions></drive>`;

/** By name a dialect and what makes a text with so many of one thing, of which each could be looked for in all others. */
export const crowdedUnattends = {
	'kickstart with volume groups': [
		'kickstart',
		count =>
			kickstart(
				times(
					count,
					number =>
						`part pv.${number} --size=1\nvolgroup vg${number} pv.${number}\nlogvol /m${number} --vgname=vg${number} --name=a --size=1\n`,
				),
			),
	],
	'kickstart with keys of users': [
		'kickstart',
		count =>
			kickstart(
				times(
					count,
					number => `user --name=u${number} --lock\nsshkey --username=u${number} "ssh-ed25519 AAAA${number}"\n`,
				),
			),
	],
	'Windows with CDATA sections': ['windows', count => answers('<![CDATA[ x ]]>'.repeat(count))],
	'Windows with attributes in one line': [
		'windows',
		count =>
			answers(
				`<DiskConfiguration>${times(count, number => `<Disk wcm:action="add"><DiskID>${number}</DiskID></Disk>`)}</DiskConfiguration>`,
			),
	],
	'Windows with end tags of another name': ['windows', count => answers(times(count, number => `<a>${number}</b>`))],
	'AutoYaST with volume groups': [
		'autoyast',
		drives(number => [
			[`vg${number}`, 'CT_LVM', `<lv_name>a</lv_name><mount>/m${number}</mount>`],
			[`sd${number}`, 'CT_DISK', `<lvm_group>vg${number}</lvm_group>`],
		]),
	],
	'AutoYaST with arrays': [
		'autoyast',
		drives(number => [
			[`md${number}`, 'CT_MD', `<mount>/m${number}</mount>`],
			[`sd${number}`, 'CT_DISK', `<raid_name>/dev/md${number}</raid_name>`],
		]),
	],
};

function times(count, piece) {
	let text = '';
	for (let number = 0; number < count; number++) text += piece(number);
	return text;
}
