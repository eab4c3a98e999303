import { t } from '../../../texts/texts';
import { type Finding, finding } from '../finding';
import type { JsonPath } from '../json/jsonNode';
import { nameOf, type Setting } from './setting';

/** What is wrong with the names of settings. */
export function nameFindings(settings: readonly Setting[]): Finding[] {
	const findings: Finding[] = [];
	const firstUse = new Map<string, JsonPath>();
	for (const setting of settings) {
		if (setting.children.length > 1) findings.push(...siblingFindings(setting.children));
		const name = nameOf(setting);
		// A blank name is reported as a missing one, and a second prototype as one too many.
		if (name.trim() === '' || isSurplus(setting.path)) continue;
		const path = [...setting.path, 'name'];
		const other = firstUse.get(name);
		if (!other) firstUse.set(name, path);
		else if (!sharesParent(other, path)) {
			findings.push(finding('config-repeated-name', { path, part: 'value', other }, { name }));
		}
		if (setting.parent) findings.push(...macroFindings(name, setting, path));
	}
	return findings;
}

/** Whether a setting is or stands in an object of a template that is not its first one. */
const isSurplus = (path: JsonPath): boolean =>
	path.some((step, index) => step === 'template' && typeof path[index + 1] === 'number' && path[index + 1] !== 0);

/** Names directly inside the same setting; those are reported as siblings. */
const sharesParent = (a: JsonPath, b: JsonPath): boolean =>
	a.length === b.length && a.slice(0, -3).every((step, index) => step === b[index]);

function siblingFindings(siblings: readonly Setting[]): Finding[] {
	const findings: Finding[] = [];
	const taken = new Map<string, JsonPath>();
	for (const setting of siblings) {
		const name = nameOf(setting);
		if (name.trim() === '' || isSurplus(setting.path)) continue;
		const path = [...setting.path, 'name'];
		const other = taken.get(name);
		if (other) findings.push(finding('config-duplicate-name', { path, part: 'value', other }, { name }));
		else taken.set(name, path);
	}
	const templates = siblings.filter(({ list }) => list === 'template').map(nameOf);
	for (const setting of siblings) {
		const name = nameOf(setting);
		const template = templates.find(prefix => prefix !== '' && isNumbered(name, prefix));
		if (template === undefined) continue;
		findings.push(
			finding('config-numbered-name', { path: [...setting.path, 'name'], part: 'value' }, { name, template }),
		);
	}
	return findings;
}

const isNumbered = (name: string, prefix: string): boolean =>
	name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));

function macroFindings(name: string, setting: Setting, path: JsonPath): Finding[] {
	const findings: Finding[] = [];
	const odd = /[^\w-]/u.exec(name)?.[0];
	if (odd !== undefined) {
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
		findings.push(finding('config-name-characters', { path, part: 'value' }, facts));
	}
	if (setting.list === 'template' && /[A-Za-z_-]\d$/.test(name)) {
		findings.push(finding('config-template-number', { path, part: 'value' }, { name }));
	}
	if (setting.depth === 1 && name.startsWith('predefined')) {
		findings.push(finding('config-name-predefined', { path, part: 'value' }, { name }));
	}
	return findings;
}
