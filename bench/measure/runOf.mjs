import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../build/steps.mjs';

/** Milliseconds after which a part has failed; a busy machine takes many times as long as a quiet one. */
const longest = 60 * 60_000;

/**
 * What a part has measured, in a process of its own. A part that fails has measured nothing, and its lines say why.
 * @returns {Promise<{ samples: Record<string, number[]>, missing: Record<string, string> }>}
 */
export async function runOf({ name, title }, { quick, dist }) {
	console.error(`${title}…`);
	const child = spawn(
		process.execPath,
		[path.join(root, 'bench/measure/runPart.mjs'), JSON.stringify({ name, quick, dist })],
		{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: longest },
	);
	let printed = '';
	let complaint = '';
	child.stdout.setEncoding('utf8').on('data', text => {
		printed += text;
	});
	child.stderr.setEncoding('utf8').on('data', text => {
		if (process.stderr.isTTY) process.stderr.write(text);
		complaint = (complaint + text).slice(-4000);
	});
	const code = await new Promise(resolve => child.on('close', resolve));
	if (code === 0) return JSON.parse(printed);
	const reason = /^\w*Error.*$/m.exec(complaint)?.[0] ?? `it ended with ${code}`;
	console.error(complaint);
	return { samples: {}, missing: { '': reason } };
}
