import type { UnattendSource } from '../../unattendSource';
import type { XmlAttribute, XmlElement } from '../parse/xmlNode';

/** One thing that may be written at a place. */
export interface Offer {
	readonly label: string;
	/** A few words beside the label: type, occurrence. */
	readonly detail?: string | undefined;
	readonly about?: string | undefined;
	/** Attributes that a new element starts with, ` config:type="list"` for instance. */
	readonly attributes?: string | undefined;
	/** The new element holds other elements. */
	readonly isContainer?: boolean | undefined;
	/** Sorts after the others. */
	readonly isLast?: boolean | undefined;
}

/** Several elements at once, written with places to fill. */
export interface XmlSnippet {
	readonly label: string;
	readonly detail: string;
	/** In snippet syntax, indented by tabs; starts with `<`. */
	readonly body: string;
}

/** What a dialect knows about the elements of its files; completion and hover are made from it. */
export interface Vocabulary {
	/** Elements that may stand in `parent`; without one, the root. */
	children(source: UnattendSource, parent: XmlElement | undefined): readonly Offer[];
	/** Snippets that fit in `parent`; without one, whole files. */
	snippets(source: UnattendSource, parent: XmlElement | undefined): readonly XmlSnippet[];
	attributes(source: UnattendSource, element: XmlElement): readonly Offer[];
	attributeValues(source: UnattendSource, element: XmlElement, attribute: XmlAttribute): readonly Offer[];
	/** Texts that the element may hold. */
	values(source: UnattendSource, element: XmlElement): readonly Offer[];
	/** Markdown about an element; `undefined` when nothing is known. */
	describe(source: UnattendSource, element: XmlElement): string | undefined;
	describeAttribute(source: UnattendSource, element: XmlElement, attribute: XmlAttribute): string | undefined;
}
