import type { ConflictKind, PlannedUpload } from '../rest/sync/planSync';
import { shownName } from '../rest/sync/uploadFile';
import { onOneLine } from './onOneLine';

const reasons: Readonly<Record<ConflictKind, string>> = {
	changed: 'was changed on the appliance since the last upload from here',
	superseded: 'was removed from the appliance, and somebody has put another file of that name there',
	unknown: 'is on the appliance, but was not uploaded from here',
	undecided: 'may be what an upload that was broken off has made, or somebody else’s: nothing tells which',
	'in-use': 'would be replaced, but is used by what was not uploaded from here',
};

const marked =
	'is on the appliance, and carries the mark of an upload that did not come to its end; nothing here remembers that upload';

const nameOf = ({ file }: PlannedUpload): string => onOneLine(shownName(file));

/** One line for what the plan has for a file, and one for each file that goes. */
export function planLines(upload: PlannedUpload): string {
	const { file, id = '', status, conflict, isMarked, users = [] } = upload;
	const used = users.length === 0 ? '' : `: ${users.join(', ')}`;
	const reason = conflict === undefined ? '' : reasons[conflict];
	const why = isMarked ? marked : reason;
	const what = {
		new: `would upload ${nameOf(upload)} as ${file.imageType}`,
		replaces: `would upload ${nameOf(upload)} as ${file.imageType} in place of ${id}`,
		unchanged: `unchanged: ${nameOf(upload)} is ${id}`,
		're-link': `would link ${nameOf(upload)} again, which is ${id}`,
		conflict: `conflict: ${nameOf(upload)} (${id}) ${why}${used}`,
	}[status];
	const others =
		upload.others.length === 0 || (status === 'unchanged' && !upload.isDoubled)
			? []
			: [`  beside others of that name: ${upload.others.join(', ')}`];
	return [what, ...others, ...upload.obsolete.map(old => `would remove ${old}, which was replaced`)]
		.map(line => `${line}\n`)
		.join('');
}

/** The same for programs. */
export const planJson = ({ file, status, id, conflict, users, obsolete, others }: PlannedUpload) => ({
	file: shownName(file),
	imageType: file.imageType,
	status,
	id: id ?? null,
	...(conflict === undefined ? {} : { conflict }),
	...(users === undefined ? {} : { users }),
	obsolete,
	others,
});

/** What a person can do about conflicts. */
export const conflictAdvice =
	'Nothing was sent. Compare the files, then use --overwrite to replace those on the appliance, or --keep to leave them; --beside puts yours beside one that was not uploaded from here, where the appliance allows two of a name.';
