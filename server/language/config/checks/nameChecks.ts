import { t } from '../../../texts/texts';
import { type Finding, finding } from '../finding';
import { nameOf, pathIn, type Setting } from './setting';

/** What is wrong with the names of settings. */
export function checkNames(settings: readonly Setting[], found: Finding[]): void {
	const names = new Set<string>();
	const own: Finding[] = [];
	let count = 0;
	for (const setting of settings) {
		if (setting.value.template !== undefined) checkNumbers(setting.children, own);
		if (!isCompared(setting)) continue;
		const name = nameOf(setting);
		names.add(name);
		count++;
		if (setting.parent) checkName(name, setting, own);
	}
	if (names.size < count) checkRepetitions(settings, found);
	for (const each of own) found.push(each);
}

/** A blank name is reported as a missing one, and a second prototype as one too many. */
const isCompared = (setting: Setting): boolean => !setting.isSurplus && nameOf(setting).trim() !== '';

function checkRepetitions(settings: readonly Setting[], found: Finding[]): void {
	const first = new Map<string, Setting>();
	for (const setting of settings) {
		checkSiblings(setting.children, found);
		if (!isCompared(setting)) continue;
		const name = nameOf(setting);
		const other = first.get(name);
		if (!other) first.set(name, setting);
		// Those directly inside the same setting are reported as siblings.
		else if (other.parent !== setting.parent) found.push(repetition('config-repeated-name', setting, other));
	}
}

function checkSiblings(siblings: readonly Setting[], found: Finding[]): void {
	const taken = new Map<string, Setting>();
	for (const setting of siblings) {
		if (!isCompared(setting)) continue;
		const name = nameOf(setting);
		const other = taken.get(name);
		if (other) found.push(repetition('config-duplicate-name', setting, other));
		else taken.set(name, setting);
	}
}

const repetition = (
	code: 'config-repeated-name' | 'config-duplicate-name',
	setting: Setting,
	other: Setting,
): Finding =>
	finding(
		code,
		{ path: pathIn(setting, 'name'), part: 'value', other: pathIn(other, 'name') },
		{ name: nameOf(setting) },
	);

function checkNumbers(siblings: readonly Setting[], found: Finding[]): void {
	if (siblings.length < 2) return;
	const templates = siblings.filter(({ list }) => list === 'template').map(nameOf);
	for (const setting of siblings) {
		const name = nameOf(setting);
		const template = templates.find(prefix => prefix !== '' && isNumbered(name, prefix));
		if (template === undefined) continue;
		const place = { path: pathIn(setting, 'name'), part: 'value' } as const;
		found.push(finding('config-numbered-name', place, { name, template }));
	}
}

const isNumbered = (name: string, prefix: string): boolean =>
	name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));

function checkName(name: string, setting: Setting, found: Finding[]): void {
	if (/[^\w-]/u.test(name)) found.push(oddCharacters(name, setting));
	if (setting.list === 'template' && /[A-Za-z_-]\d$/.test(name)) {
		found.push(finding('config-template-number', { path: pathIn(setting, 'name'), part: 'value' }, { name }));
	}
	if (setting.depth === 1 && name.startsWith('predefined')) {
		found.push(finding('config-name-predefined', { path: pathIn(setting, 'name'), part: 'value' }, { name }));
	}
}

function oddCharacters(name: string, setting: Setting): Finding {
	const odd = /[^\w-]/u.exec(name)?.[0] ?? '';
	const problem =
		odd === '.'
			? t('a dot separates the steps of a macro')
			: odd === '#'
				? t('a hash ends a macro')
				: /\s/.test(odd)
					? t('a macro holds no blanks')
					: t('{odd} is no letter, digit, - or _', { odd });
	const replacement = name
		.trim()
		.replace(/[^\w-]+/gu, '-')
		.replace(/^-+|-+$/g, '');
	const facts = { name, problem, ...(replacement === '' ? {} : { replacement: JSON.stringify(replacement) }) };
	return finding('config-name-characters', { path: pathIn(setting, 'name'), part: 'value' }, facts);
}
