import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseCell } from '../../matrix/cell';
import { quickenClock } from '../../matrix/quickClock';
import { runCell } from '../../matrix/runCell';

quickenClock();

/** Cells of the matrix that were broken once. */
const cells: Readonly<Record<string, string>> = {
	'a file of another takes the place of ours while we look for it': 'upload-new,terse,-,import-same-config@before#13',
	'and by file job': 'upload-by-file,terse,-,import-same-config@before#11',
	'somebody edits a file before we know that it is ours': 'apply-two-pairs,terse,-,edit-config@before#18',
	'the same once more, after an answer that was lost': 'upload-replaced,terse,gateway#13,edit-config@before#11',
	'the log-out is refused for a moment': 'delete,vendor,503#6,-',
	'the tool is killed and started again': 'upload-new,terse,kill#3,-',
	'somebody renames a file before it is linked': 'upload-new,strict,-,rename-config@before#8',
	'an import is repeated': 'import,vendor,ctrl-c#5,-',
	'the appliance says 500 for a type that it does not know': 'upload-new,gateway,-,-',
};

suite('what was broken once', () => {
	for (const [name, cell] of Object.entries(cells)) {
		test(name, async () => {
			assert.deepEqual((await runCell(parseCell(cell))).violations, []);
		});
	}
});
