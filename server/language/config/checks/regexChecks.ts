import { inARow } from '../../../texts/inARow';
import { t } from '../../../texts/texts';
import { matchesNothing } from '../../regex/regexDeadEnd';
import { type UserRegex, userRegex } from '../../regex/userRegex';
import { type Finding, finding } from '../finding';
import type { Setting } from './setting';

/** Steps for all regular expressions of one file that were not tried before: about a tenth of a second. */
const stepsForFile = 2_000_000;

/**
 * What is wrong with the regular expressions of a file, and with what they are to match. The trials of all together
 * are bounded; one report says from where on they were left out.
 */
export function regexFindings(settings: readonly Setting[], steps = stepsForFile): Finding[] {
	const meter = { steps };
	const findings: Finding[] = [];
	let firstLeft: Setting | undefined;
	let left = 0;
	for (const setting of settings) {
		const { regex } = setting.value;
		if (typeof regex !== 'string') continue;
		if (regex === '') {
			findings.push(finding('config-regex-empty', { path: [...setting.path, 'regex'], part: 'key' }, {}));
			continue;
		}
		const found = meter.steps > 0 ? ofSetting(setting, regex, meter) : [];
		if (meter.steps > 0) findings.push(...found);
		else {
			firstLeft ??= setting;
			left++;
		}
	}
	if (firstLeft) {
		const what = left === 1 ? t('this one') : t('this one and {left} more', { left: left - 1 });
		const facts = { subject: t('the regular expressions of this file'), what };
		findings.push(finding('config-regex-bound', { path: [...firstLeft.path, 'regex'], part: 'value' }, facts));
	}
	return findings;
}

interface Meter {
	steps: number;
}

function ofSetting({ value: keys, path }: Setting, source: string, meter: Meter): Finding[] {
	const place = { path: [...path, 'regex'], part: 'value' } as const;
	const subject = t('this regular expression');
	const inner = betweenSlashes(source, keys);
	if (inner !== undefined) return [finding('config-regex-slashes', place, { replacement: JSON.stringify(inner) })];
	const regex = userRegex(source, meter);
	const { parsed } = regex;
	if (parsed.kind === 'invalid') return [finding('config-regex-invalid', place, { problem: parsed.problem })];
	if (parsed.kind === 'tooLarge') return [finding('config-regex-bound', place, { subject, what: t('it') })];
	const findings: Finding[] = [];
	if (parsed.constructs.length > 0) {
		findings.push(finding('config-regex-java', place, { construct: parsed.constructs.join(', ') }));
	}
	if (regex.hazard) findings.push(finding('config-regex-hangs', place, { reason: regex.hazard.reason }));
	if (!regex.isJudged) findings.push(finding('config-regex-bound', place, { subject, what: t('whether it can hang') }));
	if (matchesNothing(parsed.pattern)) return [...findings, finding('config-regex-no-text', place, {})];
	if (regex.missingAnchors.length > 0) {
		const facts = { missing: inARow(regex.missingAnchors), anchored: anchored(source, regex) };
		findings.push(finding('config-regex-unanchored', place, facts));
	}
	if (parsed.exact) findings.push(...matchFindings({ keys, path, source }, regex, meter));
	return findings;
}

/**
 * What stands between the slashes of an expression that is written as programs write it: with anchors or flags, or with
 * a value that only matches without them. `undefined` for any other expression.
 */
function betweenSlashes(source: string, { value, choices }: Setting['value']): string | undefined {
	const [, inner, flags = ''] = /^\/(.+)\/([gimsuy]{0,4})$/s.exec(source) ?? [];
	if (inner === undefined) return undefined;
	const examples = [value, ...(Array.isArray(choices) ? choices : [])].filter(text => typeof text === 'string');
	const isCertain = flags !== '' || /^\^|\$$/.test(inner);
	const hasSlashes = examples.some(text => /^\/.*\/$/.test(text));
	if (hasSlashes || (!isCertain && /(?<!\\)\//.test(inner))) return undefined;
	return inner.replaceAll('\\/', '/');
}

/** The expression with the anchors that it lacks, as JSON. */
function anchored(source: string, { parsed, missingAnchors }: UserRegex): string {
	const hasAlternatives = parsed.kind === 'regex' && parsed.pattern.alternatives.length > 1;
	if (hasAlternatives) return JSON.stringify(`^(?:${source})$`);
	const [start, end] = (['^', '$'] as const).map(anchor => (missingAnchors.includes(anchor) ? anchor : ''));
	return JSON.stringify(`${start}${source}${end}`);
}

function matchFindings(
	{ keys, path, source }: { keys: Setting['value']; path: Setting['path']; source: string },
	regex: UserRegex,
	meter: Meter,
): Finding[] {
	const { value, choices } = keys;
	let gaveUp = false;
	const fails = (text: unknown): text is string => {
		if (typeof text !== 'string' || text === '') return false;
		const answer = regex.match(text, meter);
		gaveUp ||= answer === 'gave-up';
		return answer === 'no-match';
	};
	const list = Array.isArray(choices) ? choices : [];
	const failing = [...list.entries()].filter(([, choice]) => fails(choice));
	const place = { path: [...path, 'regex'], part: 'value' } as const;
	if (list.length > 1 && failing.length === list.length) {
		return [finding('config-regex-no-choice', place, { count: list.length })];
	}
	const findings = failing.map(([index, choice]) =>
		finding(
			'config-regex-choice',
			{ path: [...path, 'choices', index], part: 'value' },
			{ choice: String(choice), regex: source },
		),
	);
	if (value !== undefined && !list.includes(value) && fails(value)) {
		findings.push(finding('config-regex-value', { path: [...path, 'value'], part: 'value' }, { value, regex: source }));
	}
	if (gaveUp && !regex.hazard && meter.steps > 0) {
		findings.push(
			finding('config-regex-bound', place, { subject: t('this regular expression'), what: t('its value') }),
		);
	}
	return findings;
}
