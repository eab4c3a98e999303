import { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import type { FileEncoding } from '../language/fileEncoding';
import type { Context, Kind } from '../language/language';
import { dialectOf, kindByTarget, uploadedEndings } from '../language/languageService';
import type { ApplianceSystem } from '../language/links/applianceSystem';
import { candidatesFor } from '../language/links/candidates';
import { tellsOf } from '../language/links/faultyLink';
import { type Link, type LinkCandidate, noLink } from '../language/links/link';
import { addLink, type NewLink } from '../language/links/linkEdit';
import { type Manifest, readManifest } from '../language/links/manifest';
import { manifestProblems } from '../language/links/manifestProblems';
import { recognise } from '../language/recognise';
import type { SeverityOverrides } from '../language/rules';
import { applianceMacros } from './applianceMacros';
import { applianceSystems } from './applianceSystems';
import type { FileSystem } from './fileSystem';
import { canonicalUri, fileName, folderUri, joinUri, parentUri, relativePath } from './fileUri';
import { commonFolder, pathFrom } from './folderPaths';
import { type IncludeSearch, Includes } from './includedFiles';
import { type LinkedFile, linkedFileOf, linkedFilesOf } from './linkedFiles';

export const manifestName = 'xclarity.json';

/** A manifest with the folder that its paths start from. */
export interface PlacedManifest {
	readonly uri: string;
	readonly folder: string;
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
	/** URIs of the folders that are worked on. */
	readonly roots: () => readonly string[];
}

/** The files around a document: open text first, disk second. Answers are kept until `forget` is called. */
export class Workspace {
	readonly #options: WorkspaceOptions;
	readonly #documents = new Map<string, Promise<TextDocument | undefined>>();
	/** Of the files among them that are not plain UTF-8. */
	readonly #encodings = new Map<string, FileEncoding>();
	readonly #lists = new Map<string, Promise<readonly string[]>>();
	readonly #includes = new Includes();
	#appliance: Pick<Context, 'applianceMacros' | 'applianceSystems'> = { applianceMacros: [] };

	constructor(options: WorkspaceOptions) {
		this.#options = options;
	}

	/** Something changed on disk: with URIs only these files, and every list of files, are read again. */
	forget(uris?: readonly string[]): void {
		this.#lists.clear();
		this.#includes.forget();
		if (!uris) this.#documents.clear();
		for (const uri of uris ?? []) this.#documents.delete(canonicalUri(uri));
	}

	/** From now on every context has the predefined macros, besides our own, and the systems that appliances list. */
	useAppliance(macros: readonly string[], systems?: readonly ApplianceSystem[]): void {
		this.#appliance = {
			applianceMacros: applianceMacros(macros),
			applianceSystems: systems && applianceSystems(systems),
		};
	}

	/** The text as an editor has it open, or as on disk; `undefined` when neither has it. */
	async document(uri: string): Promise<TextDocument | undefined> {
		const key = canonicalUri(uri);
		const open = this.#options.openDocuments().find(document => canonicalUri(document.uri) === key);
		if (open) return open;
		let kept = this.#documents.get(key);
		if (!kept) {
			kept = this.#read(key);
			this.#documents.set(key, kept);
		}
		return kept;
	}

	async #read(key: string): Promise<TextDocument | undefined> {
		const { files } = this.#options;
		const found = files.readDecoded ? await files.readDecoded(key) : await files.read(key);
		if (found === undefined) return undefined;
		if (typeof found !== 'string' && found.encoding !== 'UTF-8') this.#encodings.set(key, found.encoding);
		else this.#encodings.delete(key);
		return TextDocument.create(key, '', 0, typeof found === 'string' ? found : found.text);
	}

	/** How a file that was read from the disk is written there; `undefined` for UTF-8 and for text open in an editor. */
	encodingOf(uri: string): FileEncoding | undefined {
		const key = canonicalUri(uri);
		const isOpen = this.#options.openDocuments().some(document => canonicalUri(document.uri) === key);
		return isOpen ? undefined : this.#encodings.get(key);
	}

	/** URIs of the files below a folder. */
	filesBelow(folder: string): Promise<readonly string[]> {
		let kept = this.#lists.get(folder);
		if (!kept) {
			kept = this.#options.files.list(folder);
			this.#lists.set(folder, kept);
		}
		return kept;
	}

	/** The manifests in whose reach a file lies, the nearest first. */
	async manifestsAbove(uri: string): Promise<readonly PlacedManifest[]> {
		const found: PlacedManifest[] = [];
		for (let folder = parentUri(canonicalUri(uri)); folder !== undefined; folder = parentUri(folder)) {
			const manifestUri = joinUri(folder, manifestName);
			const document = await this.document(manifestUri);
			if (document) found.push({ uri: manifestUri, folder, manifest: readManifest(document) });
		}
		return found;
	}

	/** What a document is to us: manifests are asked first, then its name, language and content. */
	async kindOf(document: TextDocument): Promise<Kind | undefined> {
		const path = fileName(document.uri);
		const recognised = recognise({ path, languageId: document.languageId, text: document.getText() });
		if (recognised === 'manifest') return recognised;
		const linked = await this.linkOf(document.uri);
		if (linked?.role === 'config') return 'config';
		if (linked?.role === 'script') return 'script';
		return recognised ?? (linked?.role === 'unattend' ? kindByTarget(path, linked.os) : undefined);
	}

	/** How manifests speak of a file; `undefined` when none does. */
	async linkOf(uri: string): Promise<LinkedFile | undefined> {
		for (const placed of await this.manifestsAbove(uri)) {
			const linked = linkedFileOf(placed, uri);
			if (linked) return linked;
		}
		return undefined;
	}

	/** All that a verb may know besides the document. */
	async contextOf(document: TextDocument, kind: Kind, preferences: Preferences): Promise<Context> {
		const manifests = await this.manifestsAbove(document.uri);
		const folder = parentUri(canonicalUri(document.uri)) ?? document.uri;
		return {
			severities: { ...preferences.severities, ...manifests[0]?.manifest.rules },
			link: kind === 'config' || kind === 'manifest' ? noLink : await this.#link(document, manifests, preferences),
			dependents: await this.#partners(document, kind, preferences),
			...this.#appliance,
			encoding: this.encodingOf(document.uri),
			files: kind === 'manifest' ? (await this.filesBelow(folder)).flatMap(uri => relativePath(folder, uri) ?? []) : [],
			...(await this.#includes.around(document, dialectOf(kind), this.#search())),
			manifestUri: manifests[0]?.uri,
			manifest: manifests[0] && (await this.document(manifests[0].uri)),
		};
	}

	#search(): IncludeSearch {
		return {
			document: uri => this.document(uri),
			filesBelow: folder => this.filesBelow(folder),
			isOpen: uri => this.#options.openDocuments().some(open => canonicalUri(open.uri) === uri),
			isLink: async uri => (await this.#options.files.isLink?.(uri)) ?? false,
			roots: this.#options.roots().map(folderUri),
		};
	}

	/** The unattend files and scripts that manifests link with a configuration-settings file. */
	async dependentsOf(config: string): Promise<readonly TextDocument[]> {
		const found = new Map<string, TextDocument>();
		for (const placed of await this.manifestsAbove(config)) {
			for (const uri of linkedFilesOf(placed, config, await this.filesBelow(placed.folder))) {
				const document = await this.document(uri);
				if (document) found.set(canonicalUri(uri), document);
			}
		}
		return [...found.values()];
	}

	/** A configuration-settings file needs the files that use it for every check; the others for work across files. */
	async #partners(document: TextDocument, kind: Kind, { acrossFiles }: Preferences): Promise<readonly TextDocument[]> {
		if (kind === 'config') return this.dependentsOf(document.uri);
		const config = acrossFiles ? (await this.linkOf(document.uri))?.configUri : undefined;
		return config === undefined ? [] : this.dependentsOf(config);
	}

	async #link(document: TextDocument, manifests: readonly PlacedManifest[], preferences: Preferences): Promise<Link> {
		const linked = await this.linkOf(document.uri);
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
			const candidates = await this.candidatesOf(document);
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

	/** Whether the manifest that a file is in reach of has a report of its own that tells why the link is not right. */
	async #isFaultOf(manifests: readonly PlacedManifest[], { uri }: TextDocument, link: Link): Promise<boolean> {
		const placed = manifests.find(manifest => manifest.uri === link.manifestUri);
		const manifest = placed && (await this.document(placed.uri));
		const path = placed && relativePath(placed.folder, uri);
		if (!manifest || path === undefined) return false;
		const files = (await this.filesBelow(placed.folder)).flatMap(file => relativePath(placed.folder, file) ?? []);
		return manifestProblems(manifest, { files }).some(problem => tellsOf(problem, path, link));
	}

	/**
	 * URIs of the files below the roots that are ours: by name, because a manifest lists them, or, for the first
	 * few hundred others that could be, by their content.
	 */
	async ourFiles(): Promise<readonly string[]> {
		const found = new Set<string>();
		let opened = 0;
		for (const root of this.#options.roots()) {
			for (const uri of await this.filesBelow(root)) {
				const path = fileName(uri);
				const known = recognise({ path, text: '' }) !== undefined || (await this.linkOf(uri)) !== undefined;
				if (known) found.add(uri);
				else if (mayBeOurs(path) && opened++ < mostOpened) {
					const document = await this.document(uri);
					if (document && recognise({ path, text: document.getText() })) found.add(uri);
				}
			}
		}
		return [...found];
	}

	/**
	 * The manifest that a link between two files belongs into, with its text after the link was written: the nearest
	 * one above both, or a new one in the nearest folder that holds both.
	 * @throws {RangeError} with a sentence for the person when the manifest cannot be edited.
	 */
	async linkEdit(link: NewLink): Promise<{ readonly manifest: string; readonly text: string }> {
		const placed = (await this.manifestsAbove(link.unattend)).find(
			({ folder }) => relativePath(folder, link.config) !== undefined,
		);
		const folder = placed?.folder ?? commonFolder(link.unattend, link.config);
		const manifest = joinUri(folder, manifestName);
		const unattend = relativePath(folder, link.unattend);
		const config = relativePath(folder, link.config);
		if (unattend === undefined || config === undefined) throw new RangeError('The two files have no folder in common.');
		const before = await this.document(manifest);
		const text = addLink(before?.getText(), { ...link, unattend, config });
		if (text === undefined)
			throw new RangeError(`${manifestName} cannot be read as JSON: correct it first, then link the files.`);
		return { manifest: before?.uri ?? manifest, text };
	}

	/** Configuration-settings files nearby that declare some of the macros that a text uses, best first. */
	async candidatesOf(document: TextDocument): Promise<readonly LinkCandidate[]> {
		if (!document.getText().includes('#')) return [];
		const own = parentUri(canonicalUri(document.uri));
		const root = this.#options.roots().find(folder => relativePath(folder, document.uri) !== undefined) ?? own;
		if (root === undefined || own === undefined) return [];
		const configs: TextDocument[] = [];
		for (const uri of await this.filesBelow(root)) {
			if (!uri.endsWith('.json') || fileName(uri) === manifestName) continue;
			const config = await this.document(uri);
			if (config && recognise({ path: fileName(uri), text: config.getText() }) === 'config') configs.push(config);
		}
		return candidatesFor(
			document.getText(),
			configs.map(config => ({ table: declaredMacros(config), path: pathFrom(own, config.uri) })),
		);
	}
}

/** Contents are looked at in a repository of unattend files, not in a home folder. */
const mostOpened = 500;

const mayBeOurs = (path: string): boolean => uploadedEndings.some(ending => path.toLowerCase().endsWith(ending));
