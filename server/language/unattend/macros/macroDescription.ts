import { t, translate } from '../../../texts/texts';
import type { MacroNode } from '../../macros/macroTable';
import type { PredefinedMacro } from '../../macros/predefinedMacros';
import type { Grade } from '../../rules/rule';
import { configName, type MacroScope } from './macroScope';

/** Choices beyond these are counted, not shown. */
const mostShown = 20;

/** What a person wants to know of a setting where its macro stands; Markdown. */
export function describeNode(scope: MacroScope, node: MacroNode): string {
	const { setting, instances, children } = node;
	const lines = [
		setting.label === undefined ? undefined : `**${plain(setting.label)}**`,
		setting.description === undefined ? undefined : plain(setting.description),
		[kindOfValue(node), whoseValue(node)].filter(Boolean).join(', '),
		instances &&
			t('Instances: {min} to {max}, numbered from 0', { min: instances.min, max: instances.max ?? t('any number') }),
		children.length > 0
			? t('Group of {children}', { children: children.map(({ name }) => code(name)).join(', ') })
			: undefined,
		valueLine(node),
		setting.choices && t('Choices: {choices}', { choices: shown(setting.choices) }),
		setting.regex === undefined ? undefined : t('Must match {regex}', { regex: code(setting.regex) }),
		scope.table &&
			t('Declared in [{scope}]({uri})', {
				scope: plain(configName(scope)),
				uri: placeOf(scope.table.uri, setting.nameRange.start),
			}),
	];
	return lines.filter(Boolean).join('\n\n');
}

function kindOfValue({ setting }: MacroNode): string {
	const kind =
		setting.category === 'static' ? t('fixed') : setting.category === 'dynamic' ? t('asked at deployment') : '';
	return [setting.type && code(setting.type), kind].filter(Boolean).join(', ');
}

function whoseValue({ setting }: MacroNode): string {
	const whose =
		setting.common === undefined ? '' : setting.common ? t('one for all servers') : t('one for each server');
	const needed = setting.category === 'dynamic' && setting.optional !== undefined;
	return [whose, needed && (setting.optional ? t('optional') : t('required'))].filter(Boolean).join(', ');
}

function valueLine({ setting }: MacroNode): string | undefined {
	if (setting.value === undefined) return undefined;
	const value = code(setting.value);
	return setting.category === 'static' ? t('Value: {value}', { value }) : t('Default: {value}', { value });
}

const shown = (values: readonly string[]): string =>
	values.slice(0, mostShown).map(code).join(', ') +
	(values.length > mostShown ? ` ${t('and {count} more', { count: values.length - mostShown })}` : '');

/** What is known of a predefined macro, and how sure that is; Markdown. */
export function describePredefined({ summary, type, values, os, grade, source }: PredefinedMacro): string {
	const lines = [
		translate(summary),
		type === 'unknown' ? undefined : t('Type: {type}', { type: code(type) }),
		values && t('Values: {values}', { values: shown(values) }),
		os && t('For {os}', { os: os.map(name => osNames[name] ?? name).join(', ') }),
		[
			source ? t('Predefined by the appliance ({source})', { source }) : t('Predefined by the appliance'),
			gradeNote(grade),
		]
			.filter(Boolean)
			.join(': '),
	];
	return lines.filter(Boolean).join('\n\n');
}

const osNames: Readonly<Record<string, string>> = {
	win: 'Windows',
	esxi: 'VMware ESXi',
	rhels: 'Red Hat Enterprise Linux',
	sles: 'SUSE Linux Enterprise Server',
};

/** A caution for names that no page shows; empty otherwise. */
export function gradeNote(grade: Grade): string {
	if (grade === 'inferred') return t('name concluded from the REST interface');
	return grade === 'believed' ? t('believed to exist, seen in no source') : '';
}

const placeOf = (uri: string, { line, character }: { readonly line: number; readonly character: number }): string =>
	`${uri}#L${line + 1},${character + 1}`;

/** Text of the person's own in Markdown, without any effect on it. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-!<>|~]/g, '\\$&').replace(/\s+/g, ' ');

/** Text as inline code, with a fence longer than any run of backticks in it. */
export function code(text: string): string {
	const longest = Math.max(0, ...new Set(text.match(/`+/g)?.map(run => run.length)));
	const fence = '`'.repeat(longest + 1);
	const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
	return `${fence}${padding}${text.replace(/\s+/g, ' ')}${padding}${fence}`;
}
