/**
 * Modal questions. VS Code refuses to show any to an extension under test, so the answer is given where the extension
 * asks, and the question is looked at there.
 */
import * as vscode from 'vscode';
import { afterwards } from './scenario';

export interface AskedModal {
	readonly message: string;
	readonly detail: string;
	readonly buttons: readonly string[];
}

type Show = (message: string, ...rest: readonly unknown[]) => Thenable<unknown>;

const isModal = (value: unknown): value is vscode.MessageOptions =>
	typeof value === 'object' && value !== null && 'modal' in value && value.modal === true;

/** Answers the modal questions of this scenario, each with the next of the buttons; `undefined` is Escape. */
export function answerModals(...answers: readonly (string | undefined)[]): readonly AskedModal[] {
	const window: { showWarningMessage: Show } = vscode.window;
	const before = window.showWarningMessage;
	const asked: AskedModal[] = [];
	window.showWarningMessage = (message, options, ...buttons) => {
		if (!isModal(options)) return before(message, options, ...buttons);
		asked.push({ message, detail: options.detail ?? '', buttons: buttons.map(String) });
		return Promise.resolve(answers[asked.length - 1]);
	};
	afterwards(async () => {
		window.showWarningMessage = before;
	});
	return asked;
}
