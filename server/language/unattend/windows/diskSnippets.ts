/** An entry of a list that is told apart by its Order. */
export const ordered = (name: string, order: number | string, body: string): string =>
	`<${name} wcm:action="add">\n\t<Order>${order}</Order>\n${indented(body)}\n</${name}>`;

const indented = (text: string): string => text.replace(/^(?=.)/gm, '\t');

const created = (order: number, type: string, size: number | undefined): string => {
	const room = size === undefined ? '<Extend>true</Extend>' : `<Size>${size}</Size>`;
	return ordered('CreatePartition', order, `<Type>${type}</Type>\n${room}`);
};

const modified = (order: number, partition: number, rest: string): string =>
	ordered('ModifyPartition', order, `<PartitionID>${partition}</PartitionID>\n${rest}`);

const windows = '<Format>NTFS</Format>\n<Label>Windows</Label>\n<Letter>C</Letter>';

/** Partitions to make and what becomes of them, by firmware. */
const layouts = {
	UEFI: {
		created: [created(1, 'EFI', 260), created(2, 'MSR', 16), created(3, 'Primary', undefined)],
		modified: [modified(1, 1, '<Format>FAT32</Format>\n<Label>System</Label>'), modified(2, 3, windows)],
	},
	BIOS: {
		created: [created(1, 'Primary', 500), created(2, 'Primary', undefined)],
		modified: [
			modified(1, 1, '<Active>true</Active>\n<Format>NTFS</Format>\n<Label>System</Label>'),
			modified(2, 2, windows),
		],
	},
} as const;

/** The first disk, wiped and divided for a firmware, as a snippet. */
export function disk(layout: keyof typeof layouts): string {
	const parts = layouts[layout];
	return `<Disk wcm:action="add">
	<DiskID>0</DiskID>
	<WillWipeDisk>true</WillWipeDisk>
	<CreatePartitions>
${indented(indented(parts.created.join('\n')))}
	</CreatePartitions>
	<ModifyPartitions>
${indented(indented(parts.modified.join('\n')))}
	</ModifyPartitions>
</Disk>`;
}

/** `disk` in its place. */
export const diskConfiguration = (layout: keyof typeof layouts): string =>
	`<DiskConfiguration>\n${indented(disk(layout))}\n</DiskConfiguration>`;
