/** How an option's value must read. Without a type any text is taken. */
type ValueType = 'flag' | 'integer' | 'boolean' | 'choice' | 'list';

/** An option as the tables of the dialects list it. */
export interface OptionEntry {
	readonly type?: ValueType;
	/** With type `choice`: the only values taken. */
	readonly choices?: readonly string[];
	/** May stand without its value. */
	readonly optionalValue?: boolean;
	/** What to call the value in help. */
	readonly value?: string;
	readonly summary?: string;
	/** Another spelling of this option. */
	readonly alias?: string;
}

/** A command or a section's header as the tables of the dialects list it. */
export interface CommandEntry<Listed extends OptionEntry = OptionEntry> {
	readonly summary: string;
	/** The command whose options and arguments it shares. */
	readonly sameAs?: string;
	/** What its arguments are, for help. */
	readonly arguments?: string;
	readonly notes?: readonly string[];
	/** How many arguments without dashes. */
	readonly min?: number;
	readonly max?: number;
	readonly options?: Readonly<Record<string, Listed>>;
}

/** An option under one of its names. */
export interface Option extends OptionEntry {
	/** As listed; for another spelling, the spelling itself. */
	readonly name: string;
	/** The name under which the checks know it. */
	readonly canonical: string;
}

/** A command or a section's header with its options by name. */
export interface Command<Known extends Option = Option> {
	readonly name: string;
	readonly entry: CommandEntry;
	readonly options: ReadonlyMap<string, Known>;
}
