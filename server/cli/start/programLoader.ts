import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

type Run = (exports: unknown, require: (name: string) => unknown, module: object, file: string, folder: string) => void;

/** Loads the files of a program as `require` does, with compiled code for those that have some. */
export class ProgramLoader {
	/** What was loaded, by name: `./tool.js`. */
	readonly scripts = new Map<string, Script>();
	readonly #folder: string;
	readonly #compiled: ReadonlyMap<string, Buffer>;
	readonly #modules = new Map<string, { exports: unknown }>();
	#refused = false;

	/** @param folder where the files lie */
	constructor(folder: string, compiled: ReadonlyMap<string, Buffer>) {
		this.#folder = folder;
		this.#compiled = compiled;
	}

	/** Whether this Node had no use for compiled code that it was given. */
	get refused(): boolean {
		return this.#refused;
	}

	/**
	 * The exports of a file of the program, by a name that begins with `./`, or of anything else that Node knows.
	 * @throws {Error} when there is no such file, or what it throws while it runs
	 */
	load(name: string): unknown {
		if (!name.startsWith('./')) return require(name);
		const known = this.#modules.get(name);
		if (known) return known.exports;
		const file = join(this.#folder, name);
		// No private method: the build would bring helpers for an old Node, which has none.
		const script = compile(file, this.#compiled.get(name));
		if (script.cachedDataRejected) this.#refused = true;
		const module: { exports: unknown } = { exports: {} };
		// Before it runs: a file that is asked for meanwhile gives what it has so far, as Node does it.
		this.#modules.set(name, module);
		this.scripts.set(name, script);
		const run: Run = script.runInThisContext();
		run(module.exports, other => this.load(other), module, file, this.#folder);
		return module.exports;
	}
}

/** As Node compiles it: as a function of what a module may ask for. */
function compile(filename: string, cachedData: Buffer | undefined): Script {
	const head = '(function(exports,require,module,__filename,__dirname){';
	return new Script(`${head}${readFileSync(filename, 'utf8')}\n})`, {
		filename,
		columnOffset: -head.length,
		...(cachedData && { cachedData }),
	});
}
