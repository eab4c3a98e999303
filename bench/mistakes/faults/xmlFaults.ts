/** Slips in the spelling of XML, the same for AutoYaST profiles and Windows answer files. */
import { misspell, swap } from '../edits';
import { type Evidence, type FaultKind, kindsOf, type Subject } from '../fault';

const xml: Evidence = { source: 'XML 1.0, well-formedness', grade: 'reference' };
const near = (place: NonNullable<Evidence['place']>): Evidence => ({ ...xml, place });

/** A leaf that takes any text: elsewhere what is added would be a second mistake. */
const textLeaf =
	/^([ \t]+)<(fullname|append|home|KDUMP_SAVEDIR|sysconfig_value|file_contents|reg_code|Description|Label|Group|FullName|Organization|RegisteredOwner|RegisteredOrganization|DisplayName|CommandLine|Path)()>([^<>\n&]+)<\/\2>/m;
/** A leaf on a line of its own. */
const leaf = /^([ \t]+)<(\w[\w-]*)([^>\n]*)>([^<>\n&]+)<\/\2>/m;
const parentClose = /^([ \t]+)<\/(\w[\w-]*)>\r?\n/m;

export function xmlFaults(subject: Subject): FaultKind[] {
	const stray = (source: string): Evidence =>
		subject === 'autoyast'
			? { source: `AutoYaST schema: ${source}`, grade: 'reference' }
			: { source, grade: 'inferred' };
	return kindsOf(subject, [
		[
			'xml-end-tag-misspelt',
			xml,
			swap(leaf, (match, random) => match[0].replace(`</${match[2]}`, `</${misspell(match[2] ?? '', random)}`)),
		],
		['xml-end-tag-case', xml, swap(leaf, match => match[0].replace(`</${match[2]}`, `</${match[2]?.toUpperCase()}`))],
		['xml-end-tag-missing', xml, swap(leaf, '$1<$2$3>$4')],
		['xml-end-tag-slash-lost', xml, swap(leaf, '$1<$2$3>$4<$2>')],
		['xml-end-tag-bracket-lost', xml, swap(leaf, '$1<$2$3>$4</$2')],
		['xml-start-bracket-lost', xml, swap(leaf, '$1$2$3>$4</$2>')],
		['xml-start-close-lost', xml, swap(leaf, '$1<$2$3$4</$2>')],
		['xml-parent-end-missing', near('anywhere'), swap(parentClose, '')],
		['xml-parent-end-twice', xml, swap(parentClose, match => match[0] + match[0])],
		[
			'xml-crossed-tags',
			near('anywhere'),
			swap(/^([ \t]+)<\/(\w[\w-]*)>(\r?\n[ \t]*)<\/(\w[\w-]*)>/m, match =>
				match[2] === match[4] ? undefined : `${match[1]}</${match[4]}>${match[3]}</${match[2]}>`,
			),
		],
		['xml-blank-in-tag', xml, swap(leaf, '$1< $2$3>$4</$2>')],
		['xml-blank-in-end-tag', xml, swap(leaf, '$1<$2$3>$4</ $2>')],
		['xml-raw-ampersand', xml, swap(textLeaf, '$1<$2$3>$4 & more</$2>')],
		['xml-raw-less-than', xml, swap(textLeaf, '$1<$2$3>$4 < 5</$2>')],
		['xml-entity-unknown', xml, swap(textLeaf, '$1<$2$3>$4&nbsp;</$2>')],
		['xml-entity-open', xml, swap(textLeaf, '$1<$2$3>$4&amp</$2>')],
		['xml-attribute-unquoted', xml, swap(/ ([\w:]+)="([\w.-]+)"/, ' $1=$2')],
		['xml-attribute-open-quote', near('anywhere'), swap(/ ([\w:]+)="([\w.-]+)"/, ' $1="$2')],
		['xml-attribute-smart-quotes', xml, swap(/ ([\w:]+)="([\w.-]+)"/, ' $1=“$2”')],
		['xml-attribute-equals-lost', xml, swap(/ ([\w:]+)="([\w.-]+)"/, ' $1 "$2"')],
		['xml-attribute-twice', xml, swap(/ ([\w:]+)="([\w.-]+)"/, ' $1="$2" $1="$2"')],
		['xml-attributes-joined', xml, swap(/" (\w+:?\w*=")/, '"$1')],
		['xml-comment-open', near('anywhere'), swap(leaf, '$1<!-- see the wiki\n$1<$2$3>$4</$2>')],
		['xml-comment-hyphens', xml, swap(leaf, '$1<!-- one -- two -->\n$1<$2$3>$4</$2>')],
		['xml-comment-end', xml, swap(leaf, '$1<!- one ->\n$1<$2$3>$4</$2>')],
		['xml-comment-hash', stray('text between elements is no comment'), swap(leaf, '$1# one setting\n$1<$2$3>$4</$2>')],
		[
			'xml-comment-slashes',
			stray('text between elements is no comment'),
			swap(leaf, '$1// one setting\n$1<$2$3>$4</$2>'),
		],
		['xml-declaration-late', near(/<\?xml/), text => `\n${text}`],
		['xml-declaration-after-comment', near(/<\?xml/), text => `<!-- site -->\n${text}`],
		['xml-declaration-broken', near(/xml/), swap(/<\?xml ([^?]*)\?>/, '<?xml $1>')],
		['xml-two-roots', near('anywhere'), text => text + text.replace(/^<\?xml[^\n]*\n(?:<!DOCTYPE[^\n]*\n)?/, '')],
		['xml-root-end-missing', near('anywhere'), text => text.replace(/<\/(?:profile|unattend)>\s*$/, '')],
		['xml-text-behind-root', xml, text => `${text.trimEnd()}\nend of file\n`],
		[
			'xml-truncated',
			near('anywhere'),
			(text, random) => text.slice(0, Math.floor(text.length * (0.4 + 0.4 * random.fraction()))),
		],
		['xml-smart-apostrophe-tag', xml, swap(leaf, '$1‹$2$3›$4</$2>')],
		['xml-escaped', near('anywhere'), text => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
		['xml-fence', near(/```/), text => `\`\`\`xml\n${text.trimEnd()}\n\`\`\`\n`],
		[
			'xml-merge-mark',
			near(/^(?:<{7}|={7}|>{7})/),
			swap(leaf, '<<<<<<< HEAD\n$1<$2$3>$4</$2>\n=======\n>>>>>>> theirs'),
		],
		['xml-stray-text', stray('text among elements is dropped or refused'), swap(leaf, '$1<$2$3>$4</$2>;')],
		['xml-control-character', xml, swap(leaf, '$1<$2$3>$4\u0007</$2>')],
		['xml-cdata-open', near('anywhere'), swap(leaf, '$1<$2$3><![CDATA[$4</$2>')],
		[
			'xml-viewer-dashes',
			stray('a browser shows a dash before each element that folds'),
			swap(/^([ \t]+)<(\w[\w-]*)([^>\n]*)>(\r?\n)/m, '$1- <$2$3>$4'),
		],
	]);
}
