import { t } from '../../../texts/texts';
import { escapeSnippet, insideStop } from '../../snippet';

/** Where a setting is to stand, as far as its text depends on it. */
export interface SettingPlace {
	/** Whether the settings around are for all servers. */
	readonly common: boolean;
	/** A name like the given one that no setting of the file has yet. */
	readonly freeName: (preferred: string) => string;
}

/** A whole setting with tab stops. */
interface SettingSnippet {
	readonly label: string;
	readonly meaning: string;
	readonly snippet: string;
}

/** Members in the order in which a person writes them, one a line. */
const object = (...members: readonly string[]): string =>
	`{\n${members.map(member => `\t${member.replaceAll('\n', '\n\t')}`).join(',\n')}\n}`;

/** A list of one setting. It is a tab stop as a whole: what is typed there, such as another kind, takes its place. */
const listOf = (key: string, stop: number, setting: string): string =>
	`"${key}": [\n\t\${${stop}:${insideStop(setting.replaceAll('\n', '\n\t'))}}\n]`;

const asked = (common: boolean): readonly string[] => ['"category": "dynamic"', `"common": ${common}`];

/** Caption and help of a question. */
const words = (stop: number): readonly string[] => [
	`"label": "\${${stop}:Caption for the operator}"`,
	`"description": "\${${stop + 1}:Help for the operator.}"`,
];

/** A question of the operator; its five or more tab stops are counted from `stop`. */
function question(
	{ common, freeName }: SettingPlace,
	name: string,
	stop: number,
	more: readonly string[] = [],
): string {
	return object(
		...asked(common),
		`"name": "\${${stop}:${freeName(name)}}"`,
		...words(stop + 1),
		'"type": "string"',
		`"optional": \${${stop + 3}|false,true|}`,
		...more,
	);
}

/** A question that takes any text until its pattern says more. */
const textQuestion = (place: SettingPlace, name: string, stop: number): string =>
	question(place, name, stop, [`"regex": "\${${stop + 4}:${escapeSnippet(anyText)}}"`]);

/** The pattern in a new setting: it refuses nothing. */
const anyText = '^.*$';

/** Every kind of setting that stands in "content". */
export function contentSnippets(place: SettingPlace): readonly SettingSnippet[] {
	return [
		{ label: t('text'), meaning: t('The operator types a value.'), snippet: textQuestion(place, 'setting', 1) },
		{
			label: t('choice'),
			meaning: t('The operator picks one of several values.'),
			snippet: question(place, 'setting', 1, ['"choices": ["${5:first}", "${6:second}"]', '"value": "$5"']),
		},
		{
			label: t('yes or no'),
			meaning: t('The operator picks yes or no.'),
			snippet: question(place, 'setting', 1, ['"choices": ["yes", "no"]', '"value": "${5|yes,no|}"']),
		},
		{ label: t('list'), meaning: t('The operator adds from 0 to n values.'), snippet: listSnippet(place) },
		...(place.common
			? [{ label: t('per server'), meaning: t('A group of settings for each server.'), snippet: perServer(place) }]
			: []),
		{
			label: t('fixed value'),
			meaning: t('A value that nobody is asked for.'),
			snippet: object(
				'"category": "static"',
				`"common": ${place.common}`,
				`"name": "\${1:${place.freeName('setting')}}"`,
				'"description": "${2:What it is for.}"',
				'"type": "string"',
				'"optional": false',
				'"value": "${3:value}"',
			),
		},
	];
}

/** What stands alone in "template": the prototype of the elements. */
export function templateSnippets(place: SettingPlace): readonly SettingSnippet[] {
	return [
		{ label: t('text'), meaning: t('Each element is a value.'), snippet: textQuestion(place, 'item', 1) },
		{ label: t('group'), meaning: t('Each element is a group of settings.'), snippet: groupElement(place, 'item', 1) },
	];
}

function listSnippet(place: SettingPlace): string {
	return object(
		...asked(place.common),
		`"name": "\${1:${place.freeName('items')}}"`,
		...words(2),
		'"type": "array"',
		'"optional": ${4|true,false|}',
		'"minElements": ${5:0}',
		'"maxElements": ${6:3}',
		listOf('template', 7, textQuestion(place, 'item', 8)),
	);
}

function perServer({ freeName }: SettingPlace): string {
	const place = { common: false, freeName };
	return object(
		...asked(false),
		`"name": "\${1:${freeName('server-settings')}}"`,
		'"type": "assoc_array"',
		'"optional": false',
		`"template": [\n\t${groupElement(place, 'server', 2).replaceAll('\n', '\n\t')}\n]`,
	);
}

function groupElement(place: SettingPlace, name: string, stop: number): string {
	return object(
		...asked(place.common),
		`"name": "\${${stop}:${place.freeName(name)}}"`,
		'"type": "assoc_array"',
		'"optional": false',
		'"autoCreateInstance": true',
		listOf('content', stop + 1, textQuestion(place, 'setting', stop + 2)),
	);
}
