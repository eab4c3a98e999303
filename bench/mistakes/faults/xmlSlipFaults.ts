/** More slips in the spelling of XML: tags, attributes, markup, and what comes along when a file is copied. */
import { swap } from '../edits';
import { type Evidence, type FaultKind, kindsOf, type Subject } from '../fault';

const xml: Evidence = { source: 'XML 1.0, well-formedness', grade: 'reference' };
const near = (place: NonNullable<Evidence['place']>): Evidence => ({ ...xml, place });

/** A leaf that takes any text: elsewhere what is added would be a second mistake. */
const textLeaf =
	/^([ \t]+)<(fullname|append|home|KDUMP_SAVEDIR|sysconfig_value|file_contents|reg_code|Description|FullName|Organization|RegisteredOwner|RegisteredOrganization|DisplayName|CommandLine|Path)()>([^<>\n&]+)<\/\2>/m;
/** A leaf on a line of its own. */
const leaf = /^([ \t]+)<(\w[\w-]*)([^>\n]*)>([^<>\n&]+)<\/\2>/m;
const attribute = / ([\w:]+)="([\w.-]+)"/;
const parentClose = /^([ \t]+)<\/(\w[\w-]*)>\r?\n/m;
const parentOpen = /^([ \t]+)<(\w[\w-]*)([^>\n]*)>(\r?\n)/m;
const lines = (by: (line: string, number: number) => string) => (text: string) =>
	text
		.trimEnd()
		.split('\n')
		.map((line, index) => by(line, index + 1))
		.join('\n');

