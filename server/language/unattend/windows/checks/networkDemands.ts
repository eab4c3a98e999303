import { english } from '../../../../texts/texts';
import { isAddress, isHostName, isIpv4 } from '../../values/addresses';
import type { SettingDemand } from './settingDemands';

const macAddress: SettingDemand = {
	code: 'windows-mac',
	expected: english('the name of an adapter, or its address with hyphens (00-11-22-33-44-55)'),
	accepts: text => !/^\s*[\da-f]{2}(:[\da-f]{2}){5}\s*$/i.test(text),
};

const ipAddress: SettingDemand = {
	code: 'windows-form',
	expected: english('an IP address'),
	needs: '.:',
	accepts: text => isAddress(text.trim()),
};

/** An address and the length of its network. */
function isNetwork(text: string): boolean {
	const [, ip = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
	return isAddress(ip) && (length === undefined || Number(length) <= (isIpv4(ip) ? 32 : 128));
}

const domain: SettingDemand = {
	code: 'windows-form',
	expected: english('a name of letters, digits and hyphens, joined with dots'),
	accepts: text => isHostName(text.trim()),
};

/** What settings of the network take; by component, without `Microsoft-Windows-`, and path. */
export const networkDemands: Readonly<Record<string, SettingDemand>> = {
	'TCPIP/Interfaces/Interface/Identifier': macAddress,
	'TCPIP/Interfaces/Interface/UnicastIpAddresses/IpAddress': {
		code: 'windows-form',
		expected: english('an IP address with the length of its network, such as 192.0.2.10/24'),
		needs: '.:',
		accepts: isNetwork,
	},
	'TCPIP/Interfaces/Interface/Routes/Route/NextHopAddress': ipAddress,
	'TCPIP/Interfaces/Interface/Routes/Route/Prefix': {
		code: 'windows-form',
		expected: english('a network such as 0.0.0.0/0'),
		accepts: text => isNetwork(text) || /^\s*\d{1,3}\s*$/.test(text),
	},
	'DNS-Client/Interfaces/Interface/DNSServerSearchOrder/IpAddress': ipAddress,
	'NetBT/Interfaces/Interface/NameServerList/IpAddress': ipAddress,
	'DNS-Client/DNSDomain': domain,
	'DNS-Client/DNSSuffixSearchOrder/DomainName': domain,
	'DNS-Client/Interfaces/Interface/DNSDomain': domain,
	'UnattendedJoin/Identification/JoinWorkgroup': {
		code: 'windows-form',
		expected: english('at most 15 characters without any of "/\\[]:;|=,+*?<>'),
		accepts: text => /^[^"/\\[\]:;|=,+*?<>]{1,15}$/.test(text.trim()),
	},
	'IE-ClientNetworkProtocolImplementation/HKLMProxyServer': {
		code: 'windows-form',
		expected: english('a server and its port, such as proxy.example.net:8080'),
		accepts: text => !/\s/.test(text.trim()),
	},
	'TapiSetup/TapiUnattendLocation/AreaCode': {
		code: 'windows-form',
		expected: english('digits'),
		accepts: text => /^\d*$/.test(text.trim()),
	},
};
