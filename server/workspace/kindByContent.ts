import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../language/oncePerVersion';
import { recognise } from '../language/recognise';
import { fileName } from './fileUri';

/** What a document is to us by its name, language and content, with the target of the link that names it. */
export const kindByContent = oncePerVersion((document: TextDocument, os: string | undefined) =>
	recognise({ path: fileName(document.uri), languageId: document.languageId, text: document.getText(), os }),
);
