import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../../../../server/language/language';
import { noLink } from '../../../../server/language/links/link';

/** A small configuration-settings file: a group, a list, a fixed value, a choice. */
export const siteText = `{
	"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
	"content": [
		{ "category": "static", "common": true, "name": "logPath", "type": "string", "optional": false, "value": "/var/log/site.log" },
		{
			"category": "dynamic",
			"name": "time",
			"label": "Clock",
			"type": "assoc_array",
			"optional": false,
			"content": [
				{ "category": "dynamic", "common": true, "name": "zone", "label": "Time zone", "type": "string", "optional": false, "choices": ["Etc/UTC"], "value": "Etc/UTC" },
				{
					"category": "dynamic", "name": "servers", "type": "array", "optional": false, "minElements": 1, "maxElements": 2,
					"template": [{ "category": "dynamic", "common": true, "name": "ntp", "type": "string", "optional": true, "autoCreateInstance": true }]
				}
			]
		}
	]
}
`;

export const site = (text = siteText): TextDocument =>
	TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, text);

export const kickstartFile = (text: string, name = 'ks.cfg'): TextDocument =>
	TextDocument.create(`file:///site/${name}`, 'kickstart', 1, text);

/** What the shells know; nothing unless said. */
export const context = (known: Partial<Context> = {}): Context => ({
	severities: {},
	link: noLink,
	dependents: [],
	applianceMacros: [],
	files: [],
	...known,
});

/** The whole of a document, as an editor asks for hints. */
export const whole = (document: TextDocument) => ({
	start: { line: 0, character: 0 },
	end: document.positionAt(document.getText().length),
});
