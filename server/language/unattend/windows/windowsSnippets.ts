import { english } from '../../../texts/texts';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed } from '../xml/parse/xmlTree';
import type { XmlSnippet } from '../xml/verbs/vocabulary';
import { disk, diskConfiguration, ordered } from './diskSnippets';
import { unattendNamespace, wcmNamespace } from './windowsTable';

/** The snippets for a place in an unattend file; whole files where there is no element yet. */
export function windowsSnippets(parent: XmlElement | undefined): readonly XmlSnippet[] {
	if (parent === undefined) return files;
	const { localName } = parent;
	if (localName === 'settings') {
		const pass = attributeNamed(parent, 'pass')?.value ?? '';
		return Object.hasOwn(components, pass) ? (components[pass] ?? []) : [];
	}
	return Object.hasOwn(entries, localName) ? (entries[localName] ?? []) : [];
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '\t');

const component = (name: string, body: string): string =>
	`<component name="Microsoft-Windows-${name}" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
${indented(body)}
</component>`;

const pass = (name: string, ...bodies: readonly string[]): string =>
	`<settings pass="${name}">\n${indented(bodies.join('\n'))}\n</settings>`;

const setupLanguage = component(
	'International-Core-WinPE',
	`<SetupUILanguage>
	<UILanguage>\${1:en-US}</UILanguage>
</SetupUILanguage>
<InputLocale>\${1:en-US}</InputLocale>
<SystemLocale>\${1:en-US}</SystemLocale>
<UILanguage>\${1:en-US}</UILanguage>
<UserLocale>\${1:en-US}</UserLocale>`,
);

const language = component(
	'International-Core',
	`<InputLocale>\${1:en-US}</InputLocale>
<SystemLocale>\${1:en-US}</SystemLocale>
<UILanguage>\${1:en-US}</UILanguage>
<UserLocale>\${1:en-US}</UserLocale>`,
);

const setup = (layout: 'UEFI' | 'BIOS'): string =>
	component(
		'Setup',
		`${diskConfiguration(layout)}
<ImageInstall>
	<OSImage>
		<InstallFrom>
			<MetaData wcm:action="add">
				<Key>/IMAGE/INDEX</Key>
				<Value>\${2:2}</Value>
			</MetaData>
		</InstallFrom>
		<InstallTo>
			<DiskID>0</DiskID>
			<PartitionID>${layout === 'UEFI' ? 3 : 2}</PartitionID>
		</InstallTo>
	</OSImage>
</ImageInstall>
<UserData>
	<AcceptEula>true</AcceptEula>
	<Organization>\${3:Example}</Organization>
</UserData>`,
	);

const identity = component(
	'Shell-Setup',
	`<ComputerName>#predefined.hostPlatforms.networkSettings.hostname#</ComputerName>
<ProductKey>#predefined.hostPlatforms.licenseKey#</ProductKey>
<TimeZone>\${4:UTC}</TimeZone>`,
);

const firstRun = component(
	'Shell-Setup',
	`<OOBE>
	<HideEULAPage>true</HideEULAPage>
	<ProtectYourPC>3</ProtectYourPC>
</OOBE>`,
);

const runAtSetup = component(
	'Deployment',
	`<RunSynchronous>
${indented(ordered('RunSynchronousCommand', 1, '<Path>cmd /c ${1:command}</Path>'))}
</RunSynchronous>`,
);

const join = component(
	'UnattendedJoin',
	`<Identification>
	<JoinDomain>\${1:example.org}</JoinDomain>
	<Credentials>
		<Domain>\${1:example.org}</Domain>
		<Username>\${2:join}</Username>
		<Password>\${3:#site.joinPassword#}</Password>
	</Credentials>
</Identification>`,
);

const file = (label: string, layout: 'UEFI' | 'BIOS'): XmlSnippet => ({
	label,
	detail: english('Windows Server, with the macros that the appliance recommends'),
	body: `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="${unattendNamespace}" xmlns:wcm="${wcmNamespace}">
${indented(
	[
		pass('windowsPE', setupLanguage, setup(layout)),
		pass('specialize', identity),
		pass('oobeSystem', language, firstRun),
		'#predefined.unattendSettings.preinstallConfig#',
		'#predefined.unattendSettings.postinstallConfig#',
	].join('\n'),
)}
</unattend>
`,
});

const files: readonly XmlSnippet[] = [
	file(english('unattended file: Windows Server, UEFI'), 'UEFI'),
	file(english('unattended file: Windows Server, BIOS'), 'BIOS'),
];

/** By pass. */
const components: Readonly<Record<string, readonly XmlSnippet[]>> = {
	windowsPE: [
		{ label: english('component: language of Setup'), detail: 'International-Core-WinPE', body: setupLanguage },
		{ label: english('component: disk and image, UEFI'), detail: 'Setup', body: setup('UEFI') },
		{ label: english('component: disk and image, BIOS'), detail: 'Setup', body: setup('BIOS') },
	],
	specialize: [
		{ label: english('component: name and product key'), detail: 'Shell-Setup', body: identity },
		{ label: english('component: commands'), detail: 'Deployment', body: runAtSetup },
		{ label: english('component: join a domain'), detail: 'UnattendedJoin', body: join },
	],
	oobeSystem: [
		{ label: english('component: language'), detail: 'International-Core', body: language },
		{ label: english('component: first run without questions'), detail: 'Shell-Setup', body: firstRun },
	],
};

const command = (name: string, setting: string): readonly XmlSnippet[] => [
	{
		label: english('{name}: run by cmd', { name }),
		detail: english('a command'),
		body: ordered(name, '${1:1}', `<${setting}>cmd /c \${2:command}</${setting}>`),
	},
];

/** By the element that they stand in. */
const entries: Readonly<Record<string, readonly XmlSnippet[]>> = {
	RunSynchronous: command('RunSynchronousCommand', 'Path'),
	FirstLogonCommands: command('SynchronousCommand', 'CommandLine'),
	LocalAccounts: [
		{
			label: english('LocalAccount: administrator'),
			detail: english('an account'),
			body: `<LocalAccount wcm:action="add">
	<Name>\${1:deploy}</Name>
	<Group>Administrators</Group>
	<Password>
		<Value>\${2:#site.password#}</Value>
		<PlainText>true</PlainText>
	</Password>
</LocalAccount>`,
		},
	],
	DiskConfiguration: [
		{ label: english('Disk: UEFI'), detail: english('EFI, MSR and Windows'), body: disk('UEFI') },
		{ label: english('Disk: BIOS'), detail: english('System and Windows'), body: disk('BIOS') },
	],
};
