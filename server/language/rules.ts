import type { FactsOf } from '../texts/texts';
import { autoyastRules } from './rules/autoyastRules';
import { configRules } from './rules/configRules';
import { deploymentRules } from './rules/deploymentRules';
import { esxiRules } from './rules/esxiRules';
import { fileRules } from './rules/fileRules';
import { kickstartRules } from './rules/kickstartRules';
import { linkRules } from './rules/linkRules';
import { macroRules } from './rules/macroRules';
import type { Rule, Severity } from './rules/rule';
import { unattendRules } from './rules/unattendRules';
import { windowsRules } from './rules/windowsRules';
import { xmlRules } from './rules/xmlRules';

/** Every rule of the product by its code. Codes are stable for ever: they stand in settings, scripts and CI logs. */
export const rules = {
	...fileRules,
	...configRules,
	...macroRules,
	...linkRules,
	...deploymentRules,
	...unattendRules,
	...kickstartRules,
	...esxiRules,
	...xmlRules,
	...autoyastRules,
	...windowsRules,
} satisfies Record<string, Rule>;

export type RuleCode = keyof typeof rules;

/** The facts that a rule's message needs. */
export type RuleFacts<Code extends RuleCode> = FactsOf<(typeof rules)[Code]['message']>;

/** What a person set: a rule's severity, or `off`. Unknown codes are ignored. */
export type SeverityOverrides = Readonly<Record<string, Severity | 'off'>>;

export const isRuleCode = (code: unknown): code is RuleCode => typeof code === 'string' && Object.hasOwn(rules, code);
