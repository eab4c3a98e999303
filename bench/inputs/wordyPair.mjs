import { sampleKickstart } from './sampleKickstart.mjs';

/** A linked pair, by file name: so many settings in one group, and for each a right, a misspelt and an unknown macro. */
export function wordyPair(count) {
	const numbers = Array.from({ length: count }, (_, number) => number);
	const content = numbers.map(number => ({
		category: 'dynamic',
		common: true,
		name: `setting${number}`,
		label: `Setting ${number}`,
		optional: false,
		type: 'string',
		value: 'first',
	}));
	const root = { category: 'dynamic', name: 'bench', label: 'Bench', type: 'assoc_array', optional: false, content };
	const lines = numbers.map(number => `echo "#setting${number}#" "#seting${number}#" "#other${number}#"\n`);
	const link = { unattend: 'node.ks', config: 'site.xclarity.json', os: 'rhels', osrelease: '9.4' };
	return {
		'site.xclarity.json': JSON.stringify(root, undefined, 2),
		'node.ks': `${sampleKickstart(0)}%post\n${lines.join('')}%end\n`,
		'xclarity.json': JSON.stringify({ links: [link] }),
	};
}
