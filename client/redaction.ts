/** Takes secrets out of text before anybody can read it. */
export interface Redaction {
	/** From now on this text, plain or as it stands in a URL or in JSON, never leaves `clean`. */
	hide(secret: string): void;
	clean(text: string): string;
}

/** Shorter ones would eat ordinary words, and are no secret anyway. */
const shortestSecret = 4;

export function createRedaction(): Redaction {
	const secrets = new Set<string>();
	return {
		hide(secret) {
			const base64 = btoa(String.fromCharCode(...new TextEncoder().encode(secret))).replace(/=+$/, '');
			for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64]) {
				if (form.length >= shortestSecret) secrets.add(form);
			}
		},
		clean(text) {
			let clean = text;
			for (const secret of [...secrets].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(secret, '•••');
			return clean;
		},
	};
}
