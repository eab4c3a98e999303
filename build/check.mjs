/** Types (whole project, then the core without Node's types, then the page of the deploy dialog), lint and format. */
import { spawnSync } from 'node:child_process';

const steps = [
	['types', 'node', ['node_modules/typescript/lib/tsc.js']],
	['types of the core', 'node', ['node_modules/typescript/lib/tsc.js', '-p', 'server/language']],
	['types of the page', 'node', ['node_modules/typescript/lib/tsc.js', '-p', 'client/dialog/page']],
	[
		'lint and format',
		'node',
		['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...process.argv.slice(2)],
	],
];
for (const [name, command, args] of steps) {
	const started = performance.now();
	const { status } = spawnSync(command, args, { stdio: 'inherit' });
	console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
	if (status !== 0) process.exitCode = 1;
}
