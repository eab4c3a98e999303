import type { Problem } from '../../../problem';

/** One attribute as written. Offsets are those of the document. */
export interface XmlAttribute {
	/** As written, with prefix. */
	readonly name: string;
	readonly prefix: string | undefined;
	readonly localName: string;
	/** `undefined` for an attribute without a prefix, and for a prefix that nothing declares. */
	namespace: string | undefined;
	readonly nameOffset: number;
	/** Decoded: references are replaced by their characters. */
	readonly value: string;
	/** Of the raw value, inside the quotes. */
	readonly valueOffset: number;
	readonly valueLength: number;
}

interface Placed {
	readonly offset: number;
	/** Of the whole node, end tag included. */
	length: number;
}

/** An element; `closeOffset` is where its end tag starts. */
export interface XmlElement extends Placed {
	readonly kind: 'element';
	/** As its tags say it; of a tag that is not finished, what its end tag says. */
	readonly name: string;
	readonly prefix: string | undefined;
	readonly localName: string;
	namespace: string | undefined;
	readonly parent: XmlElement | undefined;
	readonly attributes: readonly XmlAttribute[];
	children: readonly XmlNode[];
	/** Where the content starts: right after the `>` of the start tag. */
	contentOffset: number;
	/** Absent for `<a/>` and where the end tag is missing. */
	closeOffset: number | undefined;
	readonly selfClosing: boolean;
	/** Its own tags are at fault, so nothing about its content can be said. */
	broken: boolean;
}

/** Text between tags as written, references not yet decoded. */
interface XmlText extends Placed {
	readonly kind: 'text';
	readonly raw: string;
	/** Nothing but white space. */
	readonly blank: boolean;
}

/** A CDATA section; its text is what stands between the brackets. */
interface XmlCdata extends Placed {
	readonly kind: 'cdata';
	readonly raw: string;
	readonly blank: boolean;
}

/** Comment, processing instruction, XML declaration or DOCTYPE: nothing that a dialect reads. */
export interface XmlMarkup extends Placed {
	readonly kind: 'comment' | 'instruction' | 'declaration' | 'doctype';
}

export type XmlNode = XmlElement | XmlText | XmlCdata | XmlMarkup;

/** What the reader made of a text: a tree as far as it can be told, and everything an XML parser refuses. */
export interface XmlDocument {
	readonly root: XmlElement | undefined;
	/** Top-level nodes in document order, the root among them. */
	readonly children: readonly XmlNode[];
	readonly faults: readonly Problem[];
}

export const endOf = (node: Placed): number => node.offset + node.length;
