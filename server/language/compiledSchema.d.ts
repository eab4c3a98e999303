/** `import { validate } from '….schema.json?compiled'`: ajv's validator, compiled by the build. */
declare module '*.json?compiled' {
	/** One violation as ajv reports it; never shown to a person. */
	interface SchemaViolation {
		/** JSON pointer of the offending value. */
		readonly instancePath: string;
		readonly schemaPath: string;
		readonly keyword: string;
		readonly params: Readonly<Record<string, unknown>>;
	}

	export const validate: {
		(value: unknown): boolean;
		errors?: readonly SchemaViolation[] | null;
	};
}
