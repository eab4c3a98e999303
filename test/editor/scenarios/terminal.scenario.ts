import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { openPair } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { fileUri, until } from '../workspace';

scenario('a terminal has xclarity', async () => {
	const { kickstart } = await openPair();
	const said = fileUri('said.txt').fsPath;
	const terminal = vscode.window.createTerminal({ name: 'xclarity' });
	afterwards(async () => {
		terminal.dispose();
		rmSync(said, { force: true });
	});
	terminal.show();
	await until(() => vscode.window.activeTerminal === terminal, 'the terminal is shown');
	await hands('type', `xclarity check ${kickstart} | tee said.txt`);
	await hands('press', 'Enter');
	await until(
		() => existsSync(said) && /^1 file: 0 errors, 0 warnings$/m.test(readFileSync(said, 'utf8')),
		'xclarity has checked the file',
	);
	await hands('picture', 'a-terminal-has-xclarity');
});
