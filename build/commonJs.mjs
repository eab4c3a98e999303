import { transform } from 'esbuild';

/** How the programs are written: VS Code 1.91 and Node's `require` load CommonJS. */
export const commonJs = {
	format: 'cjs',
	// Lists of exports for importers that are ES modules would be a tenth of the small files; nobody imports these.
	platform: 'neutral',
	target: 'node20.18',
	supported: { 'dynamic-import': false },
};

/**
 * An ES module that esbuild has bundled, as CommonJS. What esbuild adds for importers of every kind is taken out again:
 * ours only read its exports, so these need no second object in front of them, and no call needs to hide that object.
 * @throws {Error} when esbuild writes its modules in another way
 */
export async function asCommonJs(text) {
	const { code } = await transform(text, commonJs);
	const imported = new Set([...code.matchAll(/\b(\w+) = require\("\.\/shared-\w+\.js"\)/g)].map(([, name]) => name));
	const direct = code
		.replace(
			/var (\w+) = \{\};\n__export\(\1, ([\s\S]*?)\);\nmodule\.exports = __toCommonJS\(\1\);\n/,
			'__export(exports, $2);\n',
		)
		.replace(/\(0, (\w+)\.(\w+)\)\(/g, (call, name, member) => (imported.has(name) ? `${name}.${member}(` : call));
	if (direct.includes('module.exports = __toCommonJS')) throw new Error('esbuild writes CommonJS in another way.');
	return direct;
}

const helper =
	/^var __(?:create|defProp|getOwnPropDesc|getOwnPropNames|getProtoOf|hasOwnProp|export|copyProps|toESM|toCommonJS) = (?:[^\n]*;\n|[\s\S]*?\n[})]+;\n)/;

/** @returns {{ helpers: string, body: string }} what esbuild has put in front of a module, and the module */
export function withoutHelpers(text) {
	let body = text;
	for (let found = helper.exec(body); found; found = helper.exec(body)) body = body.slice(found[0].length);
	return { helpers: text.slice(0, text.length - body.length), body };
}
