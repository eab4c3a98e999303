const mask = '•••';

/** Takes secrets out of texts that people or logs will see. */
export type Redact = (text: string) => string;

/**
 * Masks each secret as it is, and as it looks inside a URL or inside JSON. The longest go first, so that a secret
 * that contains another is masked whole.
 */
export function redactor(secrets: readonly string[]): Redact {
	const forms = secrets
		.filter(secret => secret !== '')
		.flatMap(secret => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
		.sort((a, b) => b.length - a.length);
	return text => forms.reduce((rest, form) => rest.replaceAll(form, mask), text);
}
