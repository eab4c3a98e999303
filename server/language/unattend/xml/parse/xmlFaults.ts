import type { Problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import { xmlOf } from './xmlTree';

/**
 * What an XML parser refuses in a source. A macro that stands alone where XML wants something else (outside the root
 * element, among attributes) is the appliance's business, and in a file named `.erb` the marks of ERB are at home.
 */
export function xmlFaults(source: UnattendSource): Problem[] {
	const isTemplate = source.document.uri.endsWith('.erb');
	return xmlOf(source).faults.filter(
		fault => !(isTemplate && fault.code === 'xml-template-mark') && !isMacrosOnly(source, fault),
	);
}

function isMacrosOnly(source: UnattendSource, { start, end }: Problem): boolean {
	const macros = macrosIn(source, { start, end });
	if (macros.length === 0) return false;
	let rest = '';
	let from = start;
	for (const macro of macros) {
		rest += source.text.slice(from, macro.start);
		from = macro.end;
	}
	return (rest + source.text.slice(from, end)).trim() === '';
}
