/** A row of a table about lines of some commands. */
interface Row {
	readonly commands: readonly string[];
}

/** Looks up the rows of a table that are about a command. */
export function rowsByCommand<Known extends Row>(table: readonly Known[]): (command: string) => readonly Known[] {
	const found = new Map<string, readonly Known[]>();
	return command => {
		const rows = found.get(command) ?? table.filter(({ commands }) => commands.includes(command));
		found.set(command, rows);
		return rows;
	};
}
