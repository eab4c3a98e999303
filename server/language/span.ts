/** A stretch of a text in offsets (UTF-16 units): `start` inclusive, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}
