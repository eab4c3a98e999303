/** Manifests may name scripts; the appliance takes them in another way than unattend files. */
const script = /\.(?:sh|py|pl|pm|ps1|cmd)$/i;

/**
 * The files that get the XClarity menu, for a when clause `resourcePath in …`. That key is spelled by the computer with
 * the window, which may have other slashes than the one with the files, so each path comes in both spellings.
 */
export const menuPaths = (paths: readonly string[]): readonly string[] => [
	...new Set(
		paths
			.filter(file => !script.test(file))
			.flatMap(file => [file, file.replaceAll('\\', '/'), file.replaceAll('/', '\\')]),
	),
];
