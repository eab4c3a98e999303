import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { onlyText } from '../../xml/xmlPlace';

/** The text of an element when it can be only one; `undefined` where a macro or a template mark leaves it open. */
export const literal = (source: UnattendSource, element: XmlElement | undefined): string | undefined =>
	onlyText(source, element)?.trim();
