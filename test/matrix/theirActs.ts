import type { Scenario, WantedFile } from './scenarios';

/** What a second person may do to a scenario, by a short name: acts without the request that they stand next to. */
export function theirActs({ wanted, replaced = [] }: Scenario): Readonly<Record<string, readonly object[]>> {
	const kind = wanted.find(file => file.kind !== 'CONFIG')?.kind ?? 'UNATTEND';
	// The unattend file, or what stands in its place.
	const unattend = fileOf(kind, [...wanted, ...replaced], 'ks.cfg');
	const config = fileOf('CONFIG', [...wanted, ...replaced], 'site.json');
	const ks = { name: unattend.name, of: 'others' };
	const site = { name: config.name, of: 'others' };
	return {
		'import-unattend': [
			{ do: 'import', file: { ...unattend, base64: bytes('theirs, longer than ours ever is '.repeat(9)) } },
		],
		'import-config': [{ do: 'import', file: { ...config, base64: otherConfig } }],
		'import-same-unattend': [{ do: 'import', file: unattend }],
		'import-same-config': [{ do: 'import', file: config }],
		'import-twin-unattend': [{ do: 'import', file: { ...unattend, base64: twin(unattend.base64) } }],
		'import-pair': [
			{
				do: 'import-pair',
				config: { ...config, base64: otherConfig },
				unattend: { ...unattend, base64: bytes('theirs\n') },
			},
		],
		'edit-unattend': [{ do: 'edit', file: ks, base64: bytes('edited by somebody else\n') }],
		'edit-config': [{ do: 'edit', file: site, base64: otherConfig }],
		'edit-old-unattend': [{ do: 'edit', file: { ...ks, which: 'oldest' }, base64: bytes('edited by somebody else\n') }],
		'edit-old-config': [{ do: 'edit', file: { ...site, which: 'oldest' }, base64: otherConfig }],
		'twin-edit-unattend': [{ do: 'edit', file: ks, base64: twin(unattend.base64) }],
		'describe-unattend': [{ do: 'describe', file: ks, description: 'described by somebody else' }],
		'rename-config': [{ do: 'rename', file: site, name: 'renamed.json' }],
		'delete-unattend': [{ do: 'delete', file: ks }],
		'delete-config': [{ do: 'delete', file: site }],
		'unlink-unattend': [{ do: 'relink', file: ks }],
		'steal-unattend': [
			{ do: 'import', file: { ...config, name: 'their.json', base64: otherConfig } },
			{ do: 'relink', file: ks, with: { name: 'their.json', of: 'them' } },
		],
	};
}

interface ScriptFile {
	readonly kind: string;
	readonly name: string;
	readonly base64: string;
	readonly description: string;
}

function fileOf(kind: WantedFile['kind'], files: readonly WantedFile[], name: string): ScriptFile {
	const found = files.find(file => file.kind === kind);
	const content = found?.bytes ?? Buffer.from(kind === 'CONFIG' ? otherText : 'nobody’s\n');
	return { kind, name: found?.name ?? name, base64: content.toString('base64'), description: 'made by somebody else' };
}

const bytes = (text: string): string => Buffer.from(text).toString('base64');

const otherText = JSON.stringify({
	category: 'dynamic',
	name: 'theirs',
	label: 'Theirs',
	type: 'assoc_array',
	optional: false,
	content: [
		{ category: 'static', common: true, name: 'theirpath', optional: false, type: 'string', value: '/their/own/path' },
	],
});
const otherConfig = bytes(otherText);

/** Another content of the same size. */
function twin(base64: string): string {
	const content = Buffer.from(base64, 'base64');
	const letter = content.indexOf('t');
	if (letter >= 0) content[letter] = 'T'.charCodeAt(0);
	return content.toString('base64');
}

export const actNames: readonly string[] = Object.keys(
	theirActs({ name: '', before: [], workspace: {}, command: [], wanted: [] }),
);
