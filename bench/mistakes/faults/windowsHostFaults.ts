/** Mistakes of administrators in Windows answer files: commands, network, drivers and the frame of the file. */
import { swap } from '../edits';
import { type Edit, type FaultKind, kindsOf } from '../fault';
import { believed, frame, inferred, taught } from './windowsEdits';
import { block, component, inComponent } from './xmlBlocks';

const oobe = (text: string): Edit => inComponent('oobeSystem', 'Microsoft-Windows-Shell-Setup', text);
const special = (name: string, text: string): Edit => component('specialize', name, text);
const nic = (more: string): string =>
	`<Interfaces><Interface@+><Identifier>Ethernet</Identifier>${more}</Interface></Interfaces>`;

export const windowsHostFaults: readonly FaultKind[] = kindsOf('windows', [
	[
		'reboot-word',
		taught('WillReboot: Always, Never, OnRequest', /<WillReboot>/),
		special(
			'Microsoft-Windows-Deployment',
			'<RunSynchronous><RunSynchronousCommand@+><Order>1</Order><Path>cmd /c a</Path><WillReboot>true</WillReboot></RunSynchronousCommand></RunSynchronous>',
		),
	],
	[
		'deployment-in-oobe',
		taught('RunSynchronous in specialize or auditUser', /Deployment|<RunSynchronous>/),
		component(
			'oobeSystem',
			'Microsoft-Windows-Deployment',
			'<RunSynchronous><RunSynchronousCommand@+><Order>1</Order><Path>cmd /c a</Path></RunSynchronousCommand></RunSynchronous>',
		),
	],
	[
		'reseal-mode',
		taught('Mode: Audit, OOBE', /<Mode>/),
		component(
			'auditUser',
			'Microsoft-Windows-Deployment',
			'<Reseal><Mode>Specialize</Mode><ForceShutdownNow>false</ForceShutdownNow></Reseal>',
		),
	],
	[
		'address-without-prefix',
		inferred('address and prefix length', /<IpAddress /),
		special(
			'Microsoft-Windows-TCPIP',
			nic(
				'<Ipv4Settings><DhcpEnabled>false</DhcpEnabled></Ipv4Settings><UnicastIpAddresses><IpAddress wcm:action="add" wcm:keyValue="1">192.0.2.10</IpAddress></UnicastIpAddresses>',
			),
		),
	],
	[
		'address-mask',
		taught('address and prefix length', /<IpAddress /),
		special(
			'Microsoft-Windows-TCPIP',
			nic(
				'<Ipv4Settings><DhcpEnabled>false</DhcpEnabled></Ipv4Settings><UnicastIpAddresses><IpAddress wcm:action="add" wcm:keyValue="1">192.0.2.10/255.255.255.0</IpAddress></UnicastIpAddresses>',
			),
		),
	],
	[
		'dhcp-no',
		taught('DhcpEnabled is true or false', /<DhcpEnabled>/),
		special('Microsoft-Windows-TCPIP', nic('<Ipv4Settings><DhcpEnabled>no</DhcpEnabled></Ipv4Settings>')),
	],
	[
		'hop-not-address',
		taught('NextHopAddress is an address', /<NextHopAddress>/),
		special(
			'Microsoft-Windows-TCPIP',
			nic(
				'<Routes><Route@+><Identifier>0</Identifier><Prefix>0.0.0.0/0</Prefix><NextHopAddress>192.0.2</NextHopAddress></Route></Routes>',
			),
		),
	],
	[
		'mac-colons',
		taught('MAC with hyphens', /<Identifier>/),
		special(
			'Microsoft-Windows-TCPIP',
			'<Interfaces><Interface@+><Identifier>00:11:22:33:44:55</Identifier><Ipv4Settings><DhcpEnabled>true</DhcpEnabled></Ipv4Settings></Interface></Interfaces>',
		),
	],
	[
		'dns-by-name',
		taught('IpAddress is an address', /<IpAddress /),
		special(
			'Microsoft-Windows-DNS-Client',
			nic(
				'<DNSServerSearchOrder><IpAddress wcm:action="add" wcm:keyValue="1">dns.example.net</IpAddress></DNSServerSearchOrder>',
			),
		),
	],
	[
		'dns-suffix-element',
		taught('DNSSuffixSearchOrder holds DomainName', /<DomainName|<Domain |<DNSSuffix/),
		special(
			'Microsoft-Windows-DNS-Client',
			'<DNSSuffixSearchOrder><Domain wcm:action="add" wcm:keyValue="1">example.net</Domain></DNSSuffixSearchOrder>',
		),
	],
	[
		'netbios-three',
		taught('NetbiosOptions: 0, 1, 2', /<NetbiosOptions>/),
		special('Microsoft-Windows-NetBT', nic('<NetbiosOptions>3</NetbiosOptions>')),
	],
	[
		'ou-not-a-name',
		taught('MachineObjectOU is a distinguished name', /<MachineObjectOU>/),
		swap(
			/(<JoinDomain>example.net<\/JoinDomain>)(?!\s*<Machine)/,
			'$1\n<MachineObjectOU>example.net/Servers</MachineObjectOU>',
		),
	],
	[
		'join-without-password',
		taught('Credentials: Domain, Password, Username', /<Credentials>/),
		special(
			'Microsoft-Windows-UnattendedJoin',
			'<Identification><Credentials><Domain>example.net</Domain><Username>joiner</Username></Credentials><JoinDomain>example.net</JoinDomain></Identification>',
		),
	],
	[
		'join-outside',
		taught('JoinDomain stands in Identification', /<JoinWorkgroup>/),
		special('Microsoft-Windows-UnattendedJoin', '<JoinWorkgroup>WORKGROUP</JoinWorkgroup>'),
	],
	[
		'firewall-profile',
		taught('Profile: all, domain, private, public', /<Profile>/),
		special(
			'Networking-MPSSVC-Svc',
			'<FirewallGroups><FirewallGroup wcm:action="add" wcm:keyValue="a"><Active>true</Active><Group>Remote Desktop</Group><Profile>home</Profile></FirewallGroup></FirewallGroups>',
		),
	],
	[
		'rdp-deny-no',
		taught('fDenyTSConnections is true or false', /fDeny/),
		special('Microsoft-Windows-TerminalServices-LocalSessionManager', '<fDenyTSConnections>no</fDenyTSConnections>'),
	],
	[
		'rdp-deny-case',
		taught('fDenyTSConnections', /DenyTS/),
		special('Microsoft-Windows-TerminalServices-LocalSessionManager', '<FDenyTSConnections>false</FDenyTSConnections>'),
	],
	[
		'rdp-nla-two',
		taught('UserAuthentication: 0, 1', /<UserAuthentication>/),
		special(
			'Microsoft-Windows-TerminalServices-RDP-WinStationExtensions',
			'<UserAuthentication>2</UserAuthentication>',
		),
	],
	[
		'drivers-in-pe',
		taught('PnpCustomizationsNonWinPE in offlineServicing and auditSystem', /NonWinPE/),
		component(
			'windowsPE',
			'Microsoft-Windows-PnpCustomizationsNonWinPE',
			'<DriverPaths><PathAndCredentials wcm:action="add" wcm:keyValue="1"><Path>D:\\drivers</Path></PathAndCredentials></DriverPaths>',
		),
	],
	[
		'drivers-key-twice',
		inferred('each keyValue once', /keyValue="1"/),
		component(
			'offlineServicing',
			'Microsoft-Windows-PnpCustomizationsNonWinPE',
			'<DriverPaths><PathAndCredentials wcm:action="add" wcm:keyValue="1"><Path>D:\\a</Path></PathAndCredentials><PathAndCredentials wcm:action="add" wcm:keyValue="1"><Path>D:\\b</Path></PathAndCredentials></DriverPaths>',
		),
	],
	[
		'rearm-true',
		taught('SkipRearm: 0, 1', /<SkipRearm>/),
		component('generalize', 'Microsoft-Windows-Security-SPP', '<SkipRearm>true</SkipRearm>'),
	],
	[
		'persist-late',
		taught('PnpSysprep in generalize', /Persist|PnpSysprep/),
		special('Microsoft-Windows-PnpSysprep', '<PersistAllDeviceInstalls>true</PersistAllDeviceInstalls>'),
	],
	[
		'power-plan-name',
		taught('PreferredPlan is a GUID', /<PreferredPlan>/),
		special('Microsoft-Windows-powercpl', '<PreferredPlan>High performance</PreferredPlan>'),
	],
	[
		'home-page-bare',
		believed('Home_Page is an address', /<Home_Page>/),
		special('Microsoft-Windows-IE-InternetExplorer', '<Home_Page>intranet</Home_Page>'),
	],
	[
		'architecture-x64',
		frame('processorArchitecture: amd64, x86, …', /x64/),
		swap(/processorArchitecture="amd64"/, 'processorArchitecture="x64"'),
	],
	[
		'component-name-space',
		taught('names of components', /name="/),
		swap(/name="(Microsoft-Windows)-Shell-Setup"/, 'name="$1 Shell Setup"'),
	],
	[
		'action-remove-case',
		taught('wcm:action: add, modify, remove', /wcm:action="Add"/),
		swap(/wcm:action="add"/, 'wcm:action="Add"'),
	],
	[
		'action-attribute',
		frame('the attribute is wcm:action', / action="add"/),
		swap(/ wcm:action="add"/, ' action="add"'),
	],
	['pass-spelling', frame('specialize', /specialise/), swap(/pass="specialize"/, 'pass="specialise"')],
	['pass-lost', frame('pass is required', /<settings/), swap(/<settings pass="oobeSystem">/, '<settings>')],
	[
		'component-outside',
		frame('a component stands in settings', /<component/),
		swap(
			/<\/unattend>/,
			block(
				'<component name="Microsoft-Windows-IE-ESC" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"><IEHardenAdmin>false</IEHardenAdmin></component></unattend>',
			),
		),
	],
	[
		'setting-outside',
		frame('a setting stands in a component', /<TimeZone>/),
		swap(/(<settings pass="specialize">)/, '$1\n<TimeZone>UTC</TimeZone>'),
	],
	[
		'shell-and',
		frame('& is written &amp;', /&&/),
		oobe(
			'<FirstLogonCommands><SynchronousCommand@+><Order>1</Order><CommandLine>cmd /c a && cmd /c b</CommandLine></SynchronousCommand></FirstLogonCommands>',
		),
	],
	['curly-quotes', frame('quotes are straight', /“/), swap(/pass="specialize"/, 'pass=“specialize”')],
	[
		'root-capital',
		frame('the root is unattend', /Unattend/),
		text => text.replace('<unattend', '<Unattend').replace('</unattend>', '</Unattend>'),
	],
	['wcm-undeclared', { ...frame('the prefix is declared'), place: /wcm:/ }, swap(/ xmlns:wcm="[^"]*"/, '')],
	[
		'feature-state',
		believed('state is true or false', /<selection/),
		swap(
			/<\/unattend>/,
			block(
				'<servicing><package action="configure"><assemblyIdentity name="Microsoft-Windows-Foundation-Package" version="10.0.20348.1" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language=""/><selection name="TelnetClient" state="on"/></package></servicing></unattend>',
			),
		),
	],
]);
