import path from 'node:path';
import { withoutHelpers } from './commonJs.mjs';

/**
 * Characters below which a chunk is not worth a file: most have one or two kilobytes, an archive spends 200 bytes on a
 * file, and learns each one's words anew. To read past them costs a program nothing that can be measured.
 */
const small = 60 * 1024;

const requireOf = /require\("\.\/(shared-\w+)\.js"\)/g;

/**
 * Puts the small chunks that programs share into one file, each as a function that runs when it is first asked for. It
 * is read once instead of a hundred times, is compressed as a whole, and nothing in it runs earlier than before.
 * @param {{ file: string, text: string }[]} programs CommonJS, as esbuild writes it
 * @returns {{ file: string, text: string }[]}
 */
export function withLazyModules(programs) {
	const apart = neededAtOnce('extension', programs);
	const isSmall = ({ file, text }) =>
		path.basename(file).startsWith('shared-') && text.length < small && !apart.has(path.basename(file, '.js'));
	const members = programs.filter(isSmall);
	if (members.length === 0) return programs;
	const names = new Map(members.map(({ file }, index) => [path.basename(file, '.js'), index]));
	const file = path.join(path.dirname(members[0].file), 'shared.js');
	const redirected = (text, call) =>
		text.replace(requireOf, (original, name) => (names.has(name) ? `${call}(${names.get(name)})` : original));
	const parts = members.map(({ text }) => withoutHelpers(text));
	const wrapped = parts.map(({ body }) => `function(module,exports){${redirected(body, 'load')}\n}`);
	const [helpers] = parts.map(part => part.helpers).sort((a, b) => b.length - a.length);
	return [
		...programs
			.filter(program => !isSmall(program))
			.map(program => ({ ...program, text: redirected(program.text, 'require("./shared.js").load') })),
		{ file, text: `${loader}${helpers}exports.load=load;const chunks=[${wrapped.join(',')}];\n` },
	];
}

/**
 * The small chunks that a program is made of; a large one is loaded when it is asked for. VS Code loads the extension's
 * entry for files of other people, too: it must not read all the rest for the few lines that it shares.
 */
function neededAtOnce(program, programs) {
	const found = new Set([program]);
	for (const name of found) {
		const text = programs.find(({ file }) => path.basename(file, '.js') === name)?.text ?? '';
		if (name !== program && text.length >= small) continue;
		for (const [, chunk] of text.matchAll(requireOf)) found.add(chunk);
	}
	return found;
}

/** As Node does it: a module that is asked for while it runs gives what it has so far. */
const loader = `"use strict";
const loaded=[];
function load(index){
if(!loaded[index]){const module=loaded[index]={exports:{}};chunks[index](module,module.exports)}
return loaded[index].exports
}
`;
