import { type RuleCode, rules } from '../../language/rules';

/** What a rule asks for. In what ships it comes from the pages of the rules, which say it as well (`build/ruleTitles.mjs`). */
export const titleOf = (code: RuleCode): string => rules[code].title;
