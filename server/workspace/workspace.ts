import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AroundWork } from '../language/atWorkOn';
import { answeredPath } from '../language/deployment/valuesLanguage';
import type { Context, Kind } from '../language/language';
import { dialectOf, kindByTarget } from '../language/languageService';
import type { ApplianceSystem } from '../language/links/applianceSystem';
import { isFaultyFor } from '../language/links/faultyLink';
import { type Link, type LinkCandidate, noLink } from '../language/links/link';
import type { Manifest } from '../language/links/manifest';
import { indexedManifest } from '../language/links/manifestIndex';
import { oncePerVersion } from '../language/oncePerVersion';
import type { SeverityOverrides } from '../language/rules';
import { applianceMacros } from './applianceMacros';
import { applianceSystems } from './applianceSystems';
import { ConfigCandidates } from './configCandidates';
import type { FileList, FileSystem } from './fileSystem';
import { FilesOnDisk } from './filesOnDisk';
import { canonicalUri, fileName, folderUri, joinUri, parentUri, relativePath } from './fileUri';
import { type IncludeSearch, Includes } from './includedFiles';
import { kindByContent } from './kindByContent';
import { type LinkedFile, linkedFilesOf, linkIn } from './linkedFiles';
import { manifestName } from './manifestName';
import { type OurFile, ourFilesBelow } from './ourFiles';
import { pathsBelow } from './pathsBelow';
import { ReadDocuments, type SetAsideFile } from './readDocuments';

/** A manifest with the folder that its paths start from. */
export interface PlacedManifest {
	readonly uri: string;
	readonly folder: string;
	readonly document: TextDocument;
	readonly manifest: Manifest;
}

/** What the person decided outside the files. */
export interface Preferences {
	/** Severities from settings; those of `xclarity.json` win. */
	readonly severities: SeverityOverrides;
	/** Gather also the other files linked with an unattend file's configuration file. */
	readonly acrossFiles?: boolean;
	/** URI of the configuration-settings file for every unattend file, over what its link says: `upload --config`. */
	readonly config?: string;
	/** Target for every file, over what its link says: the terminal's `--os` and `--osrelease`. */
	readonly target?: { readonly os?: string | undefined; readonly osrelease?: string | undefined } | undefined;
}

export interface WorkspaceOptions {
	readonly files: FileSystem;
	/** Documents that an editor has open now; their text wins over the disk. */
	readonly openDocuments: () => readonly TextDocument[];
	/** The one of a canonical URI, where a host finds it without a look at each. */
	readonly openDocument?: (uri: string) => TextDocument | undefined;
	/** URIs of the folders that are worked on. */
	readonly roots: () => readonly string[];
	/** Why the file of a canonical URI is left alone, whatever it says: reading it went wrong, and it is as it was then. */
	readonly whyLeftAlone?: (uri: string) => SetAsideFile['reason'] | undefined;
	/** What is done around all work on these files. */
	readonly aroundWork?: AroundWork | undefined;
}

type FilesBeside = Pick<Context, 'files' | 'isFileListCut'>;

/** What a context says of a list: the same object for the same list, so that work on it is done once. */
const filesBeside = oncePerVersion(
	(list: FileList, folder: string): FilesBeside => ({
		files: pathsBelow(list, folder).map(({ path }) => path),
		isFileListCut: list.isCut,
	}),
);

/** The files around a document: open text first, disk second. Answers are kept until `forget` is called. */
export class Workspace {
	readonly #options: WorkspaceOptions;
	readonly #disk: FilesOnDisk;
	readonly #documents: ReadDocuments;
	readonly #includes = new Includes();
	readonly #candidates = new ConfigCandidates();
	#appliance: Pick<Context, 'applianceMacros' | 'applianceSystems'> = { applianceMacros: [] };

