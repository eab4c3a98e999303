/** An AutoYaST profile of about the wanted size in bytes: packages, users and files, each sort a third of it. */
export function sampleProfile(bytes) {
	const third = bytes / 3;
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE profile>
<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">
	<general>
		<mode>
			<confirm config:type="boolean">false</confirm>
		</mode>
	</general>
	<software>
		<products config:type="list">
			<product>SLES</product>
		</products>
		<packages config:type="list">
${filled(third, number => `\t\t\t<package>package${number}</package>\n`)}		</packages>
	</software>
	<users config:type="list">
${filled(third, user)}	</users>
	<files config:type="list">
${filled(third, file)}	</files>
</profile>
`;
}

/** An answer file for Windows of about the wanted size in bytes: commands of the first log-on. */
export function sampleAnswerFile(bytes) {
	return `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
	<settings pass="oobeSystem">
		<component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
			<FirstLogonCommands>
${filled(bytes, command)}			</FirstLogonCommands>
		</component>
	</settings>
</unattend>
`;
}

const user = number => `		<user>
			<username>${number === 0 ? 'root' : `user${number}`}</username>
			<user_password>!</user_password>
			<encrypted config:type="boolean">true</encrypted>
		</user>
`;

const file = number => `		<file>
			<file_path>/etc/site/part${number}.conf</file_path>
			<file_contents>value = ${number}</file_contents>
			<file_permissions>600</file_permissions>
		</file>
`;

const command = number => `				<SynchronousCommand wcm:action="add">
					<Order>${number + 1}</Order>
					<CommandLine>cmd /c echo step ${number}</CommandLine>
					<Description>Step ${number}</Description>
				</SynchronousCommand>
`;

function filled(bytes, piece) {
	let text = '';
	for (let number = 0; text.length < bytes; number++) text += piece(number);
	return text;
}
