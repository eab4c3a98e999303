/** Answer files for tests, put together from what matters. */
export const identity =
	'processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"';

export const component = (name: string, body: string): string =>
	`<component name="${name}" ${identity}>${body}</component>`;

export const settings = (pass: string, ...components: readonly string[]): string =>
	`<settings pass="${pass}">\n${components.join('\n')}\n</settings>`;

export const answerFile = (...passes: readonly string[]): string =>
	`<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">\n${passes.join('\n')}\n</unattend>`;

/** A file with one component. */
export const oneComponent = (pass: string, name: string, body: string): string =>
	answerFile(settings(pass, component(name, body)));
