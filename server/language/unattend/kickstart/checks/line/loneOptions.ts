import { type Problem, problem } from '../../../../problem';
import { optionOf } from '../../names';
import type { Parsed } from './argumentChecks';

/** Options that do nothing without another one on the line. */
interface Companion {
	readonly command: RegExp;
	readonly options: readonly string[];
	readonly needs: string;
}

const encryption = ['--cipher', '--escrowcert', '--backuppassphrase', '--luks-version', '--pbkdf'];

const companions: readonly Companion[] = [
	{ command: /^(?:part|partition|logvol)$/, options: ['--maxsize'], needs: '--grow' },
	{ command: /^(?:part|partition|logvol|raid)$/, options: ['--passphrase', ...encryption], needs: '--encrypted' },
	// Without --encrypted the passphrase of autopart still serves no device.
	{ command: /^autopart$/, options: ['--passphrase', ...encryption], needs: '--encrypted' },
];

/** Options that the reference parser takes alone and that count together with another one only. */
export const checkLoneOptions = (parsed: Parsed): Problem[] =>
	companions.flatMap(({ command, options, needs }) => {
		if (!command.test(parsed.command.name) || optionOf(parsed, needs) || parsed.args.faults.length > 0) return [];
		const [lone] = options.flatMap(name => optionOf(parsed, name) ?? []);
		if (!lone) return [];
		const insertAt = (parsed.statement.words.at(-1) ?? parsed.statement.head).end;
		return [problem('kickstart-lone-option', lone, { name: lone.option.name, needed: needs, insertAt })];
	});
