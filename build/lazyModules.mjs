import path from 'node:path';

/** Characters below which a chunk is not worth a file: most have one or two kilobytes, and an archive spends 200 bytes on a file. */
const small = 16 * 1024;

const requireOf = /require\("\.\/(shared-\w+)\.js"\)/g;

/**
 * Puts the small chunks that programs share into one file, each as a function that runs when it is first asked for. It
 * is read once instead of a hundred times, is compressed as a whole, and nothing in it runs earlier than before.
 * @param {{ file: string, text: string }[]} programs CommonJS, as esbuild writes it
 * @returns {{ file: string, text: string }[]}
 */
export function withLazyModules(programs) {
	const isSmall = ({ file, text }) => path.basename(file).startsWith('shared-') && text.length < small;
	const members = programs.filter(isSmall);
	if (members.length === 0) return programs;
	const names = new Map(members.map(({ file }, index) => [path.basename(file, '.js'), index]));
	const file = path.join(path.dirname(members[0].file), 'shared.js');
	const redirected = (text, call) =>
		text.replace(requireOf, (original, name) => (names.has(name) ? `${call}(${names.get(name)})` : original));
	const wrapped = members.map(({ text }) => `function(module,exports){${redirected(text, 'load')}\n}`);
	return [
		...programs
			.filter(program => !isSmall(program))
			.map(program => ({ ...program, text: redirected(program.text, 'require("./shared.js").load') })),
		{ file, text: `${loader}exports.load=load;const chunks=[${wrapped.join(',')}];\n` },
	];
}

/** As Node does it: a module that is asked for while it runs gives what it has so far. */
const loader = `"use strict";
const loaded=[];
function load(index){
if(!loaded[index]){const module=loaded[index]={exports:{}};chunks[index](module,module.exports)}
return loaded[index].exports
}
`;
