import path from 'node:path';
import { root } from './steps.mjs';
import { importsOfTables } from './tables.mjs';

const room = path.join(root, 'server/language/unattend');

/**
 * Dialects that are loaded with the first of their files: those of one form are one file, as they share most of what
 * they are made of. A dialect that is not named here is part of the language.
 */
const late = { lines: ['kickstart', 'esxi'], xml: ['autoyast', 'windows'] };

const scheme = 'dialects:';

/** The files that they become, and what these are made of. */
export const lateEntries = Object.fromEntries(Object.keys(late).map(form => [form, scheme + form]));

const fileOf = form => `./${form}.js`;

/** @returns {boolean} whether a program asks for this file, such as `./xml.js`, when it needs it */
export const isLate = file => Object.keys(late).some(form => file === fileOf(form));

/** Leaves late dialects out of the list of all dialects, which then asks for the file that they have become. */
export const lateDialects = {
	name: 'late dialects',
	setup(build) {
		build.onResolve({ filter: /^dialects:/ }, ({ path: name }) => ({ path: name, namespace: 'late' }));
		build.onLoad({ filter: /^dialects:/, namespace: 'late' }, ({ path: name }) => {
			const members = late[name.slice(scheme.length)];
			const tables = importsOfTables(table => members.some(each => table.startsWith(`${each}-`)));
			const exported = members.map(each => `export * from './${each}/${each}Dialect';`);
			return { contents: tables + exported.join(''), resolveDir: room };
		});
		build.onResolve({ filter: /Dialect$/ }, ({ path: imported, importer }) => {
			if (importer !== path.join(room, 'dialects.ts')) return undefined;
			const form = Object.keys(late).find(form => late[form].some(each => imported === `./${each}/${each}Dialect`));
			return form && { path: fileOf(form), external: true };
		});
	},
};

const request = /^var (\w+) = require\("(\.\/\w+\.js)"\);\n/gm;

/** A CommonJS module that asks for late dialects where it uses them instead of at its start. */
export function askedForLate(text) {
	const asked = [...text.matchAll(request)].filter(([, , file]) => isLate(file));
	return asked.reduce(
		(code, [line, name, file]) =>
			code.replace(line, '').replace(new RegExp(`\\b${name}\\.`, 'g'), `require("${file}").`),
		text,
	);
}
