import { inARow } from '../../../texts/inARow';
import { t } from '../../../texts/texts';
import { startRound } from '../../regex/recentAnswers';
import type { MatchResult } from '../../regex/regexMatcher';
import { type UserRegex, userRegex } from '../../regex/userRegex';
import { type Finding, type FindingPlace, finding } from '../finding';
import type { JsonPath, JsonValue } from '../json/jsonNode';
import { pathIn, type Setting } from './setting';

/** Steps for all regular expressions of one file that were not tried before: about a tenth of a second. */
const stepsForFile = 2_000_000;

/**
 * What is wrong with the regular expressions of a file, and with what they are to match. The trials of all together
 * are bounded; one report says from where on they were left out.
 */
export function checkRegexes(settings: readonly Setting[], found: Finding[], steps = stepsForFile): void {
	startRound();
	const meter = { steps };
	const trials = { found, meter };
	let firstLeft: Setting | undefined;
	let left = 0;
	for (const setting of settings) {
		const { regex } = setting.value;
		if (typeof regex !== 'string') continue;
		if (regex === '') {
			found.push(finding('config-regex-empty', { path: pathIn(setting, 'regex'), part: 'key' }, {}));
			continue;
		}
		const before = found.length;
		if (meter.steps > 0) checkRegex(setting, regex, trials);
		if (meter.steps > 0) continue;
		// What was found of this one may not be all.
		found.length = before;
		firstLeft ??= setting;
		left++;
	}
	if (firstLeft) {
		const what = left === 1 ? t('this one') : t('this one and {left} more', { left: left - 1 });
		const facts = { subject: t('the regular expressions of this file'), what };
		found.push(finding('config-regex-bound', { path: pathIn(firstLeft, 'regex'), part: 'value' }, facts));
	}
}

/** Where findings go, and what trials are counted on. */
interface Trials {
	readonly found: Finding[];
	readonly meter: { steps: number };
}

function checkRegex(setting: Setting, source: string, trials: Trials): void {
	const { found, meter } = trials;
	const inner = source.startsWith('/') ? betweenSlashes(source, setting.value) : undefined;
	if (inner !== undefined) {
		found.push(finding('config-regex-slashes', placeIn(setting, 'regex'), { replacement: JSON.stringify(inner) }));
		return;
	}
	const regex = userRegex(source, meter);
	const { parsed, hazard } = regex;
	if (parsed.kind === 'invalid') {
		found.push(finding('config-regex-invalid', placeIn(setting, 'regex'), { problem: parsed.problem }));
		return;
	}
	if (parsed.kind === 'tooLarge') {
		found.push(
			finding('config-regex-bound', placeIn(setting, 'regex'), {
				subject: t('this regular expression'),
				what: t('it'),
			}),
		);
		return;
	}
	if (parsed.constructs.length > 0) {
		found.push(finding('config-regex-java', placeIn(setting, 'regex'), { construct: parsed.constructs.join(', ') }));
	}
	if (hazard) found.push(finding('config-regex-hangs', placeIn(setting, 'regex'), { reason: hazard.reason }));
	if (!regex.isJudged) {
		found.push(
			finding('config-regex-bound', placeIn(setting, 'regex'), {
				subject: t('this regular expression'),
				what: t('whether it can hang'),
			}),
		);
	}
	if (regex.isDeadEnd) {
		found.push(finding('config-regex-no-text', placeIn(setting, 'regex'), {}));
		return;
	}
	if (regex.missingAnchors.length > 0) {
		const facts = { missing: inARow(regex.missingAnchors), anchored: anchored(source, regex) };
		found.push(finding('config-regex-unanchored', placeIn(setting, 'regex'), facts));
	}
	if (parsed.exact) checkMatches(setting, regex, trials);
}

/** Made for a report only: nothing is made for an expression that is right, since there may be thousands. */
const placeIn = (setting: Setting, ...steps: JsonPath): FindingPlace => ({
	path: pathIn(setting, ...steps),
	part: 'value',
});

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

/** Whether the value and the choices of a setting match its expression. */
function checkMatches(setting: Setting, regex: UserRegex, { found, meter }: Trials): void {
	const { value, choices } = setting.value;
	const source = String(setting.value.regex);
	const list = Array.isArray(choices) ? choices : noChoices;
	let failing = 0;
	let gaveUp = false;
	const before = found.length;
	for (let index = 0; index < list.length; index++) {
		const answer = answerTo(list[index], regex, meter);
		gaveUp ||= answer === 'gave-up';
		if (answer !== 'no-match') continue;
		failing++;
		const facts = { choice: String(list[index]), regex: source };
		found.push(finding('config-regex-choice', placeIn(setting, 'choices', index), facts));
	}
	if (list.length > 1 && failing === list.length) {
		found.length = before;
		found.push(finding('config-regex-no-choice', placeIn(setting, 'regex'), { count: list.length }));
		return;
	}
	const answer = typeof value === 'string' && !list.includes(value) ? answerTo(value, regex, meter) : undefined;
	if (typeof value === 'string' && answer === 'no-match') {
		found.push(finding('config-regex-value', placeIn(setting, 'value'), { value, regex: source }));
	}
	if ((gaveUp || answer === 'gave-up') && !regex.hazard && meter.steps > 0) {
		const facts = { subject: t('this regular expression'), what: t('its value') };
		found.push(finding('config-regex-bound', placeIn(setting, 'regex'), facts));
	}
}

/** Whether a text matches, where it is one that has to. */
const answerTo = (text: unknown, regex: UserRegex, meter: Trials['meter']): MatchResult | undefined =>
	typeof text === 'string' && text !== '' ? regex.match(text, meter) : undefined;

const noChoices: readonly JsonValue[] = [];
