import { plainText } from './proposal';
import { contentSnippets, type SettingSnippet } from './settingSnippets';

/** A starting point for a configuration-settings file. */
export interface NewFileTemplate {
	readonly id: string;
	readonly label: string;
	readonly meaning: string;
	/** With tab stops, indented with tabs. */
	readonly snippet: string;
	/** The same as plain text, indented with two blanks: a file without a complaint. */
	readonly text: string;
}

/** Starting points, the simplest first. */
export function newFileTemplates(): readonly NewFileTemplate[] {
	return [
		template('question', 'One question for all servers', 'A file with one value that the operator types.', ['text']),
		template('per-server', 'Settings for each server', 'A group of settings that each server has for itself.', [
			'per server',
		]),
		template('tour', 'A bit of everything', 'A choice, a list, a group for each server, and a fixed value.', [
			'choice',
			'list',
			'per server',
			'fixed value',
		]),
	];
}

function template(id: string, label: string, meaning: string, kinds: readonly string[]): NewFileTemplate {
	const names = new Map<string, number>();
	const freeName = (wish: string): string => {
		const count = (names.get(wish) ?? 0) + 1;
		names.set(wish, count);
		return count === 1 ? wish : `${wish}-${count}`;
	};
	let stops = 2;
	const settings = kinds.map(kind => {
		const found = contentSnippets({ common: true, freeName: name => name }).find(({ label }) => label === kind);
		const own = shifted(found, stops);
		stops += 12;
		return own.replace(/(?<="name": "\$\{\d+:)[\w-]+/g, freeName);
	});
	const content = settings.map(setting => `\t\t${setting.replaceAll('\n', '\n\t\t')}`).join(',\n');
	const members = [
		'"category": "dynamic"',
		'"name": "${1:site}"',
		'"label": "${2:Site settings}"',
		'"type": "assoc_array"',
		'"optional": false',
	];
	const snippet = `{\n\t${members.join(',\n\t')},\n\t"content": [\n${content}\n\t]\n}\n`;
	return { id, label, meaning, snippet, text: plainText(snippet).replaceAll('\t', '  ') };
}

/** Tab stops are counted through the whole file. */
const shifted = (setting: SettingSnippet | undefined, by: number): string =>
	(setting?.snippet ?? '').replace(
		/\$(\{?)(\d+)/g,
		(_, brace: string, stop: string) => `$${brace}${Number(stop) + by}`,
	);
