import { type InputBox, QuickInputButtons, ThemeIcon, window } from 'vscode';

/** What a step may need while it takes an answer. */
export interface StepTools {
	/** Aborts when the person closes the box. */
	readonly signal: AbortSignal;
	/** Puts the box away for another question, and brings it back. */
	whileHidden<T>(ask: () => Promise<T>): Promise<T>;
}

/** One question of several in a row. */
export interface InputStep {
	readonly prompt: () => string;
	/** What stands in the box at first. */
	readonly value: () => string;
	readonly placeholder?: string;
	readonly isPassword?: boolean;
	/** A button that goes on without an answer. */
	readonly skip?: { readonly label: string; go(): void };
	/** Shown while the answer is taken. */
	readonly busy?: string;
	/** Takes an answer. A sentence says why it cannot be taken: the box stays. */
	take(text: string, tools: StepTools): Promise<string | undefined>;
}

/**
 * Asks one question after the other in the same box, with a way back. The box never gives the keyboard to an editor
 * between two questions. False when the person closed it.
 */
export function runSteps(title: string, steps: readonly InputStep[]): Promise<boolean> {
	const box = window.createInputBox();
	box.title = title;
	box.totalSteps = steps.length;
	box.ignoreFocusOut = true;
	return new Promise((resolve, reject) => {
		const run = createRun(box, steps, error => {
			reject(error);
			box.hide();
		});
		box.onDidAccept(() => run.accept(box.value));
		box.onDidChangeValue(run.clear);
		box.onDidTriggerButton(button => (button === QuickInputButtons.Back ? run.back() : run.skip()));
		box.onDidHide(() => {
			if (run.isHidden()) return;
			run.abort();
			box.dispose();
			resolve(run.isDone());
		});
		run.show();
	});
}

function createRun(box: InputBox, steps: readonly InputStep[], fail: (error: unknown) => void) {
	const controller = new AbortController();
	let at = 0;
	let isHidden = false;
	const step = (): InputStep | undefined => steps[at];

	const show = (): void => {
		const now = step();
		if (now === undefined) {
			box.hide();
			return;
		}
		const skip = now.skip === undefined ? [] : [{ iconPath: new ThemeIcon('arrow-right'), tooltip: now.skip.label }];
		box.step = at + 1;
		box.buttons = [...(at === 0 ? [] : [QuickInputButtons.Back]), ...skip];
		box.placeholder = now.placeholder;
		box.password = now.isPassword === true;
		box.prompt = now.prompt();
		box.value = now.value();
		clear();
		box.show();
	};
	const clear = (): void => {
		box.validationMessage = undefined;
	};
	const tools: StepTools = {
		signal: controller.signal,
		async whileHidden(ask) {
			isHidden = true;
			box.hide();
			try {
				return await ask();
			} finally {
				isHidden = false;
				box.show();
			}
		},
	};
	const take = async (text: string): Promise<void> => {
		const now = step();
		if (now === undefined || box.busy) return;
		box.busy = true;
		if (now.busy !== undefined) box.prompt = now.busy;
		try {
			const problem = await now.take(text, tools);
			box.busy = false;
			if (controller.signal.aborted) return;
			if (problem === undefined) return move(1);
			box.prompt = now.prompt();
			box.validationMessage = problem;
		} catch (error) {
			box.busy = false;
			fail(error);
		}
	};
	const move = (by: number): void => {
		at += by;
		show();
	};

	return {
		show,
		clear,
		accept: (text: string) => void take(box.password ? text : text.trim()),
		back: () => box.busy || move(-1),
		skip() {
			if (box.busy) return;
			step()?.skip?.go();
			move(1);
		},
		abort: () => controller.abort(),
		isHidden: () => isHidden,
		isDone: () => at >= steps.length,
	};
}