export const xmlSlipFaults = (subject: Subject): FaultKind[] =>
	kindsOf(subject, [
		['slip-end-tag-backslash', xml, swap(leaf, '$1<$2$3>$4<\\$2>')],
		['slip-end-tag-slash-behind', xml, swap(leaf, '$1<$2$3>$4<$2/>')],
		['slip-end-tag-two-slashes', xml, swap(leaf, '$1<$2$3>$4<//$2>')],
		['slip-end-tag-attribute', xml, swap(/^([ \t]+)<(\w[\w-]*)( [^>\n]*)>([^<>\n&]+)<\/\2>/m, '$1<$2$3>$4</$2$3>')],
		['slip-end-tag-other', xml, swap(leaf, '$1<$2$3>$4</value>')],
		['slip-end-tag-empty', xml, swap(leaf, '$1<$2$3>$4</>')],
		['slip-end-tag-brace', xml, swap(leaf, '$1<$2$3>$4</$2}')],
		['slip-end-tag-twice', xml, swap(leaf, '$1<$2$3>$4</$2></$2>')],
		['slip-start-tag-twice', near('anywhere'), swap(leaf, '$1<$2$3><$2$3>$4</$2>')],
		['slip-start-self-closed', near('anywhere'), swap(leaf, '$1<$2$3/>$4</$2>')],
		['slip-start-two-brackets', xml, swap(leaf, '$1<<$2$3>$4</$2>')],
		['slip-start-bracket-turned', xml, swap(leaf, '$1>$2$3>$4</$2>')],
		['slip-start-square', xml, swap(leaf, '$1[$2$3]$4</$2>')],
		['slip-name-digit', xml, swap(leaf, '$1<1$2$3>$4</1$2>')],
		['slip-name-blank', xml, swap(/^([ \t]+)<(\w+?)[-_](\w+)>([^<>\n&]+)<\/\2[-_]\3>/m, '$1<$2 $3>$4</$2 $3>')],
		['slip-name-sign', xml, swap(leaf, '$1<$2$$3>$4</$2$>')],
		['slip-parent-open-missing', near('anywhere'), swap(parentOpen, '')],
		['slip-parent-open-unfinished', near('anywhere'), swap(parentOpen, '$1<$2$3$4')],
		[
			'slip-parent-end-misspelt',
			near('anywhere'),
			swap(parentClose, match =>
				match[0].replace(/(\w)(\w)>/, '$2$1>') === match[0] ? undefined : match[0].replace(/(\w)(\w)>/, '$2$1>'),
			),
		],
		['slip-parent-end-as-start', near('anywhere'), swap(parentClose, match => match[0].replace('</', '<'))],
		['slip-parent-end-unfinished', near('anywhere'), swap(parentClose, match => match[0].replace('>', ''))],
		['slip-attribute-single-and-double', near('anywhere'), swap(attribute, ' $1=\'$2"')],
		['slip-attribute-colon', xml, swap(attribute, ' $1:"$2"')],
		['slip-attribute-semicolon', xml, swap(attribute, ' $1="$2";')],
		['slip-attribute-comma', xml, swap(/ ([\w:]+)="([^"\n]+)" ([\w:]+)="/, ' $1="$2", $3="')],
		['slip-attribute-two-equals', xml, swap(attribute, ' $1=="$2"')],
		['slip-attribute-escaped-quotes', xml, swap(attribute, ' $1=\\"$2\\"')],
		['slip-attribute-entity-quotes', xml, swap(attribute, ' $1=&quot;$2&quot;')],
		['slip-attribute-no-value', xml, swap(attribute, ' $1')],
		['slip-attribute-empty', xml, swap(attribute, ' $1=')],
		['slip-attribute-first-quote-lost', xml, swap(attribute, ' $1=$2"')],
		['slip-attribute-two-quotes', xml, swap(attribute, ' $1=""$2""')],
		['slip-attribute-backticks', xml, swap(attribute, ' $1=`$2`')],
		['slip-declaration-no-version', near(/xml/), swap(/<\?xml version="1.0" /, '<?xml ')],
		['slip-declaration-no-quotes', near(/xml/), swap(/version="1.0"/, 'version=1.0')],
		['slip-declaration-no-end', near(/xml/), swap(/<\?xml ([^?]*)\?>/, '<?xml $1')],
		['slip-declaration-no-first-mark', near(/xml/), swap(/<\?xml/, '<xml')],
		['slip-declaration-capital', near(/xml/i), swap(/<\?xml/, '<?XML')],
		['slip-declaration-twice', near(/xml/), text => text.replace(/^(<\?xml[^\n]*\n)/, '$1$1')],
		[
			'slip-declaration-encoding-first',
			near(/xml/),
			swap(/version="1.0" encoding="([\w-]+)"/i, 'encoding="$1" version="1.0"'),
		],
		['slip-declaration-smart-quotes', near(/xml/), swap(/version="1.0"/, 'version=“1.0”')],
		['slip-comment-no-end', near('anywhere'), swap(leaf, '$1<!-- $2\n$1<$2$3>$4</$2>')],
		['slip-comment-end-short', near('anywhere'), swap(leaf, '$1<!-- note ->\n$1<$2$3>$4</$2>')],
		['slip-comment-end-html', near('anywhere'), swap(leaf, '$1<!-- note --!>\n$1<$2$3>$4</$2>')],
		['slip-comment-start-short', xml, swap(leaf, '$1<-- note -->\n$1<$2$3>$4</$2>')],
		['slip-comment-dash', xml, swap(leaf, '$1<!– note –>\n$1<$2$3>$4</$2>')],
		['slip-comment-nested', near('anywhere'), swap(leaf, '$1<!-- <!-- old --> <$2$3>$4</$2> -->')],
		['slip-comment-in-tag', near('anywhere'), swap(leaf, '$1<$2$3 <!-- note -->>$4</$2>')],
		['slip-comment-c', xml, swap(leaf, '$1/* note */\n$1<$2$3>$4</$2>')],
		['slip-comment-semicolon', xml, swap(leaf, '$1; note\n$1<$2$3>$4</$2>')],
		['slip-comment-rem', xml, swap(leaf, '$1REM note\n$1<$2$3>$4</$2>')],
		['slip-cdata-lower', near('anywhere'), swap(leaf, '$1<$2$3><![cdata[$4]]></$2>')],
		['slip-cdata-no-first-bracket', near('anywhere'), swap(leaf, '$1<$2$3><!CDATA[$4]]></$2>')],
		['slip-cdata-one-bracket', near('anywhere'), swap(leaf, '$1<$2$3><![CDATA[$4]></$2>')],
		['slip-cdata-blank-end', near('anywhere'), swap(leaf, '$1<$2$3><![CDATA[$4]] ></$2>')],
		['slip-cdata-end-only', xml, swap(textLeaf, '$1<$2$3>$4]]></$2>')],
		['slip-entity-number-zero', xml, swap(textLeaf, '$1<$2$3>$4&#0;</$2>')],
		['slip-entity-number-hex', xml, swap(textLeaf, '$1<$2$3>$4&#xZZ;</$2>')],
		['slip-entity-upper', xml, swap(textLeaf, '$1<$2$3>$4&AMP;</$2>')],
		['slip-null-character', xml, swap(leaf, '$1<$2$3>$4\u0000</$2>')],
		['slip-escape-character', xml, swap(leaf, '$1<$2$3>\u001b[0m$4</$2>')],
		['slip-escaped-leaf', near('anywhere'), swap(leaf, '$1&lt;$2$3&gt;$4&lt;/$2&gt;')],
		['paste-line-numbers', near('anywhere'), lines((line, number) => `${String(number).padStart(4)}  ${line}`)],
		['paste-line-numbers-colon', near('anywhere'), lines((line, number) => `${number}:${line}`)],
		['paste-line-numbers-tab', near('anywhere'), lines((line, number) => `${String(number).padStart(6)}\t${line}`)],
		['paste-mail-quote', near('anywhere'), lines(line => `> ${line}`)],
		['paste-diff-added', near('anywhere'), lines(line => `+${line}`)],
		['paste-diff-one-line', near('anywhere'), swap(leaf, '+$1<$2$3>$4</$2>')],
		['paste-diff-changed', near('anywhere'), swap(leaf, '-$1<$2$3>$4</$2>\n+$1<$2$3>$4</$2>')],
		['paste-prompt', near('anywhere'), text => `$ cat profile.xml\n${text}`],
		['paste-prompt-both', near('anywhere'), text => `# cat profile.xml\n${text}# `],
		['paste-sentence', near('anywhere'), text => `Here is the file:\n\n${text}`],
		['paste-sentence-behind', near('anywhere'), text => `${text}\nLet me know if this works.\n`],
		['paste-fence-tilde', near('anywhere'), text => `~~~xml\n${text}~~~\n`],
		['paste-fence-end-only', near('anywhere'), text => `${text}\`\`\`\n`],
		['paste-pre', near('anywhere'), text => `<pre>\n${text}</pre>\n`],
		['paste-html', near('anywhere'), text => `<html><body>\n${text}</body></html>\n`],
		['paste-heredoc', near('anywhere'), text => `cat > profile.xml <<EOF\n${text}EOF\n`],
		['paste-ellipsis', near('anywhere'), swap(leaf, '$1...\n$1<$2$3>$4</$2>')],
		[
			'paste-merge-three-way',
			near('anywhere'),
			swap(leaf, '<<<<<<< HEAD\n$1<$2$3>$4</$2>\n||||||| base\n=======\n$1<$2$3>$4</$2>\n>>>>>>> theirs'),
		],
		['paste-merge-half', near('anywhere'), swap(leaf, '$1<$2$3>$4</$2>\n>>>>>>> theirs')],
		['paste-no-break-space', near('anywhere'), swap(/^([ \t]+)<(\w[\w-]*) (\w+:\w+)="/m, '$1<$2\u00a0$3="')],
		['paste-zero-width', near('anywhere'), swap(leaf, '$1<$2\u200b$3>$4</$2>')],
		['paste-full-width', near('anywhere'), swap(leaf, '$1＜$2$3＞$4＜/$2＞')],
		['paste-truncated-tag', near('anywhere'), text => text.slice(0, text.lastIndexOf('</', text.length * 0.7) + 1)],
		[
			'paste-truncated-comment',
			near('anywhere'),
			text => `${text.slice(0, text.lastIndexOf('\n', text.length * 0.7))}\n<!-- rest`,
		],
		['paste-twice', near('anywhere'), text => text + text],
		[
			'paste-xml-in-json',
			near('anywhere'),
			text => `"${text.trimEnd().replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
		],
		['paste-backslash-n', near('anywhere'), text => text.trimEnd().replaceAll('\n', '\\n\n')],
	]);
