/**
 * A correct configuration-settings file of about the wanted size in bytes: groups of twenty settings, each with the
 * keys that people write.
 */
export function sampleConfig(bytes) {
	const groups = [];
	for (let size = 0, number = 0; size < bytes; number++) {
		const group = sampleGroup(number);
		groups.push(group);
		size += JSON.stringify(group, undefined, 2).length + 6 * lines(group);
	}
	const root = {
		category: 'dynamic',
		name: 'bench',
		label: 'Bench',
		type: 'assoc_array',
		optional: false,
		content: groups,
	};
	return JSON.stringify(root, undefined, 2);
}

const lines = value => JSON.stringify(value, undefined, 2).split('\n').length;

function sampleGroup(number) {
	const content = Array.from({ length: 20 }, (_, index) => ({
		category: 'dynamic',
		common: true,
		name: `setting${number}-${index}`,
		label: `Setting ${index}`,
		description: 'What the operator reads beside the field.',
		optional: false,
		type: 'string',
		choices: ['first', 'second', 'third'],
		value: 'second',
		regex: '^[a-z]{1,16}$',
	}));
	return { category: 'dynamic', common: true, name: `group${number}`, optional: false, type: 'assoc_array', content };
}
