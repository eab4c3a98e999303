/** Settings: general knowledge of Microsoft's unattend reference, as far as real files bear it out. */
export const reference = {
	severity: 'warning',
	grade: 'inferred',
	source: "Microsoft's unattend reference, and real answer files",
} as const;

/** What Microsoft's reference says; it may have grown since it was read, so none of it is an error. */
export const documented = {
	severity: 'warning',
	grade: 'documented',
	source: "Microsoft's Unattended Windows Setup Reference",
} as const;
