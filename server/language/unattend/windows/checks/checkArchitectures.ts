import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { attributeNamed, nameOfAttribute } from '../../xml/parse/xmlTree';
import { attributePlace, onlyTextAt } from '../../xml/xmlPlace';
import { architectures, componentFacts } from '../windowsTable';
import type { PlacedComponent } from './checkOutline';

/**
 * A component of another architecture than the rest is not read. A file for several architectures gives each
 * component several times, which is fine.
 */
export function checkArchitectures(source: UnattendSource, components: readonly PlacedComponent[]): Problem[] {
	const problems: Problem[] = [];
	// One that is misspelt may be the same as another for a second architecture.
	if (components.some(({ element }) => componentFacts(attributeNamed(element, 'name')?.value ?? '') === undefined))
		return [];
	const count = new Map<string, number>();
	const architecturesOf = new Map<string, Set<string>>();
	const found = components.flatMap(({ element, pass }) => {
		const attribute = attributeNamed(element, 'processorArchitecture');
		const architecture = attribute && onlyTextAt(source, attributePlace(attribute))?.toLowerCase();
		if (attribute === undefined || architecture === undefined || !architectures.includes(architecture)) return [];
		const key = `${pass} ${attributeNamed(element, 'name')?.value.toLowerCase()}`;
		count.set(architecture, (count.get(architecture) ?? 0) + 1);
		architecturesOf.set(key, (architecturesOf.get(key) ?? new Set()).add(architecture));
		return [{ attribute, architecture, key }];
	});
	const usual = [...count].sort(([, a], [, b]) => b - a)[0]?.[0];
	if (usual === undefined || count.size < 2) return [];
	for (const { attribute, architecture, key } of found) {
		if (architecture === usual || architecture === 'neutral' || architecture === 'wow64') continue;
		if ((architecturesOf.get(key)?.size ?? 0) > 1) continue;
		problems.push(problem('windows-architecture-mixed', nameOfAttribute(attribute), { architecture, usual }));
	}
	return problems;
}
