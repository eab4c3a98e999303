import { t } from '../../../../texts/texts';
import type { Problem } from '../../../problem';
import { safe, type TextFix } from '../../../quickFix';
import { replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { nameOf, nodeAt, xmlOf } from '../parse/xmlTree';
import type { NamesIn } from './programFixes';

/** Gives both tags of an element one name: where only the end tag bears one that is known there, the start tag is the wrong one. */
export const oneName =
	(namesIn: NamesIn) =>
	(problem: Problem, source: UnattendSource): readonly TextFix[] => {
		const { found, name } = problem.facts;
		const end = t('Change to </{facts}>', { facts: name });
		const element = nodeAt(xmlOf(source), problem.start);
		const parent = element?.kind === 'element' ? element.parent : undefined;
		const known = parent ? namesIn(parent) : [];
		if (element?.kind !== 'element' || known.includes(String(name)) || !known.includes(String(found)))
			return [safe(end, replace(problem, String(name)))];
		return [safe(t('Change to <{found}>', { found }), replace(nameOf(element), String(found)))];
	};
