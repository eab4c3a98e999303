import { type LogOutputChannel, window } from 'vscode';
import { createRedaction } from './redaction';

/** The output channel "XClarity". Everything that goes in is redacted first. */
export interface Log {
	readonly channel: LogOutputChannel;
	info(text: string): void;
	error(text: string): void;
	/** Keeps a password out of every later line. */
	hide(secret: string): void;
	show(): void;
}

export function createLog(): Log {
	const channel = window.createOutputChannel('XClarity', { log: true });
	const redaction = createRedaction();
	return {
		channel,
		info: text => channel.info(redaction.clean(text)),
		error: text => channel.error(redaction.clean(text)),
		hide: redaction.hide,
		show: () => channel.show(true),
	};
}
