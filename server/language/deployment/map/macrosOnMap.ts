import type { Range } from 'vscode-languageserver-types';
import { isPredefined } from '../../macros/predefinedMacros';
import type { MacroScope } from '../../unattend/macros/macroScope';
import { noAnswers } from '../answers';
import { macroText, type Unresolved } from '../macroValues';
import type { MappedMacro, MappedUnattend } from './deploymentMap';

type Sorted = Pick<MappedUnattend, 'custom' | 'predefined' | 'missing'>;

/** What the names mean is asked, and not what anybody entered. */
const nothingEntered = { deployment: { values: new Map(), faults: [] }, answers: noAnswers, server: 0, appliance: {} };

/** The macros of a file, each once, by what they stand for; in the order in which they first stand there. */
export function macrosOnMap(scope: MacroScope): Sorted {
	const found = new Map<string, FoundMacro>();
	for (const macro of scope.all) {
		const becomes = macroText(scope, macro, nothingEntered);
		const unresolved = 'unresolved' in becomes ? becomes.unresolved : undefined;
		const key = `${unresolved ?? ''} ${macro.name}`;
		const range = { start: scope.document.positionAt(macro.start), end: scope.document.positionAt(macro.end) };
		const known = found.get(key);
		if (known) known.ranges.push(range);
		else found.set(key, { macro: macro.name, ranges: [range], unresolved });
	}
	const all = [...found.values()];
	const resolved = all.filter(({ unresolved }) => unresolved === undefined);
	return {
		custom: resolved.filter(({ macro }) => !isPredefined(macro)).map(plain),
		predefined: resolved.filter(({ macro }) => isPredefined(macro)).map(plain),
		missing: all.flatMap(each => (each.unresolved === undefined ? [] : [{ ...plain(each), reason: each.unresolved }])),
	};
}

interface FoundMacro {
	readonly macro: string;
	readonly ranges: Range[];
	readonly unresolved: Unresolved | undefined;
}

const plain = ({ macro, ranges }: FoundMacro): MappedMacro => ({ macro, ranges });
