import type { Range } from 'vscode-languageserver-types';

/** The facts of a setting that matter where its macro is used. */
export interface SettingFacts {
	readonly name: string;
	/** As the file says: `string`, `array`, `assoc_array`, …; empty when it says nothing readable. */
	readonly type: string;
	readonly category: 'dynamic' | 'static' | undefined;
	/** True: one value for all servers; false: one per server. */
	readonly common: boolean | undefined;
	readonly optional: boolean | undefined;
	readonly label: string | undefined;
	readonly description: string | undefined;
	readonly choices: readonly string[] | undefined;
	/** Static: the value. Dynamic: the default. As text, the way a macro inserts it. */
	readonly value: string | undefined;
	readonly regex: string | undefined;
	/** JSON path of the setting in its file. */
	readonly path: readonly (string | number)[];
	/** Where its name is written. */
	readonly nameRange: Range;
	/** The whole object. */
	readonly range: Range;
}

/** How often a template element can occur. Instances are numbered from 0: `server0`, `server1`. */
export interface Instances {
	readonly min: number;
	/** `undefined`: no upper bound is declared. */
	readonly max: number | undefined;
	/** The first instance exists without the operator adding it. */
	readonly autoCreated: boolean;
}

/** One step of a macro path. A node without children is a value; one with children is a group. */
export interface MacroNode {
	/** Without instance number. */
	readonly name: string;
	/** Present when the name carries an instance number in macros. */
	readonly instances?: Instances | undefined;
	readonly setting: SettingFacts;
	readonly children: readonly MacroNode[];
}

/** The custom macros that one configuration-settings file declares. */
export interface MacroTable {
	/** URI of the configuration-settings file. */
	readonly uri: string;
	/** Name of its top-most object, which macros leave out. */
	readonly rootName: string | undefined;
	/** False: a mistake in the file keeps settings from being read, so that others may be declared. */
	readonly isWhole?: boolean;
	/** Steps of the first level below the top-most object. */
	readonly nodes: readonly MacroNode[];
}
