const repeated = (count, piece) => Array.from({ length: count }, (_, index) => piece(index));

/** Configuration-settings files as people and programs break them, by what is wrong, with so many pieces. */
export const brokenConfigs = {
	'smart quotation marks': count => `{${repeated(count, at => `“k${at}”: “v${at}”`).join(',\n')}}`,
	'smart marks on one line': count => `{${repeated(count, at => `“k${at}”: “v${at}”`).join(', ')}}`,
	'no commas': count => `{${repeated(count, at => `"k${at}": ${at}`).join('\n')}}`,
	'lost quotation marks': count => `{${repeated(count, at => `"k${at}": "v${at},\n`).join('')}}`,
	comments: count => `{${repeated(count, at => `"k${at}": /* c */ 1,`).join('')}"a": 1}`,
	'one key many times': count => `{${repeated(count, () => '"k": 1').join(',')}}`,
	'many documents': count => repeated(count, at => `{"a": ${at}}`).join('\n'),
	'misspelt keys': count => `{"content": [${repeated(count, at => `{"naem": "a${at}"}`).join(',')}]}`,
	parentheses: count => '('.repeat(count) + ')'.repeat(count),
	'deep nesting': count => '{"a": ['.repeat(count),
};
