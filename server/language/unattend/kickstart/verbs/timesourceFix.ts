import { t } from '../../../../texts/texts';
import { safe, type TextFix } from '../../../quickFix';
import { insert, replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';

/** Moves `timezone --ntpservers` and `--nontp` to the command that took their place. */
export function timesourceFix(start: number, { text }: UnattendSource): TextFix | undefined {
	const found = /^(?:--nontp|--ntpservers(?:=|[ \t]+)(\S+))/.exec(text.slice(start));
	if (!found) return undefined;
	const [written, servers] = found;
	const lines = servers
		? servers.split(',').map(name => `timesource --ntp-server=${name}`)
		: ['timesource --ntp-disable'];
	const lineBreak = text.indexOf('\n', start);
	let from = start;
	while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
	return safe(
		t('Move to timesource'),
		replace({ start: from, end: start + written.length }, ''),
		insert(lineBreak < 0 ? text.length : lineBreak, lines.map(line => `\n${line}`).join('')),
	);
}
