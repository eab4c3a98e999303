import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** The oldest Node that runs what is built here, as `package.json` says it. */
export const oldestNode = engines.node.replace('>=', '');

/**
 * First statements of the terminal tool: a Node that is too old says so and ends with 2, before it loads anything with
 * syntax or modules that it does not know. Written so that any Node can read it.
 */
export const nodeGuard = `(function (have, need) {
	for (var i = 0; i < 3 && have[i] >= need[i]; i++) if (have[i] > need[i]) return;
	if (i === 3) return;
	require('fs').writeSync(2, 'xclarity: Node ${oldestNode} or newer is needed; this is ' + have.join('.') + '.\\n');
	process.exit(2);
})(process.versions.node.split('.').map(parseFloat), [${oldestNode.split('.').join(', ')}]);
`;
