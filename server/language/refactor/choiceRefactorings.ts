import { t } from '../../texts/texts';
import { childOf, propertyOf } from '../config/json/jsonNode';
import type { ConfigRefactoring } from './configRefactoring';
import { fileOf } from './configRefactoring';
import { addMember, removeItem, textOf } from './json/jsonChanges';

/** A text with a value becomes a choice, so far of that value alone. */
export const offerChoices: ConfigRefactoring = ({ config, json, node, text, value }) => {
	const own = propertyOf(json, 'value');
	const given = own?.children?.[1];
	const isText = typeof value.value === 'string' && value.value !== '' && (value.type ?? 'string') === 'string';
	if (!node || !own || !given || !isText || 'choices' in value || value.category === 'static') return undefined;
	if ('content' in value || 'template' in value) return undefined;
	const before = json.children?.[(json.children?.indexOf(own) ?? 0) - 1];
	const change = addMember(text, before ?? own, 'choices', `[${textOf(text, given)}]`);
	return {
		title: t('Offer choices for "{node}"', { node: node.name }),
		kind: 'refactor.rewrite',
		files: [fileOf(config, change)],
	};
};

/** A choice becomes a free text; its default stays. */
export const allowAnyText: ConfigRefactoring = ({ config, json, node }) => {
	const choices = propertyOf(json, 'choices');
	if (!node || !choices || childOf(json, 'choices')?.type !== 'array') return undefined;
	const change = removeItem(json, choices);
	return {
		title: t('Allow any text for "{node}" instead of its choices', { node: node.name }),
		kind: 'refactor.rewrite',
		files: [fileOf(config, change)],
	};
};
