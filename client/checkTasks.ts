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

import { hasMarks } from './sleep/marks';

const taskType = 'xclarity';

/** As in `taskDefinitions` of `package.json`. */
interface CheckDefinition extends TaskDefinition {
	/** Files, folders and options of `xclarity check`. */
	readonly arguments?: readonly string[];
}

/** Offers `xclarity check` as a task where files of ours are, with the terminal tool that comes with the extension. */
export function registerCheckTasks(extensionPath: string): Disposable {
	const program = path.join(extensionPath, 'dist', 'cli.js');
	const taskOf = (definition: CheckDefinition, scope: Task['scope']): Task => {
		const execution = new ProcessExecution(process.execPath, [program, 'check', ...(definition.arguments ?? [])], {
			// The editor's own program, which would open a window, runs as Node.
			env: { ELECTRON_RUN_AS_NODE: '1' },
		});
		const task = new Task(definition, scope ?? TaskScope.Workspace, 'check', taskType, execution, '$xclarity');
		task.group = TaskGroup.Build;
		return task;
	};
	return tasks.registerTaskProvider(taskType, {
		provideTasks: async () => {
			const folders = (await hasMarks()) ? (workspace.workspaceFolders ?? []) : [];
			return folders.map(folder => taskOf({ type: taskType, task: 'check' }, folder));
		},
		// VS Code takes no other definition than the very object that it has given.
		resolveTask: ({ definition, scope }) => (definition.task === 'check' ? taskOf(definition, scope) : undefined),
	});
}
