import type { SeverityOverrides } from '../language/rules';
import type { Severity } from '../language/rules/rule';

/** The settings that the language server reads, section `xclarity`. */
export interface Settings {
	/** Severity by rule code. */
	readonly rules: SeverityOverrides;
	readonly inlayHints: {
		/** The macro behind each setting of a configuration-settings file. */
		readonly macros: boolean;
		/** The value behind each macro of an unattend file. */
		readonly values: boolean;
	};
}

const levels: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies (Severity | 'off')[];
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;
const isLevel = (value: unknown): value is Severity | 'off' => levels.includes(value);

/** Reads what the editor sent; anything that is not a setting of ours counts as not set. */
export function readSettings(value: unknown): Settings {
	const rules = isRecord(value) && isRecord(value.rules) ? value.rules : {};
	const hints = isRecord(value) && isRecord(value.inlayHints) ? value.inlayHints : {};
	return {
		rules: Object.fromEntries(
			Object.entries(rules).flatMap(([code, level]) => (isLevel(level) ? [[code, level]] : [])),
		),
		inlayHints: { macros: hints.macros !== false, values: hints.values === true },
	};
}
