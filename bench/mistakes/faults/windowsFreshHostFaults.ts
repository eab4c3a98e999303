/** A second round of mistakes in Windows answer files: network, packages, and slips of the hand. */
import { swap } from '../edits';
import { type Edit, type FaultKind, kindsOf } from '../fault';
import { believed, frame, taught } from './windowsEdits';
import { block, component, inComponent } from './xmlBlocks';

const oobe = (text: string): Edit => inComponent('oobeSystem', 'Microsoft-Windows-Shell-Setup', text);
const special = (name: string, text: string): Edit => component('specialize', name, text);
const nic = (more: string): string =>
	`<Interfaces><Interface@+><Identifier>Ethernet</Identifier>${more}</Interface></Interfaces>`;
const servicing = (text: string): Edit => swap(/<\/unattend>/, block(`<servicing>${text}</servicing></unattend>`));
const identity =
	'<assemblyIdentity name="Microsoft-Windows-Foundation-Package" version="10.0.20348.1" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language=""/>';

export const windowsFreshHostFaults: readonly FaultKind[] = kindsOf('windows', [
	[
		'profiles-slashes',
		taught('ProfilesDirectory is a path', /<ProfilesDirectory>/),
		oobe('<FolderLocations><ProfilesDirectory>D:/Users</ProfilesDirectory></FolderLocations>'),
	],
	['protect-word', taught('ProtectYourPC: 1, 2, 3', /<ProtectYourPC>/), swap(/(<ProtectYourPC>)\d/, '$1true')],
	[
		'oobe-boolean-case',
		taught('HideWirelessSetupInOOBE', /<HideWirelessSetupinOOBE>/),
		swap(/<OOBE>(?![\s\S]*HideWireless)/, '<OOBE>\n<HideWirelessSetupinOOBE>true</HideWirelessSetupinOOBE>'),
	],
	[
		'dhcp-element',
		taught('DhcpEnabled', /<DHCPEnabled>/),
		special('Microsoft-Windows-TCPIP', nic('<Ipv4Settings><DHCPEnabled>false</DHCPEnabled></Ipv4Settings>')),
	],
	[
		'tcpip-settings-name',
		taught('Ipv4Settings', /<IPv4Settings>/),
		special('Microsoft-Windows-TCPIP', nic('<IPv4Settings><DhcpEnabled>false</DhcpEnabled></IPv4Settings>')),
	],
	[
		'tcpip-metric-word',
		taught('Metric is a number', /<Metric>/),
		special(
			'Microsoft-Windows-TCPIP',
			nic('<Ipv4Settings><DhcpEnabled>false</DhcpEnabled><Metric>high</Metric></Ipv4Settings>'),
		),
	],
	[
		'route-without-prefix',
		taught('Prefix is required', /<Route /),
		special(
			'Microsoft-Windows-TCPIP',
			nic('<Routes><Route@+><Identifier>0</Identifier><NextHopAddress>192.0.2.1</NextHopAddress></Route></Routes>'),
		),
	],
	[
		'address-key-missing',
		taught('IpAddress bears wcm:keyValue', /<IpAddress /),
		special(
			'Microsoft-Windows-TCPIP',
			nic('<UnicastIpAddresses><IpAddress@+>192.0.2.10/24</IpAddress></UnicastIpAddresses>'),
		),
	],
	[
		'dns-order-name',
		taught('DNSServerSearchOrder', /<DnsServerSearchOrder>/),
		special(
			'Microsoft-Windows-DNS-Client',
			nic(
				'<DnsServerSearchOrder><IpAddress wcm:action="add" wcm:keyValue="1">192.0.2.53</IpAddress></DnsServerSearchOrder>',
			),
		),
	],
	[
		'dns-addresses-joined',
		taught('one address each', /<IpAddress /),
		special(
			'Microsoft-Windows-DNS-Client',
			nic(
				'<DNSServerSearchOrder><IpAddress wcm:action="add" wcm:keyValue="1">192.0.2.53,192.0.2.54</IpAddress></DNSServerSearchOrder>',
			),
		),
	],
	[
		'interface-identifier-missing',
		taught('Identifier is required', /<Interface /),
		special(
			'Microsoft-Windows-TCPIP',
			'<Interfaces><Interface@+><Ipv4Settings><DhcpEnabled>true</DhcpEnabled></Ipv4Settings></Interface></Interfaces>',
		),
	],
	[
		'join-domain-url',
		taught('JoinDomain is the name of a domain', /<JoinDomain>/),
		swap(/(<JoinDomain>)example\.net/, '$1ldap://example.net'),
	],
	[
		'join-credentials-user',
		taught('Username', /<UserName>/),
		swap(/<Username>joiner<\/Username>/, '<UserName>joiner</UserName>'),
	],
	[
		'unsecure-yes',
		taught('UnsecureJoin is true or false', /<UnsecureJoin>/),
		special(
			'Microsoft-Windows-UnattendedJoin',
			'<Identification><JoinDomain>example.net</JoinDomain><UnsecureJoin>yes</UnsecureJoin></Identification>',
		),
	],
	[
		'firewall-active-on',
		taught('Active is true or false', /<Active>/),
		special(
			'Networking-MPSSVC-Svc',
			'<FirewallGroups><FirewallGroup wcm:action="add" wcm:keyValue="a"><Active>on</Active><Group>Remote Desktop</Group><Profile>all</Profile></FirewallGroup></FirewallGroups>',
		),
	],
	[
		'firewall-prefix',
		taught('DomainProfile_EnableFirewall', /<Domain_EnableFirewall>/),
		special('Networking-MPSSVC-Svc', '<Domain_EnableFirewall>true</Domain_EnableFirewall>'),
	],
	[
		'esc-component',
		taught('Microsoft-Windows-IE-ESC', /name="/),
		special('Microsoft-Windows-IE-ESE', '<IEHardenAdmin>false</IEHardenAdmin>'),
	],
	[
		'esc-in-oobe',
		taught('IE-ESC in specialize', /IE-ESC|IEHarden/),
		component('oobeSystem', 'Microsoft-Windows-IE-ESC', '<IEHardenAdmin>false</IEHardenAdmin>'),
	],
	[
		'driver-path-lone',
		taught('Path stands in PathAndCredentials', /<Path>/),
		component(
			'offlineServicing',
			'Microsoft-Windows-PnpCustomizationsNonWinPE',
			'<DriverPaths><Path>D:\\drivers</Path></DriverPaths>',
		),
	],
	[
		'update-element',
		taught('names of settings', /<SkipAutoActivaton>/),
		special('Microsoft-Windows-Security-SPP-UX', '<SkipAutoActivaton>true</SkipAutoActivaton>'),
	],
	[
		'package-action',
		frame('action: install, configure, stage, remove', /<package/),
		servicing(`<package action="enable">${identity}</package>`),
	],
	[
		'package-identity',
		frame('assemblyIdentity is required', /<package/),
		servicing('<package action="install"><source location="D:\\a.cab"/></package>'),
	],
	[
		'selection-attribute',
		frame('state', /<selection/),
		servicing(`<package action="configure">${identity}<selection name="A" enabled="true"/></package>`),
	],
	[
		'pass-element',
		frame('pass is an attribute', /<settings>|<pass>/),
		swap(/<settings pass="specialize">/, '<settings><pass>specialize</pass>'),
	],
	[
		'component-name-lost',
		frame('name is required', /<component/),
		swap(/<component name="Microsoft-Windows-Shell-Setup" /, '<component '),
	],
	[
		'settings-nested',
		frame('components stand in settings', /<settings/),
		swap(/(<settings pass="specialize">)/, '$1\n<settings pass="specialize"></settings>'),
	],
	[
		'attribute-comma',
		frame('attributes are parted by blanks', /,/),
		swap(/publicKeyToken="31bf3856ad364e35" language/, 'publicKeyToken="31bf3856ad364e35", language'),
	],
	[
		'attribute-glued',
		frame('attributes are parted by blanks', /neutral"versionScope/),
		swap(/language="neutral" versionScope/, 'language="neutral"versionScope'),
	],
	['end-tag-case', frame('tags agree in case', /<\/timeZone>|<\/timezone>/), swap(/<\/TimeZone>/, '</timeZone>')],
	[
		'xmlns-wcm-http',
		believed('the namespace of wcm', /xmlns:wcm/),
		swap(/http:\/\/schemas.microsoft.com\/WMIConfig/, 'https://schemas.microsoft.com/WMIConfig'),
	],
	[
		'comment-dashes',
		{ ...frame('no -- in a comment'), place: 'anywhere' },
		swap(/(<settings pass="specialize">)/, '<!-- site -- machine -->\n$1'),
	],
	[
		'less-than-command',
		frame('< is written &lt;', /sort </),
		oobe(
			'<FirstLogonCommands><SynchronousCommand@+><Order>1</Order><CommandLine>cmd /c sort < C:\\a.txt</CommandLine></SynchronousCommand></FirstLogonCommands>',
		),
	],
]);
