import { type Certainty, certainty, type UnknownFile } from '../dialect';
import { hasRootNear, xmlRoot } from '../xml/parse/xmlRoot';

/** The namespace, or settings of a pass, are what only such a file has. */
export function recogniseWindows({ isXml, text }: UnknownFile): Certainty {
	const root = isXml ? xmlRoot(text) : undefined;
	if (isXml && root?.name !== 'unattend') {
		return hasRootNear(text, 'unattend', 'urn:schemas-microsoft-com:unattend') ? certainty.likely : certainty.none;
	}
	if (root?.name !== 'unattend') return certainty.none;
	const isOurs = /urn:schemas-microsoft-com:unattend/.test(root.attributes) || /<settings\b[^<>]*\bpass\s*=/.test(text);
	return isOurs ? certainty.certain : certainty.none;
}
