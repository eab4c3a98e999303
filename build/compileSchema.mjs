import Ajv from 'ajv/dist/2019.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** Words for people and data of our own: a validator needs neither, and ajv would write them into its code. */
const words = [
	'markdownDescription',
	'enumDescriptions',
	'defaultSnippets',
	'x-grade',
	'x-source',
	'x-order',
	'x-messages',
	'x-releases',
];
const isWords = (name, value) =>
	words.includes(name) || ((name === 'title' || name === 'description') && typeof value === 'string');

/** The code of ajv's validator of a schema, an ES module. */
export function compileSchema(schema) {
	const ajv = new Ajv.default({
		allErrors: true,
		strict: true,
		strictTypes: false,
		strictRequired: false,
		allowUnionTypes: true,
		verbose: false,
		code: { source: true, esm: true, lines: true },
	});
	const code = standaloneCode.default(
		ajv,
		ajv.compile(JSON.parse(JSON.stringify(schema, (name, value) => (isWords(name, value) ? undefined : value)))),
	);
	// ajv copies all errors so far for each element with errors, which takes time in proportion to the square of them.
	const growing = code.replace(
		/vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\)/g,
		'vErrors = appended(vErrors, $1.errors)',
	);
	if (growing.includes('vErrors.concat(')) throw new Error('ajv writes its code in another way: see compileSchema.mjs');
	// ajv writes require calls for its run-time helpers, which an ES module does not have.
	return `${growing}\n${appended}`
		.replace(/export default \w+;/, '')
		.replace(
			/const (\w+) = require\("([^"]+)"\)\.default;/g,
			'import $1Module from "$2.js"; const $1 = $1Module.default ?? $1Module;',
		);
}

const appended =
	'function appended(errors, more) { if (errors === null) return more; for (const error of more) errors.push(error); return errors; }';
