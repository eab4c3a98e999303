import { type Problem, problem } from '../../../../problem';
import { type KickstartFile, mayComeFromElsewhere } from '../../kickstartFile';
import { namedMembers, optionOf, optionValue } from '../../names';
import { isCertain } from '../../parsedCommands';
import type { Parsed } from '../line/argumentChecks';
import { hasOpenWord } from '../line/openWords';

/** Volume groups whose volumes need more room than their partitions have. */
export function checkVolumeSizes(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	if (mayComeFromElsewhere(file) || !isCertain(file, ['part', 'partition', 'raid', 'volgroup', 'logvol'])) return [];
	const partitions = new Map(
		commands
			.filter(({ command }) => /^part(?:ition)?$/.test(command.name))
			.map(line => [line.args.positionals[0]?.text, line] as const),
	);
	const volumes = volumesByGroup(commands);
	return commands
		.filter(({ command }) => command.name === 'volgroup')
		.flatMap(group =>
			checkGroup({ file, group, partitions, volumes: volumes.get(namedMembers(group).name?.text) ?? [] }),
		);
}

interface Group {
	readonly file: KickstartFile;
	readonly group: Parsed;
	readonly partitions: ReadonlyMap<string | undefined, Parsed>;
	readonly volumes: readonly Parsed[];
}

/** The volumes that take room of their own: those of a pool take none. */
function volumesByGroup(commands: readonly Parsed[]): ReadonlyMap<string | undefined, readonly Parsed[]> {
	const volumes = new Map<string | undefined, Parsed[]>();
	for (const line of commands) {
		if (line.command.name !== 'logvol' || optionOf(line, '--thin')) continue;
		const group = optionValue(line, '--vgname')?.text;
		const known = volumes.get(group);
		if (known) known.push(line);
		else volumes.set(group, [line]);
	}
	return volumes;
}

function checkGroup({ file, group, partitions, volumes }: Group): Problem[] {
	if (optionOf(group, '--useexisting') || optionOf(group, '--noformat') || hasOpenWord(file, group)) return [];
	const have = namedMembers(group).members.map(({ text }) => roomOf(file, partitions.get(text)));
	const need = volumes.map(line => sizeOf(file, line));
	if (have.length === 0 || have.includes(undefined) || need.includes(undefined)) return [];
	const [room, wanted] = [sum(have), sum(need)];
	const last = volumes.at(-1);
	if (wanted <= room || !last) return [];
	const name = namedMembers(group).name?.text ?? '';
	return [problem('kickstart-volumes-too-large', last.statement.head, { name, need: wanted, have: room })];
}

const sum = (sizes: readonly (number | undefined)[]): number =>
	sizes.reduce<number>((all, size) => all + (size ?? 0), 0);

/** MiB of a partition that does not grow; `undefined` where the file does not tell. */
const roomOf = (file: KickstartFile, line: Parsed | undefined): number | undefined =>
	line && !['--grow', '--onpart', '--recommended', '--hibernation'].some(name => optionOf(line, name))
		? sizeOf(file, line)
		: undefined;

/** MiB that a line asks for at least: nothing where it says a share; `undefined` where a macro tells. */
function sizeOf(file: KickstartFile, line: Parsed): number | undefined {
	if (hasOpenWord(file, line) || optionOf(line, '--useexisting') || optionOf(line, '--noformat')) return undefined;
	const size = optionValue(line, '--size');
	if (!size) return line.command.name === 'logvol' ? 0 : undefined;
	return /^\d+$/.test(size.text) ? Number(size.text) : undefined;
}
