/** Slips of the hand in JSON, written down before anybody looked at what the product reports, and measured before one was cured. */
import { misspell, swap } from '../edits';
import { type Edit, type Evidence, type FaultKind, kindsOf } from '../fault';

const json: Evidence = { source: 'RFC 8259', grade: 'reference' };
const keys: Evidence = { source: 'LXCA: configuration-settings files, the keys of the examples', grade: 'example' };

const words = '(category|name|type|label|description)';
const textMember = new RegExp(`"${words}": "([^"\\\\]+)"`);
const flagMember = /"(common|optional|autoCreateInstance)": (true|false)/;
const listBorder = /(\}),(\s*)(\{)/;

/** A change of the last bracket of the text. */
const atEnd =
	(by: (last: string) => string): Edit =>
	text =>
		text.replace(/\}(\s*)$/, (last, space: string) => by(last.trim()) + space);

export const unseenJsonFaults: readonly FaultKind[] = kindsOf('config', [
	['s-key-opening-quote-lost', json, swap(textMember, '$1": "$2"')],
	['s-key-closing-quote-lost', json, swap(textMember, '"$1: "$2"')],
	['s-value-opening-quote-lost', json, swap(textMember, '"$1": $2"')],
	['s-value-closing-quote-lost', json, swap(textMember, '"$1": "$2')],
	['s-quotes-around-both', json, swap(textMember, '"$1: $2"')],
	['s-colon-twice', json, swap(textMember, '"$1":: "$2"')],
	['s-colon-in-key', keys, swap(textMember, '"$1:": "$2"')],
	['s-fat-arrow', json, swap(textMember, '"$1" => "$2"')],
	['s-thin-arrow', json, swap(textMember, '"$1" -> "$2"')],
	['s-walrus', json, swap(textMember, '"$1" := "$2"')],
	['s-key-said-twice', json, swap(textMember, '"$1": "$1": "$2"')],
	['s-value-said-twice', json, swap(textMember, '"$1": "$2" "$2"')],
	['s-comma-after-colon', json, swap(textMember, '"$1":, "$2"')],
	['s-comma-on-own-line', json, swap(/,(\r?\n\s*)"/, ',$1,$1"')],
	['s-quote-twice-at-start', json, swap(textMember, '"$1": ""$2"')],
	['s-quote-twice-at-end', json, swap(textMember, '"$1": "$2""')],
	['s-quote-three-times', json, swap(textMember, '"$1": """$2"""')],
	['s-backtick-value', json, swap(textMember, '"$1": `$2`')],
	['s-backtick-for-opening-quote', json, swap(textMember, '"$1": `$2"')],
	['s-apostrophe-closes', json, swap(textMember, '"$1": "$2\'')],
	['s-low-high-quotes', json, swap(textMember, '„$1“: "$2"')],
	['s-guillemets', json, swap(textMember, '"$1": «$2»')],
	['s-escaped-quotes-around-value', json, swap(textMember, '"$1": \\"$2\\"')],
	['s-html-quotes', json, swap(textMember, '&quot;$1&quot;: &quot;$2&quot;')],
	['s-brace-before-item-lost', { ...json, place: 'anywhere' }, swap(listBorder, '$1,$2')],
	['s-brace-after-item-lost', json, swap(/\n[ \t]*\}(,\s*\{)/, '$1')],
	['s-item-closed-twice', json, swap(listBorder, '$1},$2$3')],
	['s-item-opened-twice', json, swap(listBorder, '$1,$2{$3')],
	['s-bracket-for-brace-at-item-end', json, swap(/(\n[ \t]*)\},(\s*\{)/, '$1],$2')],
	['s-parenthesis-for-bracket', json, swap(/("(?:content|template)": )\[/, '$1(')],
	['s-brace-for-list', json, swap(/("(?:content|template)": )\[/, '$1{')],
	['s-list-bracket-left-out', json, swap(/("(?:content|template)": )\[/, '$1')],
	['s-semicolon-at-end-of-file', json, atEnd(last => `${last};`)],
	['s-full-stop-at-end-of-file', json, atEnd(last => `${last}.`)],
	['s-comma-at-end-of-file', json, atEnd(last => `${last},`)],
	['s-bracket-at-end-of-file', json, atEnd(last => `${last}]`)],
	['s-last-brace-lost', { ...json, place: 'anywhere' }, atEnd(() => '')],
	['s-first-brace-lost', { ...json, place: 'anywhere' }, text => text.replace('{', '')],
	['s-flag-cut-off', json, swap(flagMember, m => `"${m[1]}": ${m[2]?.slice(0, -1)}`)],
	['s-flag-misspelt', json, swap(flagMember, (m, random) => `"${m[1]}": ${misspell(m[2] ?? '', random)}`)],
	['s-flag-with-stop', json, swap(flagMember, '"$1": $2.')],
	['s-flag-half-quoted', json, swap(flagMember, '"$1": "$2')],
	['s-flag-twice', json, swap(flagMember, '"$1": $2, $2')],
	['s-flag-of-python', json, swap(flagMember, m => `"${m[1]}": ${m[2] === 'true' ? 'True' : 'False'}`)],
	['s-flag-of-powershell', json, swap(flagMember, '"$1": $$$2')],
	['s-flag-as-digit', keys, swap(flagMember, m => `"${m[1]}": ${m[2] === 'true' ? 1 : 0}`)],
	['s-flag-as-null', keys, swap(flagMember, '"$1": null')],
	['s-flag-undefined', json, swap(flagMember, '"$1": undefined')],
	['s-flag-empty-text', keys, swap(flagMember, '"$1": ""')],
	['s-count-leading-zero', json, swap(/"maxElements": (\d)/, '"maxElements": 0$1')],
	['s-count-plus', json, swap(/"maxElements": (\d)/, '"maxElements": +$1')],
	['s-count-decimal-comma', json, swap(/"maxElements": (\d)/, '"maxElements": $1,0')],
	['s-count-half', keys, swap(/"maxElements": (\d)/, '"maxElements": $1.5')],
	['s-count-range', json, swap(/"maxElements": (\d)/, '"maxElements": 0-$1')],
	['s-count-with-word', json, swap(/"maxElements": (\d)/, '"maxElements": $1 servers')],
	['s-count-in-words', keys, swap(/"maxElements": (\d)/, '"maxElements": "three"')],
	['s-count-star', json, swap(/"maxElements": (\d)/, '"maxElements": *')],
	['s-windows-path', json, swap(/"(value|description)": "([^"\\]*)"/, '"$1": "C:\\logs\\site"')],
	['s-regex-one-backslash', json, swap(/"regex": "[^"]*"/, '"regex": "^\\w[\\w.-]*$"')],
	['s-tab-in-text', json, swap(/"(label|description)": "(\w+) /, '"$1": "$2\t')],
	['s-text-on-two-lines', json, swap(/("description": "\w+) /, '$1\n')],
	['s-text-joined-by-plus', json, swap(/"description": "(\w+) ([^"]*)"/, '"description": "$1 " + "$2"')],
	['s-text-joined-over-lines', json, swap(/"description": "(\w+) ([^"]*)"/, '"description": "$1 "\n"$2"')],
	['s-hash-comment', json, swap(/,(\r?\n)/, ', # as in the old site$1')],
	['s-dash-comment', json, swap(/,(\r?\n)/, ', -- as in the old site$1')],
	['s-semicolon-comment', json, swap(/,(\r?\n)/, ', ; as in the old site$1')],
	['s-comment-not-closed', { ...json, place: 'anywhere' }, swap(/,(\r?\n)/, ', /* as in the old site$1')],
	['s-note-between-members', json, swap(/,(\r?\n\s*)"/, ',$1TODO ask Anna$1"')],
	['s-member-outside-item', json, swap(/,\s*"(optional|common)": (true|false)(\s*\})/, '$3,\n"$1": $2')],
	['s-cyrillic-letter-in-key', keys, swap(/"name": /, '"nаme": ')],
	['s-zero-width-space-in-key', keys, swap(/"name": /, '"na\u200bme": ')],
	['s-space-in-key', keys, swap(/"(type|category|optional)": /, '" $1": ')],
	['s-no-break-space-after-colon', json, swap(textMember, '"$1":\u00a0"$2"')],
	['s-item-as-number', json, swap(/\[(\s*)\{/, '[1: $1{')],
	['s-diff-mark-on-a-line', json, swap(/\n\s*"(label|description)"/, '\n+ "$1"')],
	['s-prompt-on-a-line', json, swap(/\n\s*"(label|description)"/, '\n> "$1"')],
	['s-letter-slipped-in', json, swap(/(true|false),(\r?\n)/, '$1,q$2')],
	['s-letter-before-key', json, swap(/\n(\s*)"(label|optional)"/, '\n$1s"$2"')],
	['s-line-without-its-value', json, swap(/"(label|description)": "[^"\\]*"/, '"$1"')],
	['s-two-members-in-one', json, swap(/",(\s*)"(type|label|category)": "/, ',$1$2: ')],
	['s-ditto-mark', json, swap(/"(label|description)": "[^"\\]*"/, '"$1": 〃')],
	['s-quotes-left-out-of-line', json, swap(textMember, '$1: $2')],
	['s-upper-case-true', json, swap(flagMember, m => `"${m[1]}": ${m[2]?.toUpperCase()}`)],
]);