	constructor(options: WorkspaceOptions) {
		this.#options = options;
		this.#disk = new FilesOnDisk(options.files, () => {
			this.#includes.forget();
			this.#candidates.forget();
		});
		this.#documents = new ReadDocuments(options, this.#disk);
	}

	/** Something changed on disk: with URIs only these files, and every list of files, are read again. */
	forget(uris?: readonly string[]): void {
		this.#includes.forget();
		this.#candidates.forget();
		if (!uris) this.#disk.forget();
		for (const uri of uris ?? []) this.#disk.forget(canonicalUri(uri));
	}

	/** Nobody tells when files change: each is looked at again when it is used next. */
	distrust(): void {
		this.#candidates.forget();
		this.#disk.distrust();
	}

	/** A file has other text than before; which files there are is the same. */
	forgetText(uri: string): void {
		this.#candidates.forget();
		this.#disk.forgetText(canonicalUri(uri));
	}

	/** From now on every context has the predefined macros, besides our own, and the systems that appliances list. */
	useAppliance(macros: readonly string[], systems?: readonly ApplianceSystem[]): void {
		this.#appliance = {
			applianceMacros: applianceMacros(macros),
			applianceSystems: systems && applianceSystems(systems),
		};
	}

	/** The document that an editor has open now; it changes with every edit. */
	openDocument(uri: string): TextDocument | undefined {
		return this.#documents.open(uri);
	}

	/**
	 * The text as an editor has it open, or as on disk; `undefined` when neither has it, or the file is set aside, so
	 * that nothing that is linked with it waits for it or fails with it.
	 */
	document(uri: string): Promise<TextDocument | undefined> {
		return this.#documents.document(uri);
	}

	/** A file that is there and is not read, with the reason. */
	setAside(uri: string): Promise<SetAsideFile | undefined> {
		return this.#documents.setAside(uri);
	}

	/** URIs of the files below a folder, as far as the host lists them. */
	async filesBelow(folder: string): Promise<readonly string[]> {
		return (await this.listBelow(folder)).uris;
	}

	/** The same, with what the host left out. */
	listBelow(folder: string): Promise<FileList> {
		return this.#disk.listBelow(folder);
	}

	/** The manifests in whose reach a file lies, the nearest first. */
	async manifestsAbove(uri: string): Promise<readonly PlacedManifest[]> {
		const found: PlacedManifest[] = [];
		for (let folder = parentUri(canonicalUri(uri)); folder !== undefined; folder = parentUri(folder)) {
			const manifestUri = joinUri(folder, manifestName);
			const document = await this.document(manifestUri);
			const manifest = document && this.#documents.unlessLeftAlone(manifestUri, () => indexedManifest(document));
			if (document && manifest) found.push({ uri: manifestUri, folder, document, manifest });
		}
		return found;
	}

	/** What a document is to us: manifests are asked first, then its name, language and content. */
	async kindOf(document: TextDocument): Promise<Kind | undefined> {
		const path = fileName(document.uri);
		const linked = await this.linkOf(document.uri);
		const recognised = kindByContent(document, linked?.os);
		if (recognised === 'manifest' || recognised === 'values') return recognised;
		// A text that is surely an unattend file is none of JSON, whatever a link says.
		const isJson = recognised === undefined || /^\s*[{[]/.test(document.getText());
		if (linked?.role === 'config' && isJson) return 'config';
		if (linked?.role === 'script') return 'script';
		return recognised ?? (linked?.role === 'unattend' ? kindByTarget(path, linked.os) : undefined);
	}

	/** How manifests speak of a file; `undefined` when none does. */
	async linkOf(uri: string): Promise<LinkedFile | undefined> {
		return linkIn(await this.manifestsAbove(uri), uri);
	}

	/** All that a verb may know besides the document. */
	async contextOf(document: TextDocument, kind: Kind, preferences: Preferences): Promise<Context> {
		const manifests = await this.manifestsAbove(document.uri);
		const folder = parentUri(canonicalUri(document.uri)) ?? document.uri;
		return {
			severities: { ...preferences.severities, ...manifests[0]?.manifest.rules },
			link: await this.#linkFor(document, kind, manifests, preferences),
			dependents: await this.#partners(document, kind, preferences),
			...this.#appliance,
			...(await this.#documents.encoding(document)),
			...(kind === 'manifest' || kind === 'values' ? await this.#filesBeside(folder) : { files: [] }),
			...(await this.#includes.around(document, dialectOf(kind), this.#search())),
			manifestUri: manifests[0]?.uri,
			manifest: manifests[0] && (await this.document(manifests[0].uri)),
		};
	}

	#filesBeside = async (folder: string): Promise<FilesBeside> => filesBeside(await this.listBelow(folder), folder);

	/** Whether a report about the manifest tells why the link of a file is not right. */
	async #isFaultOf(manifests: readonly PlacedManifest[], { uri }: TextDocument, link: Link): Promise<boolean> {
		const placed = manifests.find(manifest => manifest.uri === link.manifestUri);
		const manifest = placed && (await this.document(placed.uri));
		const path = placed && relativePath(placed.folder, uri);
		if (!manifest || !path) return false;
		const beside = await this.#filesBeside(placed.folder);
		return this.#documents.unlessLeftAlone(manifest.uri, () => isFaultyFor({ path, link }, manifest, beside)) === true;
	}

	#search(): IncludeSearch {
		return {
			document: uri => this.document(uri),
			listBelow: folder => this.listBelow(folder),
			isOpen: uri => this.openDocument(uri) !== undefined,
			isLink: uri => this.#disk.isLink(uri),
			roots: this.#options.roots().map(folderUri),
		};
	}

	/** The unattend files and scripts that manifests link with a configuration-settings file. */
	async dependentsOf(config: string): Promise<readonly TextDocument[]> {
		const found = new Map<string, TextDocument>();
		for (const placed of await this.manifestsAbove(config)) {
			const list = await this.listBelow(placed.folder);
			for (const uri of this.#documents.unlessLeftAlone(placed.uri, () => linkedFilesOf(placed, config, list)) ?? []) {
				const document = await this.document(uri);
				if (document) found.set(canonicalUri(uri), document);
			}
		}
		return [...found.values()];
	}

	/** Canonical URIs of the files whose checks rest on this one: for a manifest all that it names, too. */
	async touchedBy(uri: string): Promise<readonly string[]> {
		if (fileName(uri) !== manifestName) return (await this.dependentsOf(uri)).map(each => canonicalUri(each.uri));
		const touched: string[] = [];
		for (const below of await this.filesBelow(parentUri(uri) ?? uri)) {
			if ((await this.linkOf(below))?.manifestUri === uri) touched.push(below);
		}
		return touched;
	}

	/** A configuration-settings file needs the files that use it for every check; the others for work across files. */
	async #partners(document: TextDocument, kind: Kind, { acrossFiles }: Preferences): Promise<readonly TextDocument[]> {
		if (kind === 'config') return this.dependentsOf(document.uri);
		const config = acrossFiles ? (await this.linkOf(document.uri))?.configUri : undefined;
		return config === undefined ? [] : this.dependentsOf(config);
	}

	async #linkFor(
		document: TextDocument,
		kind: Kind,
		manifests: readonly PlacedManifest[],
		preferences: Preferences,
	): Promise<Link> {
		if (kind === 'config' || kind === 'manifest') return noLink;
		if (kind !== 'values') return this.#link(document, manifests, preferences);
		const configPath = answeredPath(document);
		const folder = parentUri(canonicalUri(document.uri));
		if (configPath === undefined || folder === undefined) return noLink;
		return { ...noLink, configPath, config: await this.document(joinUri(folder, configPath)) };
	}

	async #link(document: TextDocument, manifests: readonly PlacedManifest[], preferences: Preferences): Promise<Link> {
		const linked = linkIn(manifests, document.uri);
		const target = {
			os: preferences.target?.os ?? linked?.os,
			osrelease: preferences.target?.osrelease ?? linked?.osrelease,
		};
		if (preferences.config !== undefined) {
			const configPath = fileName(preferences.config);
			const config = await this.document(preferences.config);
			return { config, configPath, matches: [configPath], ...target, candidates: [], manifestUri: linked?.manifestUri };
		}
		if (!linked || linked.configUri === undefined) {
			const candidates = await this.candidatesOf(document, 'declaring');
			const manifestUri = linked?.manifestUri ?? manifests[0]?.uri;
			const link = { ...noLink, ...target, candidates, manifestUri };
			return { ...link, isFaultOfManifest: await this.#isFaultOf(manifests, document, link) };
		}
		const { configPath, matches, description, manifestUri } = linked;
		const config = await this.document(linked.configUri);
		const link = { config, configPath, matches, description, manifestUri, ...target, candidates: [] };
		if (config && matches.length === 1) return link;
		return { ...link, isFaultOfManifest: await this.#isFaultOf(manifests, document, link) };
	}

	/**
	 * The files below the roots that are ours: by name, because a manifest lists them, or, for the first few hundred
	 * others that could be, by their content.
	 */
	ourFiles(): Promise<readonly OurFile[]> {
		return ourFilesBelow(this.#options.roots(), this);
	}

	/** Configuration-settings files nearby, best first: those that declare some macro that a text uses, or all of them. */
	async candidatesOf(document: TextDocument, which: 'declaring' | 'all'): Promise<readonly LinkCandidate[]> {
		return this.#candidates[which](document, {
			document: uri => this.document(uri),
			filesBelow: folder => this.filesBelow(folder),
			openDocuments: this.#options.openDocuments,
			roots: this.#options.roots(),
		});
	}
}
