import type { ProposedSetting } from './proposedSetting';

/** A setting whose secret text still stands elsewhere in the file, and in which lines, counted from 0. */
export interface SecretLeft extends Pick<ProposedSetting, 'name'> {
	readonly lines: readonly number[];
}

/** Lines that are named of each secret. */
const mostLines = 8;

/** A secret is looked for where its first letters stand. */
const letters = 3;

/**
 * Secrets that became settings, and that a file has in other places, too: in a script or a comment.
 * @param after the text with the macros in it
 */
export function secretsLeft(after: string, settings: readonly ProposedSetting[]): SecretLeft[] {
	const secrets = settings.filter(({ isSecret, text }) => isSecret && text !== '');
	if (secrets.length === 0) return [];
	const byStart = new Map<string, ProposedSetting[]>();
	for (const secret of secrets) {
		const start = secret.text.slice(0, letters);
		const others = byStart.get(start);
		if (others) others.push(secret);
		else byStart.set(start, [secret]);
	}
	const lengths = new Set([...byStart.keys()].map(start => start.length));
	const linesOf = new Map(secrets.map(({ name }) => [name, new Set<number>()]));
	let offset = 0;
	for (const [line, text] of after.split('\n').entries()) {
		for (let at = offset; at < offset + text.length; at++)
			for (const length of lengths)
				for (const secret of byStart.get(after.slice(at, at + length)) ?? [])
					if (after.startsWith(secret.text, at)) linesOf.get(secret.name)?.add(line);
		offset += text.length + 1;
	}
	return [...linesOf]
		.filter(([, lines]) => lines.size > 0)
		.map(([name, lines]) => ({ name, lines: [...lines].slice(0, mostLines) }));
}
