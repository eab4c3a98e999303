import { t } from '../../../texts/texts';

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

const list = (key: string, ...elements: readonly string[]): string =>
	`"${key}": [\n${elements.map(element => `\t${element.replaceAll('\n', '\n\t')}`).join(',\n')}\n]`;

const asked = (common: boolean): readonly string[] => ['"category": "dynamic"', `"common": ${common}`];

/** A question of the operator; tab stops are counted from `stop`. */
function question(
	{ common, freeName }: SettingPlace,
	name: string,
	stop: number,
	more: readonly string[] = [],
): string {
	return object(
		...asked(common),
		`"name": "\${${stop}:${freeName(name)}}"`,
		`"label": "\${${stop + 1}:Caption for the operator}"`,
		'"type": "string"',
		`"optional": \${${stop + 2}|false,true|}`,
		...more,
	);
}

/** Every kind of setting that stands in "content". */
export function contentSnippets(place: SettingPlace): readonly SettingSnippet[] {
	return [
		{ label: t('text'), meaning: t('The operator types a value.'), snippet: question(place, 'setting', 1) },
		{
			label: t('choice'),
			meaning: t('The operator picks one of several values.'),
			snippet: question(place, 'setting', 1, ['"choices": ["${4:first}", "${5:second}"]', '"value": "$4"']),
		},
		{
			label: t('yes or no'),
			meaning: t('The operator picks yes or no.'),
			snippet: question(place, 'setting', 1, ['"choices": ["yes", "no"]', '"value": "${4|yes,no|}"']),
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
		{ label: t('text'), meaning: t('Each element is a value.'), snippet: question(place, 'item', 1) },
		{ label: t('group'), meaning: t('Each element is a group of settings.'), snippet: groupElement(place, 'item', 1) },
	];
}

function listSnippet(place: SettingPlace): string {
	return object(
		...asked(place.common),
		`"name": "\${1:${place.freeName('items')}}"`,
		'"label": "${2:Caption for the operator}"',
		'"type": "array"',
		'"optional": ${3|true,false|}',
		'"minElements": ${4:0}',
		'"maxElements": ${5:3}',
		list('template', question(place, 'item', 6)),
	);
}

function perServer({ freeName }: SettingPlace): string {
	const place = { common: false, freeName };
	return object(
		...asked(false),
		`"name": "\${1:${freeName('server-settings')}}"`,
		'"type": "assoc_array"',
		'"optional": false',
		list('template', groupElement(place, 'server', 2)),
	);
}

function groupElement(place: SettingPlace, name: string, stop: number): string {
	return object(
		...asked(place.common),
		`"name": "\${${stop}:${place.freeName(name)}}"`,
		'"type": "assoc_array"',
		'"optional": false',
		'"autoCreateInstance": true',
		list('content', question(place, 'setting', stop + 1)),
	);
}
