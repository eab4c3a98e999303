import { type Problem, problem } from '../../../problem';
import { isOpen } from '../../statements/statementReading';
import { type EsxiLine, endOfWords, linesNamed, usedOption, usedValue } from '../esxiLines';
import type { EsxiReading } from '../esxiReading';

/** Disks and addresses: what the options of one line mean together. */
export function checkInstallation(reading: EsxiReading): Problem[] {
	const installs = linesNamed(reading, 'install', 'installorupgrade').filter(isCertain);
	const networks = linesNamed(reading, 'network').filter(isCertain);
	return [...installs.flatMap(checkDatastore), ...networks.flatMap(line => checkNetwork(reading, line))];
}

const isCertain = ({ open, args }: EsxiLine): boolean => !open && args.faults.length === 0;

function checkDatastore(line: EsxiLine): Problem[] {
	const { command, statement } = line;
	if (command.name !== 'install') return [];
	if (!usedOption(line, '--disk') && !usedOption(line, '--firstdisk')) return [];
	const decided = ['--overwritevmfs', '--preservevmfs', '--ignoreprereqerrors'].some(name => usedOption(line, name));
	return decided ? [] : [problem('esxi-vmfs-undecided', statement.head, { insertAt: endOfWords(line) })];
}

const staticOptions = ['--ip', '--netmask', '--gateway', '--hostname', '--nameserver'];

function checkNetwork({ source }: EsxiReading, line: EsxiLine): Problem[] {
	const protocol = usedValue(line, '--bootproto');
	if (!protocol || isOpen(source, protocol.start, protocol.end)) return [];
	if (protocol.text === 'dhcp')
		return staticOptions.flatMap(name => {
			const used = usedOption(line, name);
			return used ? [problem('esxi-static-only-option', { start: used.start, end: used.end }, { name })] : [];
		});
	if (protocol.text !== 'static') return [];
	const missing = ['--ip', '--netmask'].filter(name => !usedOption(line, name));
	const insertAt = endOfWords(line);
	const facts = { insertAt, options: missing.map(name => `"${name}"`) };
	if (missing.length > 0) return [problem('esxi-static-network', protocol, facts)];
	return usedOption(line, '--gateway') ? [] : [problem('esxi-no-gateway', protocol, { insertAt })];
}
