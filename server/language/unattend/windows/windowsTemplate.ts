import { english } from '../../../texts/texts';
import type { NewFile } from '../dialect';

const component = (name: string, content: string): string =>
	`		<component name="${name}" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
${content}
		</component>`;

const locales = `			<InputLocale>en-US</InputLocale>
			<SystemLocale>en-US</SystemLocale>
			<UILanguage>en-US</UILanguage>
			<UserLocale>en-US</UserLocale>`;

const disk = `			<DiskConfiguration>
				<Disk wcm:action="add">
					<DiskID>0</DiskID>
					<WillWipeDisk>true</WillWipeDisk>
					<CreatePartitions>
						<CreatePartition wcm:action="add">
							<Order>1</Order>
							<Type>EFI</Type>
							<Size>260</Size>
						</CreatePartition>
						<CreatePartition wcm:action="add">
							<Order>2</Order>
							<Type>MSR</Type>
							<Size>16</Size>
						</CreatePartition>
						<CreatePartition wcm:action="add">
							<Order>3</Order>
							<Type>Primary</Type>
							<Extend>true</Extend>
						</CreatePartition>
					</CreatePartitions>
					<ModifyPartitions>
						<ModifyPartition wcm:action="add">
							<Order>1</Order>
							<PartitionID>1</PartitionID>
							<Format>FAT32</Format>
							<Label>System</Label>
						</ModifyPartition>
						<ModifyPartition wcm:action="add">
							<Order>2</Order>
							<PartitionID>3</PartitionID>
							<Format>NTFS</Format>
							<Label>Windows</Label>
							<Letter>C</Letter>
						</ModifyPartition>
					</ModifyPartitions>
				</Disk>
			</DiskConfiguration>`;

const image = `			<ImageInstall>
				<OSImage>
					<InstallFrom>
						<!-- 2: Standard with desktop. "dism /Get-ImageInfo" lists what your image holds. -->
						<MetaData wcm:action="add">
							<Key>/IMAGE/INDEX</Key>
							<Value>2</Value>
						</MetaData>
					</InstallFrom>
					<InstallTo>
						<DiskID>0</DiskID>
						<PartitionID>3</PartitionID>
					</InstallTo>
				</OSImage>
			</ImageInstall>
			<UserData>
				<AcceptEula>true</AcceptEula>
			</UserData>`;

const languages = `			<SetupUILanguage>
				<UILanguage>en-US</UILanguage>
			</SetupUILanguage>`;

const identity = `			<ComputerName>#predefined.hostPlatforms.networkSettings.hostname#</ComputerName>
			<ProductKey>#predefined.hostPlatforms.licenseKey#</ProductKey>
			<TimeZone>UTC</TimeZone>`;

const welcome = `			<OOBE>
				<HideEULAPage>true</HideEULAPage>
				<ProtectYourPC>3</ProtectYourPC>
			</OOBE>`;

/** Windows Server 2022: first disk with UEFI partitions, name and product key from the appliance. */
export const windowsTemplate: NewFile = {
	id: 'windows2022',
	label: 'Windows Server 2022',
	detail: english('Windows unattend: first disk, name and product key from the appliance'),
	fileName: 'unattend.xml',
	text: `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
	<settings pass="windowsPE">
${component('Microsoft-Windows-International-Core-WinPE', `${languages}\n${locales}`)}
${component('Microsoft-Windows-Setup', `${disk}\n${image}`)}
	</settings>
	<settings pass="specialize">
${component('Microsoft-Windows-Shell-Setup', identity)}
	</settings>
	<settings pass="oobeSystem">
${component('Microsoft-Windows-International-Core', locales)}
${component('Microsoft-Windows-Shell-Setup', welcome)}
	</settings>
	<!-- The appliance puts settings of its own in the place of these two lines. -->
	#predefined.unattendSettings.preinstallConfig#
	#predefined.unattendSettings.postinstallConfig#
</unattend>
`,
};
