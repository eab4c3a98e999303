import { type Problem, problem } from '../../../problem';
import { addressProblems } from '../../statements/addressProblems';
import type { UsedOption } from '../../statements/parseArguments';
import { holdsOption } from '../../statements/partedOptions';
import { isOpen } from '../../statements/statementFile';
import { mostOptionsTold } from '../../statements/unknownOptions';
import type { EsxiFile } from '../esxiFile';
import { type EsxiLine, endOfWords, linesNamed, usedOption, usedValue } from '../esxiLines';
import type { EsxiOption } from '../esxiTable';

/** Disks and addresses: what the options of one line mean together. */
export function checkInstallation(file: EsxiFile): Problem[] {
	const installs = linesNamed(file, 'install', 'installorupgrade').filter(isCertain);
	const networks = linesNamed(file, 'network').filter(isCertain);
	return [
		...installs.flatMap(checkTargets),
		...linesNamed(file, 'clearpart').filter(isCertain).flatMap(checkTargets),
		...installs.flatMap(checkDatastore),
		...networks.flatMap(line => checkNetwork(file, line)),
	];
}

const isCertain = ({ open, args }: EsxiLine): boolean => !open && args.faults.length === 0;

function checkTargets(line: EsxiLine): Problem[] {
	const [one, other] = ['--disk', '--firstdisk', '--drives', '--alldrives']
		.flatMap(name => usedOption(line, name) ?? [])
		.sort((a, b) => a.start - b.start);
	return one && other ? [problem('esxi-two-targets', other, { name: one.option.name, other: other.option.name })] : [];
}

function checkDatastore(line: EsxiLine): Problem[] {
	const { command, statement } = line;
	if (command.name !== 'install') return [];
	if (!usedOption(line, '--disk') && !usedOption(line, '--firstdisk')) return [];
	const decided = ['--overwritevmfs', '--preservevmfs', '--ignoreprereqerrors'].some(name => usedOption(line, name));
	return decided ? [] : [problem('esxi-vmfs-undecided', statement.head, { insertAt: endOfWords(line) })];
}

const staticOptions = ['--ip', '--netmask', '--gateway', '--hostname', '--nameserver'];

function checkNetwork({ source }: EsxiFile, line: EsxiLine): Problem[] {
	const protocol = usedValue(line, '--bootproto');
	if (protocol && isOpen(source, protocol.start, protocol.end)) return [];
	if (!protocol || protocol.text === 'dhcp') return checkDhcp(line);
	if (protocol.text !== 'static') return [];
	const missing = ['--ip', '--netmask'].filter(name => !usedOption(line, name));
	const insertAt = endOfWords(line);
	const facts = { insertAt, options: missing.map(name => `"${name}"`) };
	if (
		missing.length > 0 &&
		!line.args.options.some(({ value }) => value && holdsOption(value.text, line.command.options))
	)
		return [problem('esxi-static-network', protocol, facts)];
	const rules = { address: 'esxi-value-unusual', gateway: 'esxi-gateway' } as const;
	const flaws = addressProblems(source, name => usedValue(line, name), rules);
	return usedValue(line, '--gateway') || flaws.length > 0
		? flaws
		: [problem('esxi-no-gateway', protocol, { insertAt })];
}

/** One report for the options that stand side by side. */
function checkDhcp(line: EsxiLine): Problem[] {
	const runs: UsedOption<EsxiOption>[][] = [];
	let run: UsedOption<EsxiOption>[] = [];
	for (const one of line.args.options) {
		if (!staticOptions.includes(one.option.name)) run = [];
		else if (run.push(one) === 1) runs.push(run);
	}
	return runs.slice(0, mostOptionsTold).flatMap(each => {
		const [first] = each;
		const last = each.at(-1);
		if (!first || !last) return [];
		const name = [...new Set(each.map(({ option }) => option.name))].join('", "');
		return [
			problem(
				'esxi-static-only-option',
				{ start: first.start, end: Math.max(last.end, last.value?.end ?? 0) },
				{ name },
			),
		];
	});
}
