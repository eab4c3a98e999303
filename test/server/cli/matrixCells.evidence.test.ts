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
	'a file that we have found is gone, and the same of somebody else is there':
		'upload-replaced,terse,-,import-same-config@before#21',
	'a configuration file goes where no list shows links': 'apply-shared-config,gateway,-,delete-config@before#31',
	'somebody edits a partner that our link has not changed': 'link,gateway,-,twin-edit-unattend@before#7',
	'the import takes the place of an old file that somebody has edited':
		'upload-replaced,tables,-,edit-unattend@before#3',
	'the import takes the place of a file that only another pair was shown':
		'apply-two-pairs,terse,-,import-unattend@before#27',
	'the import is refused, and the same of somebody else is there':
		'upload-by-file,strict,-,import-same-config@before#4',
	'somebody describes a file just before we link its partner': 'upload-by-file,strict,-,describe-unattend@before#15',
	'somebody unlinks where only links are shown': 'upload-by-file,database,-,unlink-unattend@before#17',
	'somebody edits what an import has made whose answer was lost': 'import,database,cut#5,twin-edit-unattend@before#6',
	'line ends are changed, and the tool is killed': 'upload-new,database,kill#9,-',
	'somebody describes a file just after us': 'apply-two-pairs,tables,-,describe-unattend@before#31',
	'a file that is no UTF-8 gets other line ends': 'import,tables,kill#9,-',
	'what is taken back must not take along what somebody has edited':
		'apply-two-pairs,database,ctrl-c#24,edit-unattend@before#29',
	'somebody edits a script that is imported': 'import-script,vendor,-,edit-unattend@before#6',
	'somebody removes software that is imported': 'import-software,tables,-,delete-unattend@before#7',
	'a second unattend file shares a configuration file, and times show but no links':
		'share-later,plain+list-modified=epoch+list-association=no+import-association=ignored,-,-',
	'one of two files of a pair is replaced where times show but no links': 'replace-unattend,gateway,-,-',
	'an unattend file that shares its configuration file is replaced': 'replace-shared-unattend,gateway,-,-',
	'a shared configuration file is replaced': 'replace-shared-config,gateway,-,-',
	'the tool is ended before it has seen what its change has made of other files':
		'replace-shared-unattend,plain+list-modified=epoch+list-association=no,ctrl-c#4,-',
	'the tool is killed in the midst of the links of a shared configuration file':
		'replace-shared-config,plain+list-modified=epoch+list-association=no,kill#12,-',
	'the tool is killed when one user of a configuration file in flight names it':
		'replace-shared-config,plain+list-modified=iso,kill#10,-',
	'the tool is killed when it has linked a file anew that stays':
		'replace-unattend,gateway+list-description=shown,kill#14,-',
	'what was replaced names what stays, and is not removed as long as it does':
		'replace-unattend,strict+list-association=associatedFileId+import-association=ignored+same-name=allowed,-,-',
	'the appliance says 500 for a type that it does not know': 'upload-new,gateway,-,-',
};

suite('what was broken once', () => {
	for (const [name, cell] of Object.entries(cells)) {
		test(name, async () => {
			assert.deepEqual((await runCell(parseCell(cell))).violations, []);
		});
	}
});
