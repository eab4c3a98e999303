import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { languageFor } from '../../../../server/language/languageService';
import { marked } from '../../../support/markers';
import { context, kickstartFile, siteText } from './siteFiles';

const hovered = (from: string, to: string, uses: string): string => {
	const { document, cursor } = marked(siteText.replace(from, to), 'xclarity-config', 'file:///site/site.xclarity.json');
	const dependents = [kickstartFile(uses, 'post (a).ks')];
	const hover = languageFor('config').hover?.(document, cursor, context({ dependents }));
	return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
};

suite('hover of a setting', () => {
	test('lists the places that use it', () => {
		const words = hovered('"zone"', '"zo‸ne"', 'text\ntimezone #time.zone#\n');
		assert.match(words, /^\*\*Time zone\*\*/);
		assert.match(words, /Used in \[post \(a\)\.ks:2\]\(file:\/\/\/site\/post%20%28a%29\.ks#L2,10\)$/);
	});

	test('a group is used where its settings are', () => {
		assert.match(hovered('"time"', '"ti‸me"', 'timezone #time.zone#\n'), /Used in \[/);
	});

	test('lists them at the opening brace, too', () => {
		assert.match(hovered('{ "category"', '‸{ "category"', 'timezone #logPath#\n'), /Used in \[/);
	});

	test('says when no linked file uses it', () => {
		assert.match(hovered('"zone"', '"zo‸ne"', 'text\n'), /No linked file uses it\.$/);
	});

	test('a key is explained without places', () => {
		assert.doesNotMatch(hovered('"choices"', '"cho‸ices"', 'timezone #time.zone#'), /Used in|No linked/);
	});

	test('is silent about uses where no file is linked', () => {
		const { document, cursor } = marked(siteText.replace('"zone"', '"zo‸ne"'));
		const hover = languageFor('config').hover?.(document, cursor, context());
		assert.doesNotMatch(JSON.stringify(hover), /Used in|No linked/);
	});
});
