/** Texts of `sampleConfig` with mistakes that the JSON service finds too. */

/** Of each kind, how a correct text is spoilt. */
export const mistakes = {
	/** One value, in the middle, is of a type that the schema does not allow. */
	'a wrong value': text => spoilt(text, '"optional": false', '"optional": "no"'),
	/** A comma is left out in the middle: no JSON any more. */
	'a comma left out': text => spoilt(text, '"optional": false,', '"optional": false'),
	/** One setting of ten has a mistake, by turns of two kinds. */
	'many mistakes': text => {
		let commons = 0;
		let flags = 0;
		return text
			.replaceAll('"common": true', written => (commons++ % 20 === 0 ? '"common": "yes"' : written))
			.replaceAll('"optional": false', written => (flags++ % 20 === 10 ? '"optional": "no"' : written));
	},
};

/** With the first of these after the middle replaced. */
function spoilt(text, written, mistaken) {
	const at = text.indexOf(written, text.length / 2);
	if (at === -1) throw new Error(`The sample has no ${written}.`);
	return text.slice(0, at) + mistaken + text.slice(at + written.length);
}
