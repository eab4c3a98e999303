import type { Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import type { Answer, AnswerObject } from '../language/deployment/answers';
import type { ApplianceValues } from '../language/deployment/applianceValues';
import type { FieldInput } from '../language/deployment/deployForm';
import type { Origin } from '../language/deployment/macroValues';
import type { Kind } from '../language/language';
import type { CheckedFile, FilesToUpload } from '../workspace/filesToUpload';

/**
 * Requests beyond LSP, the same names and shapes on both sides. All are optional for an editor: without them
 * diagnostics, completion, hover and navigation work just the same.
 */

/** What is this file to us? Asked for files whose language id does not say it yet. */
export const recogniseRequest = 'xclarity/recognise';
export interface RecogniseParams {
	readonly uri: string;
	readonly languageId: string;
	/** The text, or its first 64 KiB. */
	readonly text: string;
}
export interface RecogniseResult {
	readonly kind: Kind | undefined;
	/** The language under which an editor shows such a file. */
	readonly languageId: string | undefined;
	/** `listed`: a manifest or the file name says so, switch without asking. `content`: only its content says so. */
	readonly reason: 'listed' | 'content' | undefined;
}

/** Everything an upload of this file needs, read the same way the checks read it. */
export const filesToUploadRequest = 'xclarity/filesToUpload';
export interface FilesToUploadParams {
	readonly uri: string;
}
export type { CheckedFile };
export type FilesToUploadResult = FilesToUpload;

/** Configuration-settings files that an unattend file could be linked with, best first. */
export const linkCandidatesRequest = 'xclarity/linkCandidates';
export interface LinkCandidatesResult {
	readonly candidates: readonly {
		readonly uri: string;
		readonly path: string;
		readonly declared: number;
		readonly used: number;
	}[];
}

/** The edit that writes a link into the manifest; the client applies it. */
export const linkEditRequest = 'xclarity/linkEdit';
export interface LinkEditParams {
	readonly unattend: string;
	readonly config: string;
	readonly os?: string;
	readonly osrelease?: string;
}
export interface LinkEditResult {
	/** URI of the manifest, and its whole new text; the manifest may not exist yet. */
	readonly manifest: string;
	readonly text: string;
}

/** Sent by the server for files that lie on no disk, such as those of a repository that is open without a copy: bytes. */
export const readFileRequest = 'xclarity/readFile';
export interface ReadFileParams {
	readonly uri: string;
	/** A file of more bytes is not wanted. */
	readonly most: number;
}
/** `null` when there is no such file, or none that can be read. */
export type ReadFileResult = { readonly base64: string } | null;

/** Sent by the server for folders that lie on no disk: what is in one. */
export const readFolderRequest = 'xclarity/readFolder';
export interface ReadFolderParams {
	readonly uri: string;
}
/** `null` for a folder that may not be looked into. A link to a folder is no folder. */
export type ReadFolderResult = {
	readonly entries: readonly { readonly name: string; readonly isFolder: boolean }[];
} | null;

/** What an appliance said about a configuration-settings file, as diagnostics at the places in its text that it means. */
export const applianceReportRequest = 'xclarity/applianceReport';
export interface ApplianceReportParams {
	readonly uri: string;
	readonly faults: readonly {
		readonly text: string;
		/** Where in the file, in the appliance's own way. */
		readonly path?: string;
		/** Counted from 1. */
		readonly line?: number;
	}[];
	/** The text in which the appliance most likely counts lines. */
	readonly countedIn: string;
}
export interface ApplianceReportResult {
	readonly diagnostics: readonly Diagnostic[];
	/** Names, without hashes, of the macros that the file declares as we read it. */
	readonly macros: readonly string[];
}

/** Sent by the client when it has read what a connected appliance offers: completion and checks use it from then on. */
export const applianceNotification = 'xclarity/appliance';
export interface ApplianceParams {
	/** Predefined macros as the appliance writes them: `predefined.otherSettings.jobId`. */
	readonly macros: readonly string[];
	/** Supported systems by short name, with the releases that unattend files are taken for. */
	readonly systems?: readonly {
		readonly os: string;
		readonly name?: string;
		readonly unattendReleases: readonly string[];
	}[];
}

/** Whole files to start from. */
export const newFileRequest = 'xclarity/newFile';
export interface NewFileParams {
	readonly of: 'config' | 'unattend';
}
export interface NewFileResult {
	readonly templates: readonly {
		/** Stable, for scripts and keyboard shortcuts. */
		readonly id: string;
		readonly kind: Kind;
		/** The language under which an editor shows it. */
		readonly languageId: string;
		readonly label: string;
		readonly detail: string;
		/** The name that is proposed. */
		readonly fileName: string;
		readonly text: string;
	}[];
}

/** An unattend file as the installer of one server will read it; `null` for other files. */
export const finishedFileRequest = 'xclarity/finishedFile';
export interface FinishedFileParams {
	readonly uri: string;
	/** URI of the values file; the first one that answers the linked configuration-settings file when left out. */
	readonly values?: string | undefined;
	/** Counted from 0. */
	readonly server?: number | undefined;
	readonly escapesXml?: boolean | undefined;
	/** What the client has read from a connected appliance. */
	readonly appliance?: ApplianceValues | undefined;
}
export type { ApplianceValues };
export interface FinishedFileResult {
	readonly text: string;
	readonly languageId: string;
	readonly substitutions: readonly {
		/** In the finished text. */
		readonly range: Range;
		/** Of the macro, in the source. */
		readonly source: Range;
		/** Without hashes. */
		readonly macro: string;
		readonly origin: Origin | 'unresolved';
		/** Where the setting is declared, and what it is, in Markdown. */
		readonly setting?: { readonly uri: string; readonly range: Range; readonly description: string };
	}[];
	/** In the finished text. */
	readonly diagnostics: readonly Diagnostic[];
	/** URI of the values file that was used. */
	readonly values: string | undefined;
	/** The values files that there are, with what each calls its servers. */
	readonly choices: readonly { readonly uri: string; readonly name: string; readonly servers: readonly string[] }[];
}

/** What the deploy dialog asks for a configuration-settings file; `null` for other files. */
export const deployFormRequest = 'xclarity/deployForm';
export interface DeployFormParams {
	readonly uri: string;
}
export interface DeployFormResult {
	/** One value for all servers. */
	readonly common: readonly ShownEntry[];
	/** Asked again for each server. */
	readonly perServer: readonly ShownEntry[];
	/** False: a mistake in the file hides settings. */
	readonly isWhole: boolean;
	/** Where what is entered is saved; it may not exist yet. */
	readonly valuesUri: string;
	/** The values files that answer this file. */
	readonly valuesFiles: readonly { readonly uri: string; readonly name: string; readonly answers: EnteredAnswers }[];
}
export type { Answer, AnswerObject };

interface ShownSetting {
	/** Without number; the key in a values file and the step of the macro. */
	readonly name: string;
	readonly label: string;
	readonly help: string | undefined;
	/** Of the whole setting, in the configuration-settings file. */
	readonly range: Range;
}
export interface ShownField extends ShownSetting {
	readonly kind: 'field';
	readonly input: FieldInput;
	readonly isRequired: boolean;
	/** Stands there before anything is entered. */
	readonly default: string;
	readonly choices: readonly string[];
}
export interface ShownGroup extends ShownSetting {
	readonly kind: 'group';
	readonly entries: readonly ShownEntry[];
}
/** As many instances of the element as the operator adds. */
export interface ShownList extends ShownSetting {
	readonly kind: 'list';
	readonly element: ShownField | ShownGroup;
	readonly min: number;
	/** `undefined`: none is declared. */
	readonly max: number | undefined;
	readonly initial: number;
}
export type ShownEntry = ShownField | ShownGroup | ShownList;

/** What was entered, in the shape of a values file. */
export interface EnteredAnswers {
	readonly common: AnswerObject;
	readonly predefined: AnswerObject;
	readonly servers: readonly {
		readonly name: string | undefined;
		readonly values: AnswerObject;
		readonly predefined: AnswerObject;
	}[];
}

/** What the dialog refuses about what was entered, and the values file that holds it. */
export const checkAnswersRequest = 'xclarity/checkAnswers';
export interface CheckAnswersParams {
	readonly uri: string;
	readonly answers: EnteredAnswers;
}
export interface CheckAnswersResult {
	/** The path is that in the values file. */
	readonly faults: readonly { readonly path: readonly (string | number)[]; readonly sentence: string }[];
	/** Text of the values file, to be saved at `valuesUri`. */
	readonly text: string;
}

/** The repair of a whole file, as "Repair this file" does it, for an editor that says how it indents. */
export const repairRequest = 'xclarity/repair';
export interface RepairParams {
	readonly uri: string;
	/** How the editor indents this file; without, lines are indented as most of the file is. */
	readonly options?: { readonly tabSize: number; readonly insertSpaces: boolean } | undefined;
}
/** `null` where there is nothing to repair; `refused` says why a file is left as it is. */
export type RepairResult =
	| null
	| { readonly refused: string }
	| {
			/** Of the document that the edit is for. */
			readonly version: number;
			readonly edit: TextEdit;
			readonly count: number;
			/** What the repaired file does not have, as a sentence names it. */
			readonly leftOut: readonly string[];
	  };
