import assert from 'node:assert/strict';

const clean =
	'lang en_US.UTF-8\nkeyboard us\ntimezone Etc/UTC\nrootpw --lock\nuser --name=a --groups=wheel\nzerombr\nclearpart --all\nautopart\nreboot\n';

/** Thirty files without a mistake. */
export const cleanFiles = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`node${number}.ks`, clean]));

/** What a check of them says. */
export const summary = '30 files: 0 errors, 0 warnings';

/** What a terminal is sent during their check: one line of progress, gone before the result. */
export function assertProgress(shown: string): void {
	assert.match(shown, /checking 1 of 30: /);
	assert.match(shown, /checking 30 of 30: /);
	const [progress = '', result = ''] = shown.split(/\r\u001b\[2K(?!checking)/);
	assert.ok(!progress.includes('\n'), 'progress stays on its line');
	assert.equal(result.trim(), `\u001b[1m${summary}\u001b[22m`);
}
