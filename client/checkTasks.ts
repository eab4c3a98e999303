import path from 'node:path';
import {
	type Disposable,
	ProcessExecution,
	Task,
	type TaskDefinition,
	TaskGroup,
	TaskScope,
	tasks,
	workspace,
} from 'vscode';

import { t } from '../server/texts/texts';

const taskType = 'xclarity';

/** As in `taskDefinitions` of `package.json`. */
interface CheckDefinition extends TaskDefinition {
	/** Files, folders and options of `xclarity check`. */
	readonly args?: readonly string[];
}

/** Offers `xclarity check` as a task, with the terminal tool that comes with the extension. */
export function registerCheckTasks(extensionPath: string): Disposable {
	const program = path.join(extensionPath, 'dist', 'cli.js');
	const taskOf = (definition: CheckDefinition, scope: Task['scope']): Task => {
		const execution = new ProcessExecution(process.execPath, [program, 'check', ...(definition.args ?? [])], {
			// The editor's own program, which would open a window, runs as Node.
			env: { ELECTRON_RUN_AS_NODE: '1' },
		});
		const task = new Task(definition, scope ?? TaskScope.Workspace, 'check', taskType, execution, '$xclarity');
		task.group = TaskGroup.Build;
		task.detail = t('Check all files of this folder');
		return task;
	};
	return tasks.registerTaskProvider(taskType, {
		provideTasks: () =>
			(workspace.workspaceFolders ?? []).map(folder => taskOf({ type: taskType, command: 'check' }, folder)),
		resolveTask: ({ definition, scope }) =>
			definition.command === 'check' ? taskOf({ ...definition, type: taskType }, scope) : undefined,
	});
}
