import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Kind } from '../language/language';
import { oncePerVersion } from '../language/oncePerVersion';
import { kindByName, recognise } from '../language/recognise';
import { fileName } from './fileUri';

/** What a document is to us by its name, language and content, with the target of the link that names it. */
export const kindByContent = (document: TextDocument, os: string | undefined): Kind | undefined =>
	kindByName(fileName(document.uri)) ?? recognised(document, os);

const recognised = oncePerVersion((document: TextDocument, os: string | undefined) =>
	recognise({ path: fileName(document.uri), languageId: document.languageId, text: document.getText(), os }),
);
