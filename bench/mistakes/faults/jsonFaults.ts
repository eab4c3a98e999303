/** Slips in the spelling of JSON, and what clings to a text that was pasted. */
import { both, oneOf, swap } from '../edits';
import { type Evidence, kindsOf } from '../fault';

const json: Evidence = { source: 'RFC 8259; the vendor: the file must conform to JSON', grade: 'reference' };
const near = (place: RegExp | 'anywhere'): Evidence => ({ ...json, place });

const wholeLine = (pattern: string): RegExp => new RegExp(pattern, 'm');
const member = /^([ \t]*"[a-z]+": (?:"[^"\n]*"|true|false|\d+)),(\r?\n[ \t]*")/im;

export const jsonFaults = kindsOf('config', [
	['comma-missing', json, swap(member, '$1$2')],
	['comma-missing-between-objects', near(/[{}]/), swap(/\},(\s*)\{/, '}$1{')],
	['comma-twice', json, swap(member, '$1,,$2')],
	['comma-trailing-object', near(/[}]|"/), swap(/(["\]}el\d])(\r?\n[ \t]*\})/, '$1,$2')],
	['comma-trailing-list', near(/[\]]|"/), swap(/([}"])(\r?\n[ \t]*\]|\])/, '$1,$2')],
	['comma-leading', json, swap(/\{(\s*)"/, '{,$1"')],
	['semicolon-for-comma', json, swap(member, '$1;$2')],
	['full-stop-for-comma', json, swap(member, '$1.$2')],
	['colon-missing', json, swap(/("[a-z]+"): /i, '$1 ')],
	['colon-twice', json, swap(/("[a-z]+"): /i, '$1:: ')],
	['equals-for-colon', json, swap(/("[a-z]+"): /i, '$1 = ')],
	['arrow-for-colon', json, swap(/("[a-z]+"): /i, '$1 => ')],
	['comma-for-colon', json, swap(/("[a-z]+"): ("|true|false)/i, '$1, $2')],
	['semicolon-for-colon', json, swap(/("[a-z]+"): /i, '$1; ')],
	['quote-missing-key-start', json, swap(/"((?:category|name|type|optional))":/, '$1":')],
	['quote-missing-key-end', json, swap(/"((?:category|name|type|optional))":/, '"$1:')],
	['quotes-missing-key', json, swap(/"((?:category|name|type|optional))":/, '$1:')],
	['quote-missing-value-end', json, swap(/("(?:category|type|name)": "[\w-]+)"/, '$1')],
	['quote-missing-value-start', json, swap(/("(?:category|type|name)": )"([\w-]+")/, '$1$2')],
	['quotes-missing-value', json, swap(/("(?:category|type)": )"([\w-]+)"/, '$1$2')],
	['single-quotes', json, swap(/"(category|type|name)": "([\w-]+)"/, "'$1': '$2'")],
	['single-quoted-value', json, swap(/("(?:category|type|name)"): "([\w-]+)"/, "$1: '$2'")],
	['smart-quotes', json, swap(/"(category|type|name)": "([\w-]+)"/, '“$1”: “$2”')],
	['smart-quoted-value', json, swap(/("(?:label|type|name)"): "([\w -]+)"/, '$1: “$2”')],
	['low-quotes', json, swap(/("(?:label|type|name)"): "([\w -]+)"/, '$1: „$2“')],
	['backticks', json, swap(/("(?:label|type|name)"): "([\w -]+)"/, '$1: `$2`')],
	['doubled-quotes', json, swap(/("(?:category|type|name)"): "([\w-]+)"/, '$1: ""$2""')],
	['line-break-in-text', near(/"/), swap(/("description": "[^"\n ]+) ([^"\n]+")/, match => `${match[1]}\n${match[2]}`)],
	['tab-in-text', json, swap(/("description": "[^"\n ]+) ([^"\n]+")/, '$1\t$2')],
	['backslash-single', json, swap(/("regex": "[^"\n]*)\\\\/, '$1\\')],
	['backslash-path', json, swap(/("value": )"\/var[^"]*"/, '$1"C:\\Windows\\Setup"')],
	['inner-quote', json, swap(/("description": "[^"\n ]+ )([^"\n ]+)( )/, '$1"$2"$3')],
	[
		'true-capital',
		json,
		swap(/("(?:common|optional)": )(t|f)(rue|alse)/, match => `${match[1]}${match[2]?.toUpperCase()}${match[3]}`),
	],
	['true-upper', json, swap(/("(?:common|optional)": )(true|false)/, match => `${match[1]}${match[2]?.toUpperCase()}`)],
	[
		'true-misspelt',
		json,
		swap(/("(?:common|optional)": )(true|false)/, match => match[1] + (match[2] === 'true' ? 'ture' : 'flase')),
	],
	['yes-bare', json, swap(/("(?:common|optional)": )(true|false)/, '$1yes')],
	['none-bare', json, swap(/("(?:common|optional)": )(true|false)/, '$1None')],
	['undefined-bare', json, swap(/("(?:common|optional)": )(true|false)/, '$1undefined')],
	['value-missing', json, swap(/("(?:common|optional)": )(true|false)/, '$1')],
	['number-plus', json, swap(/("m(?:in|ax)Elements": )(\d)/, '$1+$2')],
	['number-leading-zero', json, swap(/("m(?:in|ax)Elements": )(\d)/, '$10$2')],
	['number-trailing-point', json, swap(/("m(?:in|ax)Elements": )(\d)/, '$1$2.')],
	['number-hex', json, swap(/("m(?:in|ax)Elements": )(\d)/, '$10x$2')],
	['bracket-for-brace', near('anywhere'), swap(/\}(,?\r?\n[ \t]*\{)/, ']$1')],
	['brace-for-bracket', near('anywhere'), swap(/\](\s*\}\s*)$/, '}$1')],
	['brace-missing-open', near('anywhere'), swap(/^([ \t]+)\{(\r?\n)/m, '$1$2')],
	['brace-missing-close', near('anywhere'), swap(wholeLine('^[ \\t]+\\}(,?)(\\r?\\n)'), '$1$2')],
	['bracket-missing-close', near('anywhere'), swap(wholeLine('^[ \\t]+\\](,?)(\\r?\\n)'), '$1$2')],
	['bracket-missing-open', near('anywhere'), swap(/("(?:content|template)": )\[/, '$1')],
	['last-brace-missing', near('anywhere'), text => text.replace(/\}\s*$/, '')],
	['last-brace-twice', json, text => `${text.trimEnd()}}\n`],
	['brackets-missing-choices', near(/"choices"/), swap(/"choices": \[([^\]]*)\]/, '"choices": $1')],
	['parentheses-choices', json, swap(/"choices": \[([^\]]*)\]/, '"choices": ($1)')],
	['braces-choices', json, swap(/"choices": \[([^\]]*)\]/, '"choices": {$1}')],
	['choices-comma-missing', json, swap(/("choices": \["[^"]*"),/, '$1')],
	['choices-semicolon', json, swap(/("choices": \["[^"]*"),/, '$1;')],
	['choices-bare-words', json, swap(/"choices": \["(\w+)"/, '"choices": [$1')],
	[
		'truncated',
		near('anywhere'),
		(text, random) => text.slice(0, Math.floor(text.length * (0.4 + 0.4 * random.fraction()))),
	],
	[
		'truncated-after-comma',
		near('anywhere'),
		(text, random) => {
			const commas = [...text.matchAll(/,\r?\n/g)].map(({ index }) => index);
			return text.slice(0, (random.pick(commas.slice(commas.length >> 1)) ?? 0) + 1);
		},
	],
	['empty-file', near('anywhere'), () => ''],
	['blank-file', near('anywhere'), () => '\n\n'],
	['comment-line', json, swap(/^([ \t]+)"category"/m, '$1// one setting\n$1"category"')],
	['comment-behind', json, swap(/^([ \t]+"category": "\w+",)/m, '$1 // as the vendor does')],
	['comment-block', json, swap(/^([ \t]+)"category"/m, '$1/* one setting */\n$1"category"')],
	['comment-hash', json, swap(/^([ \t]+)"category"/m, '$1# one setting\n$1"category"')],
	['comment-out-line', json, swap(/^([ \t]+)("label": .*,)\r?$/m, '$1//$2')],
	['comment-html', json, text => `<!-- site settings -->\n${text}`],
	['ellipsis', json, swap(/^([ \t]+)"category"/m, '$1...\n$1"category"')],
	[
		'merge-mark',
		near(/^(?:<{7}|={7}|>{7})|"/),
		swap(/^([ \t]+"label": .*)\r?$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> theirs'),
	],
	['fence', near(/```/), text => `\`\`\`json\n${text.trimEnd()}\n\`\`\`\n`],
	['fence-open-only', json, text => `\`\`\`json\n${text}`],
	['const-wrapper', near('anywhere'), text => `const config = ${text.trimEnd()};\n`],
	['prompt-line', json, text => `$ cat site.xclarity.json\n${text}`],
	['quoted-mail', near('anywhere'), text => text.trimEnd().replace(/^/gm, '> ')],
	['diff-marks', near('anywhere'), text => text.trimEnd().replace(/^/gm, '+')],
	[
		'line-numbers',
		near('anywhere'),
		text =>
			text
				.trimEnd()
				.split('\n')
				.map((line, index) => `${index + 1}: ${line}`)
				.join('\n'),
	],
	['html-pre', near(/<\/?pre>/), text => `<pre>${text.trimEnd()}</pre>\n`],
	['html-entities', near('anywhere'), text => text.replaceAll('"', '&quot;')],
	['two-documents', near('anywhere'), text => `${text.trimEnd()}\n${text}`],
	['trailing-word', json, text => `${text.trimEnd()}\nend\n`],
	['trailing-semicolon', json, text => `${text.trimEnd()};\n`],
	['no-break-space', json, swap(/^([ \t]+"category":) "/m, '$1\u00a0"')],
	['zero-width-space', json, swap(/^([ \t]+)"category"/m, '$1\u200b"category"')],
	['full-width-colon', json, swap(/("[a-z]+"): /i, '$1：')],
	['full-width-comma', json, swap(member, '$1，$2')],
	['control-character', json, swap(/("label": "[^"]{2})/, '$1\u0007')],
	['unicode-escape-short', json, swap(/("label": "[^"]{2})/, '$1\\u12')],
	['escape-unknown', json, swap(/("label": "[^"]{2})/, '$1\\q')],
	['nan', json, swap(/("maxElements": )\d/, '$1NaN')],
	['infinity', json, swap(/("maxElements": )\d/, '$1Infinity')],
	['key-number', json, swap(/^([ \t]+)"category"/m, '$112')],
	[
		'python-literal',
		near('anywhere'),
		both(
			swap(/"optional": (?:true|false)/, '"optional": False'),
			oneOf(swap(/"common": true/, '"common": True'), text => text),
		),
	],
]);
