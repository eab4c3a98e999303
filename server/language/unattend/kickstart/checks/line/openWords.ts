import type { ArgumentFault } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementFile';
import type { KickstartOption } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';

/** True when a word that is a macro or a template mark may bring options or arguments of its own. */
export const hasOpenWord = (file: KickstartFile, { args }: Parsed): boolean =>
	args.positionals.some(word => isOpen(file.source, word.start, word.end)) ||
	args.faults.some(fault => isOpen(file.source, ...placeOfFault(fault)));

/** Start and end of the words that a fault is about. */
export function placeOfFault(fault: ArgumentFault<KickstartOption>): [number, number] {
	return 'used' in fault ? [fault.used.start, fault.used.end] : [fault.word.start, fault.end];
}
