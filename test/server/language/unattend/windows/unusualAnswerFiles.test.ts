import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { reports, sourceOf } from '../xml/unattendSources';
import { answerFile, component, identity, oneComponent, settings } from './answerFile';

const add = 'wcm:action="add"';
const create = (order: number, type: string, size: string): string =>
	`<CreatePartition ${add}><Order>${order}</Order><Type>${type}</Type>${size}</CreatePartition>`;
const modify = (order: number, id: number, more: string): string =>
	`<ModifyPartition ${add}><Order>${order}</Order><PartitionID>${id}</PartitionID>${more}</ModifyPartition>`;
const setup = (disks: string, target: string): string =>
	oneComponent(
		'windowsPE',
		'Microsoft-Windows-Setup',
		`<DiskConfiguration>${disks}</DiskConfiguration><ImageInstall><OSImage><InstallFrom><MetaData ${add}><Key>/IMAGE/NAME</Key><Value>Windows Server 2022 SERVERDATACENTER</Value></MetaData></InstallFrom>${target}</OSImage></ImageInstall><UserData><AcceptEula>true</AcceptEula></UserData>`,
	);
const shell = (pass: string, body: string): string => oneComponent(pass, 'Microsoft-Windows-Shell-Setup', body);
const password = (value: string, plain: string): string => `<Value>${value}</Value><PlainText>${plain}</PlainText>`;

