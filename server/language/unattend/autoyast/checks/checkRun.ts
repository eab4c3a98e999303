import { t } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { slesRelease } from '../slesRelease';
import { checkGateway, checkRouteDevices } from './checkGateway';
import { checkNetwork } from './checkNetwork';
import { literal } from './literal';

/** Checks what makes an unattended run stop and wait, or leaves something out without a word. */
export const checkRun = (source: UnattendSource, profile: XmlElement): Problem[] => [
	...checkConfirm(source, profile),
	...checkReport(source, profile),
	...checkScripts(source, profile),
	...checkSecondStage(source, profile),
	...checkNetwork(source, profile),
	...checkGateway(source, profile),
	...checkRouteDevices(source, profile),
	...checkProduct(source, profile),
];

function checkConfirm(source: UnattendSource, profile: XmlElement): Problem[] {
	const isWhole = childNamed(profile, 'partitioning') ?? childNamed(profile, 'software');
	if (isWhole === undefined || profile.broken) return [];
	const general = childNamed(profile, 'general');
	const mode = childNamed(general, 'mode');
	const confirm = childNamed(mode, 'confirm');
	if (general?.broken || mode?.broken || confirm?.broken) return [];
	return confirm === undefined || literal(source, confirm) === 'true'
		? [problem('autoyast-confirm', nameOf(confirm ?? mode ?? general ?? profile), {})]
		: [];
}

function checkReport(source: UnattendSource, profile: XmlElement): Problem[] {
	const errors = descendant(profile, 'report', 'errors');
	const timeout = childNamed(errors, 'timeout');
	if (timeout === undefined || literal(source, timeout) !== '0') return [];
	if (literal(source, childNamed(errors, 'show')) !== 'true') return [];
	return [problem('autoyast-report-waits', textPlace(timeout), {})];
}

function checkScripts(source: UnattendSource, profile: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const scripts = childNamed(profile, 'scripts');
	for (const list of scripts ? elementsOf(scripts) : []) {
		const seen = new Set<string>();
		for (const script of elementsOf(list)) {
			if (script.localName !== 'script' || script.broken) continue;
			const file = childNamed(script, 'filename');
			const name = literal(source, file);
			if (file && name && seen.has(name)) {
				problems.push(problem('autoyast-twice', textPlace(file), { what: t('The script'), name }));
			}
			if (name) seen.add(name);
			if (childNamed(script, 'source') ?? childNamed(script, 'location')) continue;
			problems.push(problem('autoyast-script-empty', nameOf(script), {}));
		}
	}
	return problems;
}

/** Scripts that run once the installed system has started. */
const laterScripts = ['post-scripts', 'init-scripts'] as const;

function checkSecondStage(source: UnattendSource, profile: XmlElement): Problem[] {
	const problems: Problem[] = [];
	if (literal(source, descendant(profile, 'general', 'mode', 'second_stage')) !== 'false') return [];
	const scripts = childNamed(profile, 'scripts');
	for (const name of laterScripts) {
		const list = childNamed(scripts, name);
		if (list && elementsOf(list).length > 0) problems.push(problem('autoyast-second-stage', nameOf(list), { name }));
	}
	return problems;
}

/** SLE 15 has no product until one is named. */
function checkProduct(source: UnattendSource, profile: XmlElement): Problem[] {
	const release = slesRelease(source);
	if (!release?.startsWith('15') || (source.os !== undefined && !source.os.startsWith('sle'))) return [];
	const software = childNamed(profile, 'software');
	if (software?.broken || childNamed(software, 'products')) return [];
	return [problem('autoyast-product', nameOf(software ?? profile), { release })];
}
