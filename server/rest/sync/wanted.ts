import type { TextType } from './uploadFile';

/** A stored file as it should be: its link, and for one in flight its true description. */
export interface Wanted {
	readonly imageType: TextType;
	readonly id: string;
	/** What a change has to carry along; undefined where the text is not known, or is no UTF-8. */
	readonly content?: string | undefined;
	readonly description?: string | undefined;
	/** '' for none; undefined leaves the link as it is. */
	readonly partnerId?: string | undefined;
	/** The import, or our last change, has named this partner. */
	readonly named?: string | undefined;
	/** For a configuration file, which has room for one partner: any unattend file that names it will do. */
	readonly orAnyUser?: boolean | undefined;
	/** Somebody else's: where files have one partner each, it may lose the link to one of ours again. */
	readonly yields?: boolean | undefined;
	/** Of a file in flight: to be taken out of its description. */
	readonly mark?: string | undefined;
}
