/** Where translations lie, and what is wrong with one. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every language but English, which the sources speak. */
export const languages = ['de', 'ja'];

export const bundlePath = language => path.join('l10n', `bundle.l10n.${language}.json`);
export const manifestPath = language => (language ? `package.nls.${language}.json` : 'package.nls.json');

export const readJson = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** By language: what it has as English has it, names and signs above all. */
const same = readJson(path.join('l10n', 'same.json'));

const placeholders = text => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
const links = text =>
	[...text.matchAll(/\]\(([^)]*)\)/g)]
		.map(([, target]) => target)
		.sort()
		.join(' ');
const code = text =>
	[...text.matchAll(/`([^`]*)`/g)]
		.map(([, quoted]) => quoted)
		.sort()
		.join(' ');

/** @returns {string[]} what is wrong with a translation of an English text into a language */
export function objectionsTo(english, wording, language) {
	if (typeof wording !== 'string' || wording.trim() === '') return ['is empty'];
	const faults = [];
	if (placeholders(english) !== placeholders(wording)) faults.push('has other placeholders');
	if (links(english) !== links(wording)) faults.push('has other links');
	if (code(english) !== code(wording)) faults.push('has other code');
	if (wording === english && !same[language]?.includes(english))
		faults.push('is English; a name or sign goes into l10n/same.json');
	return faults;
}
