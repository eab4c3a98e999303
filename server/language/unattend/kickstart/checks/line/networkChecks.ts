import { t } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import { addressProblems } from '../../../statements/addressProblems';
import type { KickstartFile } from '../../kickstartFile';
import { optionOf, optionValue } from '../../names';
import type { Parsed } from './argumentChecks';
import { hasOpenWord } from './openWords';

/** Options of one `network` line that do not fit each other. */
export function checkNetwork(file: KickstartFile, parsed: Parsed): Problem[] {
	if (parsed.command.name !== 'network') return [];
	return [...checkGateway(file, parsed), ...checkDhcp(file, parsed), ...checkBond(parsed)];
}

const checkGateway = ({ source }: KickstartFile, parsed: Parsed): Problem[] =>
	addressProblems(source, name => optionValue(parsed, name), {
		address: 'kickstart-address',
		gateway: 'kickstart-gateway',
	});

function checkDhcp(file: KickstartFile, parsed: Parsed): Problem[] {
	const protocol = optionValue(parsed, '--bootproto');
	const [used] = ['--ip', '--netmask', '--gateway'].flatMap(name => optionOf(parsed, name) ?? []);
	if (!used || (protocol ? protocol.text !== 'dhcp' : hasOpenWord(file, parsed) || parsed.args.faults.length > 0))
		return [];
	const insertAt = protocol ? -1 : parsed.statement.head.end;
	const hint = protocol ? '' : ` ${t('It is the default of --bootproto.')}`;
	return [problem('kickstart-dhcp-address', used, { hint, insertAt })];
}

/** Options of a bond, a team or a bridge on a line that makes none. */
function checkBond(parsed: Parsed): Problem[] {
	const opts = optionOf(parsed, '--bondopts');
	if (!opts || optionOf(parsed, '--bondslaves')) return [];
	return [problem('kickstart-bond', opts, {})];
}
