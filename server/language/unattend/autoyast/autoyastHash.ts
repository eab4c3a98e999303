import type { TextEdit } from 'vscode-languageserver-types';
import type { HashPassword } from '../dialect';
import type { UnattendSource } from '../unattendSource';
import { endOf, type XmlElement } from '../xml/parse/xmlNode';
import { childNamed, elementsOf, textPlace, xmlOf } from '../xml/parse/xmlTree';
import { editAt } from '../xml/verbs/xmlFixes';
import { holdsMacros } from '../xml/xmlPlace';
import { typeAttribute } from './autoyastFixes';
import { literal } from './checks/literal';

/** Puts a hash in the place of a user's clear-text password at an offset, and lets `encrypted` say so. */
export function autoyastHash(source: UnattendSource, offset: number, hash: HashPassword): TextEdit[] {
	const { root } = xmlOf(source);
	const users = root && childNamed(root, 'users');
	for (const user of users ? elementsOf(users) : []) {
		const password = childNamed(user, 'user_password');
		if (!password || password.closeOffset === undefined || offset < password.offset || offset > endOf(password))
			continue;
		const text = literal(source, password);
		if (text === undefined || text.trim() === '' || holdsMacros(source, password)) return [];
		const flag = sayEncrypted(source, user, password);
		return flag ? [editAt(source, textPlace(password), hash(text.trim())), flag] : [];
	}
	return [];
}

function sayEncrypted(source: UnattendSource, user: XmlElement, password: XmlElement): TextEdit | undefined {
	const encrypted = childNamed(user, 'encrypted');
	if (encrypted) {
		const says = literal(source, encrypted);
		return says === 'false' ? editAt(source, textPlace(encrypted), 'true') : undefined;
	}
	const lineStart = source.text.lastIndexOf('\n', password.offset - 1) + 1;
	const before = source.text.slice(lineStart, password.offset);
	const glue = before.trim() === '' ? `${source.text[lineStart - 2] === '\r' ? '\r' : ''}\n${before}` : '';
	const at = { start: endOf(password), end: endOf(password) };
	return editAt(source, at, `${glue}<encrypted ${typeAttribute({ source })}="boolean">true</encrypted>`);
}
