import type { FileServer } from '../imports/fileServers';
import type { Finding } from './finding';

/** A file on a server as the view shows it. */
export interface ContentFile {
	/** `OTHER`: drivers, scripts and the like, which are shown but not linked. */
	readonly type: 'UNATTEND' | 'CONFIG' | 'OTHER';
	readonly id: string;
	/** Fit to be shown. */
	readonly name: string;
	readonly description: string;
	/** Operating system and release, as far as they are told: `rhels 9.4`. */
	readonly system: string;
	/** Bytes. */
	readonly size: number | undefined;
	/** When it was imported, in the server's own time, as its id tells: `2026-11-23 12:57:48`. */
	readonly imported: string | undefined;
	/** Ids of all files that it is linked with, whichever side says so. */
	readonly partners: readonly string[];
	/** What is odd about it, for a person to repair. */
	readonly findings: readonly Finding[];
	/** False where the server says nothing about links of this file. */
	readonly showsLinks: boolean;
	/** The text, where the server gives it. */
	readonly text: string | undefined;
	/** The entry as the server gave it. */
	readonly raw: Readonly<Record<string, unknown>>;
}

export interface ContentProfile {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	/** False for one that came with its image, and goes with it alone. */
	readonly isCustom: boolean;
}

export interface ContentImage {
	readonly id: string;
	readonly name: string;
	readonly system: string;
	readonly profiles: readonly ContentProfile[];
}

export interface ContentJob {
	readonly id: string;
	readonly title: string;
	/** 0 to 100. */
	readonly percent: number | undefined;
	readonly status: string;
}

/** All that the view shows of one server. */
export interface ServerContents {
	readonly images: readonly ContentImage[];
	readonly unattends: readonly ContentFile[];
	readonly configs: readonly ContentFile[];
	readonly others: readonly ContentFile[];
	/** From which it fetches files itself; `undefined` when it does not tell. */
	readonly fileServers: readonly FileServer[] | undefined;
	/** Jobs that have not ended. */
	readonly jobs: readonly ContentJob[];
}
