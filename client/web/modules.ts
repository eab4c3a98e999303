/** Texts of CommonJS modules by name, such as `shared.js`. */
export type ModuleTexts = Readonly<Record<string, string>>;

type Require = (name: string) => unknown;

/**
 * Modules that were fetched before. A browser gives an extension one script and the means to run a text, as VS Code
 * itself runs that script; this lets the programs for Node and for the browser share their files.
 * @param given what a module can ask for besides its own kind
 */
export function modulesOf(texts: ModuleTexts, given: Readonly<Record<string, unknown>> = {}): Require {
	const loaded = new Map<string, { exports: unknown }>();
	const load: Require = path => {
		if (path in given) return given[path];
		const name = path.replace(/^\.\//, '');
		const known = loaded.get(name);
		if (known) return known.exports;
		const text = texts[name];
		if (text === undefined) throw new Error(`There is no module ${name} in a browser.`);
		const module = { exports: {} };
		loaded.set(name, module);
		new Function('module', 'exports', 'require', `${text}\n//# sourceURL=xclarity/${name}`)(
			module,
			module.exports,
			load,
		);
		return module.exports;
	};
	return load;
}
