import { type Certainty, certainty, type UnknownFile } from '../dialect';
import { hasRootNear, xmlRoot } from '../xml/parse/xmlRoot';

/** Other people's XML has a root of that name, too: the namespace, or a typed element, is what only AutoYaST has. */
export function recogniseAutoyast({ isXml, text }: UnknownFile): Certainty {
	const root = isXml ? xmlRoot(text) : undefined;
	if (isXml && root?.name !== 'profile') {
		return hasRootNear(text, 'profile', 'http://www\\.suse\\.com/1\\.0/yast2ns') ? certainty.likely : certainty.none;
	}
	if (root?.name !== 'profile') return certainty.none;
	const isYast = /yast2ns|suse\.com\/1\.0\/configns/.test(root.attributes) || /\bconfig:type\s*=/.test(text);
	return isYast ? certainty.certain : certainty.none;
}
