import fc from 'fast-check';
import { anyCharacters } from './anyCharacters';

const pieces = [
	...['#', '#a.b#', '#site.zone#', '#predefined.', '"', "'", '\\', '\n', '\r\n', '\r', '\t', ' ', ','],
	...['\0', '\u0001', '\ufeff', '\ufffe', '\u2028', '\u0085', '😀', '\ud800', '\udc00', '“', '”', '\u202e', 'ı', 'ß'],
	...[
		'{',
		'}',
		'[',
		']',
		':',
		'<',
		'>',
		'</',
		'/>',
		'<!--',
		'-->',
		'<![CDATA[',
		']]>',
		'&',
		'&#x;',
		'<?',
		'<!DOCTYPE x [',
	],
	...['<!ENTITY a "&a;&a;">', '&a;', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>', '&#1114112;', 'xmlns=""'],
	...[
		'%',
		'%end\n',
		'%post\n',
		'%include part.ks\n',
		'%packages\n',
		'--',
		'=',
		'--ip=',
		'rootpw x\n',
		'%pre --log=',
		'%ksappend ',
	],
	...['${x}', '{{ x }}', '<% x %>', '$(', '`', '<<EOF\n', 'EOF\n', '//', '/*', '*/'],
	...[
		'"name": "x"',
		'"content": [',
		'"template": [{',
		'"regex": "(a+)+$"',
		'"choices": [',
		'"value":',
		'__proto__',
		'constructor',
	],
	...[
		'1e999',
		'-0',
		'null',
		'1.',
		'0x1',
		'99999999999999999999',
		'config:type="list"',
		'wcm:action="add"',
		'(((',
		'^[a-',
		'(?<n>',
		'\\k<n>',
	],
	...['#xclarity-disable-next-line x\n', '# xclarity-disable-next-line', '"links": ["**/{a,b}/[!c]*.ks"]'],
];

/** One change of a text: a piece put in, a stretch taken out, doubled, moved, repeated, or its letters changed. */
export type Spoiling = readonly [kind: number, from: number, length: number, to: number, piece: string];

export const aSpoiling: fc.Arbitrary<Spoiling> = fc.tuple(
	fc.nat(6),
	fc.nat(),
	fc.nat(60),
	fc.nat(),
	fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: anyCharacters(4) }),
);

const mostRepeats = 40;

/** The text after all changes, in order. */
export const spoilt = (text: string, spoilings: readonly Spoiling[]): string => spoilings.reduce(spoiltOnce, text);

function spoiltOnce(text: string, [kind, where, length, target, piece]: Spoiling): string {
	const from = where % (text.length + 1);
	const before = text.slice(0, from);
	const stretch = text.slice(from, from + length);
	const after = text.slice(from + length);
	const rest = before + after;
	const to = target % (rest.length + 1);
	if (kind === 2) return rest;
	if (kind === 3) return before + stretch + stretch + after;
	if (kind === 4) return rest.slice(0, to) + stretch + rest.slice(to);
	if (kind === 5) return before + stretch.toUpperCase() + after;
	if (kind === 6) return before + stretch.repeat(target % mostRepeats) + after;
	return before + piece + stretch + after;
}
