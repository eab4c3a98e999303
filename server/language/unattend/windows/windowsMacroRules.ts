import type { MacroRules } from '../values/checkPlace';

/** The rules of Windows unattend files about what macros bring. */
export const windowsMacroRules: MacroRules = { certain: 'windows-macro-value', doubtful: 'windows-macro-choice' };
