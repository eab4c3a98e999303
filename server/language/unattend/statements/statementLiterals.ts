import type { UnattendSource } from '../unattendSource';
import { type LiteralPlaces, type PlacedLiteral, placedLiteral } from '../values/placedLiteral';
import { type Arguments, type Value, wordValue } from './parseArguments';

/** A command line with its words told apart. */
interface Line {
	readonly command: { readonly name: string };
	readonly args: Arguments;
}

/** The values of options and first arguments whose place is listed: `network --ip`, `lang`. */
export function statementLiterals(
	source: UnattendSource,
	lines: readonly Line[],
	places: LiteralPlaces,
): readonly PlacedLiteral[] {
	const literal = (place: string, value: Value | undefined): readonly PlacedLiteral[] => {
		const setting = Object.hasOwn(places, place) ? places[place] : undefined;
		const found = value && setting !== undefined ? placedLiteral(source, value, setting) : undefined;
		return found && found.text === value?.text ? [found] : [];
	};
	return lines
		.flatMap(({ command, args }) => {
			const [first] = args.faults.length === 0 ? args.positionals : [];
			return [
				...args.options.flatMap(({ option, value }) => literal(`${command.name} ${option.canonical}`, value)),
				...literal(command.name, first && wordValue(first, source.masked)),
			];
		})
		.sort((a, b) => a.start - b.start);
}
