import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './steps.mjs';

/** Builds and packages the extension. @throws {Error} when vsce refuses */
export function packageExtension(file) {
	const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[vsce, 'package', '--readme-path', 'client/README.md', '--out', file],
		{
			cwd: root,
			encoding: 'utf8',
		},
	);
	if (status !== 0) throw new Error(`The extension cannot be packaged:\n${stdout}${stderr}`);
}
