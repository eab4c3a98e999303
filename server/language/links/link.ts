import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How one unattend file or script stands to configuration-settings files, as the shells found it. */
export interface Link {
	/** The linked configuration-settings file, when there is one and it could be read. */
	readonly config?: TextDocument | undefined;
	/** Its path as the manifest names it; set also when the file could not be read. */
	readonly configPath?: string | undefined;
	/** Short name of the operating system as the appliance spells it: `rhels`, `sles`, `win`, `esxi`. */
	readonly os?: string | undefined;
	/** Release as the appliance spells it: `9.4`, `12.3`, `2022`. */
	readonly osrelease?: string | undefined;
	readonly description?: string | undefined;
	/** Paths of every configuration-settings file that a manifest entry names for this file, the used one first. */
	readonly matches: readonly string[];
	/** Without a link: configuration-settings files nearby that declare some of the macros used, best first. */
	readonly candidates: readonly LinkCandidate[];
	/** A mistake in the manifest, which is reported there, may be why the file has no link or not the right one. */
	readonly isFaultOfManifest?: boolean | undefined;
	/** URI of the manifest that made the link, or of the nearest one in whose reach the file lies. */
	readonly manifestUri?: string | undefined;
}

/** A configuration-settings file that would fit. */
export interface LinkCandidate {
	readonly uri: string;
	/** Path relative to the unattend file's folder, `/`-separated. */
	readonly path: string;
	/** How many of the macros used it declares, and how many custom macros are used. */
	readonly declared: number;
	readonly used: number;
}

export const noLink: Link = { matches: [], candidates: [] };
