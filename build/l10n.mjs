/**
 * The texts of the product and their translations, in `l10n/`.
 *
 *     node build/l10n.mjs                                  what each room says, and what is missing
 *     node build/l10n.mjs --missing de                     texts without a translation, as JSON
 *     node build/l10n.mjs --merge FILE --language de       takes translations in, and drops those of texts that are gone
 *     node build/l10n.mjs --tidy                           drops the translations of texts that are gone
 *     node build/l10n.mjs --unmarked                       what looks like a text and is not marked as one
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundlePath, languages, manifestPath, objectionsTo, readJson } from './bundlesOfTexts.mjs';
import { root } from './steps.mjs';
import { gatherTexts } from './texts.mjs';

process.chdir(root);

const { values } = parseArgs({
	options: {
		missing: { type: 'string' },
		merge: { type: 'string' },
		language: { type: 'string' },
		unmarked: { type: 'boolean' },
		tidy: { type: 'boolean' },
	},
});

const { keys, objections, missed } = gatherTexts();
for (const objection of objections) console.error(objection);
if (objections.length > 0) process.exitCode = 1;

/** The texts of `package.json` have names for keys; they travel with the others, with `package.json#` before them. */
const manifest = readJson(manifestPath());
const prefix = 'package.json#';

if (values.missing) {
	const language = known(values.missing);
	const bundle = readJson(bundlePath(language));
	const translated = readJson(manifestPath(language));
	const missing = Object.fromEntries([
		...[...keys.keys()].filter(key => !Object.hasOwn(bundle, key)).map(key => [key, '']),
		...Object.entries(manifest)
			.filter(([key]) => !Object.hasOwn(translated, key))
			.map(([key, english]) => [`${prefix}${key}`, english]),
	]);
	console.log(JSON.stringify(missing, undefined, '\t'));
} else if (values.merge) {
	merge(known(values.language), readJson(path.resolve(values.merge)));
} else if (values.tidy) {
	for (const language of languages) merge(language, {});
} else if (values.unmarked) {
	for (const { file, line, text } of missed) console.log(`${file}:${line}: ${text}`);
} else {
	printRooms();
}

function known(language) {
	if (languages.includes(language)) return language;
	console.error(`Name a language: ${languages.join(', ')}`);
	process.exit(2);
}

function merge(language, given) {
	const bundle = { ...readJson(bundlePath(language)) };
	const translated = { ...readJson(manifestPath(language)) };
	for (const [key, wording] of Object.entries(given)) {
		const inManifest = key.startsWith(prefix);
		const english = inManifest ? manifest[key.slice(prefix.length)] : key;
		const faults = objectionsTo(english ?? key, wording, language);
		if (english === undefined || (!inManifest && !keys.has(key))) faults.push('no such text');
		if (faults.length > 0) {
			console.error(`left out: ${key}: ${faults.join('; ')}`);
			process.exitCode = 1;
		} else if (inManifest) translated[key.slice(prefix.length)] = wording;
		else bundle[key] = wording;
	}
	write(bundlePath(language), bundle, [...keys.keys()].sort());
	write(manifestPath(language), translated, Object.keys(manifest));
}

/** In the order of the English texts, and nothing that has none. */
function write(file, texts, order) {
	const kept = order.filter(key => Object.hasOwn(texts, key)).map(key => [key, texts[key]]);
	writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), undefined, '\t')}\n`);
}

function printRooms() {
	const rooms = new Map();
	const count = (room, text) => {
		const { texts, bytes } = rooms.get(room) ?? { texts: 0, bytes: 0 };
		rooms.set(room, { texts: texts + 1, bytes: bytes + Buffer.byteLength(text) });
	};
	for (const [text, [file]] of keys) count(roomOf(file), text);
	for (const text of Object.values(manifest)) count('package.json', text);
	const all = [...rooms].sort();
	for (const [room, { texts, bytes }] of all)
		console.log(`${String(texts).padStart(6)}${String(bytes).padStart(8)}  ${room}`);
	const sum = name => all.reduce((total, [, room]) => total + room[name], 0);
	console.log(`${String(sum('texts')).padStart(6)}${String(sum('bytes')).padStart(8)}  in all`);
	for (const language of languages) {
		const bundle = readJson(bundlePath(language));
		console.log(`${language}: ${[...keys.keys()].filter(key => !Object.hasOwn(bundle, key)).length} missing`);
	}
	console.log(`not marked: ${missed.length}`);
}

/** Two folders deep, four for the dialects. */
function roomOf(file) {
	const depth = file.startsWith('server/language/') ? 4 : 2;
	return file.startsWith('schemas/') ? file : path.posix.dirname(file).split('/').slice(0, depth).join('/');
}