/** Legal, and seldom seen. */
const files: readonly (readonly [what: string, text: string])[] = [
	[
		'a recovery partition before the one of the system',
		setup(
			`<Disk ${add}><DiskID>0</DiskID><WillWipeDisk>true</WillWipeDisk><CreatePartitions>${create(1, 'Primary', '<Size>500</Size>')}${create(2, 'EFI', '<Size>260</Size>')}${create(3, 'MSR', '<Size>128</Size>')}${create(4, 'Primary', '<Extend>true</Extend>')}</CreatePartitions><ModifyPartitions>${modify(1, 1, '<Format>NTFS</Format><Label>WinRE</Label><TypeID>DE94BBA4-06D1-4D40-A16A-BFD50179D6AC</TypeID>')}${modify(2, 2, '<Format>FAT32</Format>')}${modify(3, 3, '')}${modify(4, 4, '<Format>NTFS</Format><Letter>c</Letter>')}</ModifyPartitions></Disk>`,
			'<InstallTo><DiskID>0</DiskID><PartitionID>4</PartitionID></InstallTo>',
		),
	],
	[
		'a disk that keeps its partitions',
		setup(
			`<Disk ${add}><DiskID>0</DiskID><WillWipeDisk>false</WillWipeDisk><ModifyPartitions>${modify(1, 3, '<Format>NTFS</Format><Label>Windows</Label>')}</ModifyPartitions></Disk>`,
			'<InstallTo><DiskID>0</DiskID><PartitionID>3</PartitionID></InstallTo>',
		),
	],
	[
		'two disks, the second one for data',
		setup(
			`<Disk ${add}><DiskID>0</DiskID><WillWipeDisk>true</WillWipeDisk><CreatePartitions>${create(1, 'EFI', '<Size>100</Size>')}${create(2, 'MSR', '<Size>16</Size>')}${create(3, 'Primary', '<Extend>true</Extend>')}</CreatePartitions><ModifyPartitions>${modify(1, 1, '<Format>FAT32</Format>')}${modify(2, 3, '<Format>NTFS</Format><Letter>C</Letter>')}</ModifyPartitions></Disk><Disk ${add}><DiskID>1</DiskID><WillWipeDisk>true</WillWipeDisk><CreatePartitions>${create(1, 'Primary', '<Extend>true</Extend>')}</CreatePartitions><ModifyPartitions>${modify(1, 1, '<Format>NTFS</Format><Letter>D</Letter>')}</ModifyPartitions></Disk>`,
			'<InstallTo><DiskID>0</DiskID><PartitionID>3</PartitionID></InstallTo>',
		),
	],
	[
		'a name that Setup makes up, and a zone without summer time',
		shell('specialize', '<ComputerName>*</ComputerName><TimeZone>W. Europe Standard Time_dstoff</TimeZone>'),
	],
	['a name with the serial number', shell('specialize', '<ComputerName>%SERIALNUMBER%</ComputerName>')],
	[
		'numbers in the place of booleans',
		shell(
			'oobeSystem',
			'<OOBE><HideEULAPage>1</HideEULAPage><HideLocalAccountScreen>TRUE</HideLocalAccountScreen></OOBE>',
		),
	],
	[
		'a group in another language',
		shell(
			'oobeSystem',
			`<UserAccounts><LocalAccounts><LocalAccount ${add}><Name>Betrieb</Name><Group>Administratoren;Remotedesktopbenutzer</Group><Password>${password('YQBQAGEAcwBzAHcAbwByAGQA', 'false')}</Password></LocalAccount></LocalAccounts></UserAccounts>`,
		),
	],
	[
		'a log-on with an account of the domain',
		shell(
			'oobeSystem',
			`<AutoLogon><Domain>EXAMPLE</Domain><Enabled>true</Enabled><LogonCount>999</LogonCount><Username>deploy</Username><Password>${password('x', 'true')}</Password></AutoLogon>`,
		),
	],
	[
		'addresses of both kinds, and two name servers',
		answerFile(
			settings(
				'specialize',
				component(
					'Microsoft-Windows-TCPIP',
					`<Interfaces><Interface ${add}><Ipv6Settings><DhcpEnabled>false</DhcpEnabled></Ipv6Settings><Identifier>00-11-22-33-44-55</Identifier><UnicastIpAddresses><IpAddress ${add} wcm:keyValue="1">192.0.2.10/24</IpAddress><IpAddress ${add} wcm:keyValue="v6">2001:db8::10/64</IpAddress></UnicastIpAddresses><Routes><Route ${add}><Identifier>10</Identifier><Metric>29</Metric><NextHopAddress>2001:db8::1</NextHopAddress><Prefix>::/0</Prefix></Route></Routes></Interface></Interfaces>`,
				),
				component(
					'Microsoft-Windows-DNS-Client',
					`<DNSDomain>example.net</DNSDomain><Interfaces><Interface ${add}><Identifier>00-11-22-33-44-55</Identifier><DNSServerSearchOrder><IpAddress ${add} wcm:keyValue="1">192.0.2.53</IpAddress><IpAddress ${add} wcm:keyValue="2">2001:db8::53</IpAddress></DNSServerSearchOrder></Interface></Interfaces>`,
				),
			),
		),
	],
	[
		'a domain that is joined with a prepared account',
		oneComponent(
			'specialize',
			'Microsoft-Windows-UnattendedJoin',
			'<Identification><Provisioning><AccountData>AAEC</AccountData></Provisioning></Identification>',
		),
	],
	[
		'a domain that is joined without an account',
		oneComponent(
			'specialize',
			'Microsoft-Windows-UnattendedJoin',
			'<Identification><JoinDomain>EXAMPLE</JoinDomain><UnsecureJoin>true</UnsecureJoin><MachinePassword>x</MachinePassword></Identification>',
		),
	],
	[
		'an account with its domain in the name',
		oneComponent(
			'specialize',
			'Microsoft-Windows-UnattendedJoin',
			'<Identification><Credentials><Username>joiner@example.net</Username><Password>#site.key#</Password></Credentials><JoinDomain>example.net</JoinDomain><MachineObjectOU>CN=Computers,DC=example,DC=net</MachineObjectOU></Identification>',
		),
	],
	[
		'layouts in several forms',
		oneComponent(
			'oobeSystem',
			'Microsoft-Windows-International-Core',
			'<InputLocale>0411:{03B5835F-F03C-411B-9CE2-AA23E1171E36}{A76C93D9-5523-4E90-AAFA-4DB112F9AC76};de-DE</InputLocale><SystemLocale>sr-Latn-RS</SystemLocale><UILanguage>en-us</UILanguage><UserLocale>es-ES_tradnl</UserLocale>',
		),
	],
	[
		'a firewall group by its resource, and one of another profile',
		oneComponent(
			'specialize',
			'Networking-MPSSVC-Svc',
			`<FirewallGroups><FirewallGroup ${add} wcm:keyValue="a b"><Active>true</Active><Group>@FirewallAPI.dll,-28752</Group><Profile>all</Profile></FirewallGroup></FirewallGroups>`,
		),
	],
	[
		'components of two architectures, written in capitals',
		answerFile(
			settings(
				'oobeSystem',
				component('microsoft-windows-shell-setup', '<OOBE><ProtectYourPC>3</ProtectYourPC></OOBE>'),
				component('Microsoft-Windows-Shell-Setup', '<OOBE><ProtectYourPC>3</ProtectYourPC></OOBE>').replace(
					'"amd64"',
					'"arm64"',
				),
			),
		),
	],
	[
		'packages before the settings, and what Windows SIM leaves behind them',
		answerFile(
			'<servicing><package action="configure"><assemblyIdentity name="Microsoft-Windows-Foundation-Package" version="10.0.17763.1" processorArchitecture="amd64" publicKeyToken="31BF3856AD364E35" language=""/><selection name="SMB1Protocol" state="false"/></package></servicing>',
			'<settings pass="offlineServicing"/>',
			'<cpi:offlineImage cpi:source="wim:d:/install.wim#Windows Server 2019" xmlns:cpi="urn:schemas-microsoft-com:cpi"/>',
		),
	],
	[
		'a command that cmd.exe runs, with its signs escaped',
		oneComponent(
			'windowsPE',
			'Microsoft-Windows-Setup',
			`<RunSynchronous><RunSynchronousCommand ${add}><Order>1</Order><Path>cmd.exe /c "echo a &gt; X:\\a.txt &amp;&amp; wpeutil reboot"</Path></RunSynchronousCommand></RunSynchronous>`,
		),
	],
	[
		'drivers on the medium',
		oneComponent(
			'offlineServicing',
			'Microsoft-Windows-PnpCustomizationsNonWinPE',
			`<DriverPaths><PathAndCredentials ${add} wcm:keyValue="1"><Path>%configsetroot%\\drivers</Path></PathAndCredentials><PathAndCredentials ${add} wcm:keyValue="2"><Path>.\\more</Path></PathAndCredentials></DriverPaths>`,
		),
	],
	['no settings at all', answerFile()],
	[
		'a component without a scope of its version',
		answerFile(
			settings(
				'specialize',
				`<component name="Microsoft-Windows-IE-ESC" ${identity.replace(' versionScope="nonSxS"', '')}><IEHardenAdmin>false</IEHardenAdmin></component>`,
			),
		),
	],
];

suite('Windows: what is unusual is not wrong', () => {
	for (const [what, text] of files)
		test(what, () => {
			const source = sourceOf(text, { values: { 'site.key': { type: 'string' } } });
			assert.deepEqual(reports(windowsDialect, source).filter(isLoud), []);
		});
});

/** Reports of rules that are information. */
const isLoud = (report: string): boolean =>
	!/windows-(?:password-plain|component-unlisted|setting-deprecated)\b/.test(report);
