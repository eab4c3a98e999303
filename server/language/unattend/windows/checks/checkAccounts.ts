import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { allElements, childNamed, elementsOf, nameOf, textPlace, xmlOf } from '../../xml/parse/xmlTree';
import { holdsMacros, onlyText as literal } from '../../xml/xmlPlace';
import type { Doubts } from '../doubts';

/** Checks passwords, and that the account which logs on by itself exists. */
export function checkAccounts(source: UnattendSource, doubts: Doubts): Problem[] {
	const problems: Problem[] = [];
	const accounts = new Set(['administrator']);
	let automatic: XmlElement | undefined;
	let certain = true;
	// An image that is only set up further may have its accounts already.
	let isNew = false;
	for (const element of allElements(xmlOf(source).root)) {
		const name = element.localName;
		if (name === 'Password' || name === 'AdministratorPassword') {
			if (!isMisplaced(element, doubts) && !doubts.hidesIn(element) && !doubts.liesIn(childNamed(element, 'PlainText')))
				appendAll(problems, checkPassword(source, element));
		} else if (name === 'AutoLogon') automatic = element;
		else if (name === 'UserAccounts' && doubts.liesIn(element)) certain = false;
		else if (name === 'LocalAccount') {
			const account = literal(source, childNamed(element, 'Name'));
			if (account === undefined) certain = false;
			else accounts.add(account.trim().toLowerCase());
		} else if (name === 'ImageInstall') isNew = true;
		else if (name === 'DomainAccount' || name === 'JoinDomain') certain = false;
	}
	if (automatic === undefined || isOff(source, automatic)) return problems;
	appendAll(problems, checkLogon(automatic, doubts));
	if (certain && (isNew || accounts.size > 1) && !doubts.liesIn(automatic))
		appendAll(problems, checkAutoLogon(source, automatic, accounts));
	return problems;
}

/** What stands where it is not read is reported as such, and not for what it is. */
function isMisplaced(element: XmlElement, doubts: Doubts): boolean {
	for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent)
		if (doubts.isElsewhere(at)) return true;
	return false;
}

const isOff = (source: UnattendSource, automatic: XmlElement): boolean =>
	literal(source, childNamed(automatic, 'Enabled'))?.trim().toLowerCase() === 'false';

/** What AutoLogon needs besides the account. */
function checkLogon(automatic: XmlElement, doubts: Doubts): Problem[] {
	if (automatic.broken || doubts.hidesIn(automatic) || childNamed(automatic, 'Username') === undefined) return [];
	if (automatic.children.some(child => child.kind === 'text' && !child.blank)) return [];
	const problems: Problem[] = [];
	const place = nameOf(automatic);
	if (!childNamed(automatic, 'Password')) problems.push(problem('windows-autologon-password', place, {}));
	if (!childNamed(automatic, 'Enabled')) problems.push(problem('windows-autologon-off', place, {}));
	if (!childNamed(automatic, 'LogonCount')) problems.push(problem('windows-autologon-count', place, {}));
	return problems;
}

function checkAutoLogon(source: UnattendSource, automatic: XmlElement, accounts: ReadonlySet<string>): Problem[] {
	const user = childNamed(automatic, 'Username');
	const account = literal(source, user)?.trim();
	const domain = literal(source, childNamed(automatic, 'Domain'))?.trim() ?? '';
	if (user === undefined || account === undefined || account === '' || domain !== '') return [];
	if (accounts.has(account.toLowerCase()) || account.includes('\\')) return [];
	return [problem('windows-autologon-account', nameOf(user), { account })];
}

function checkPassword(source: UnattendSource, element: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const group = childNamed(element, 'Value');
	const value = group ?? (elementsOf(element).length === 0 ? element : undefined);
	if (value === undefined) return [];
	const place = textPlace(value);
	const text = literal(source, value)?.trim();
	if (text === undefined || text === '' || holdsMacros(source, value)) return [];
	const plain = literal(source, childNamed(element, 'PlainText'))?.trim().toLowerCase();
	if (group === undefined || plain !== 'false') {
		const encoded = plain === 'true' && decodeUtf16(text)?.endsWith(element.localName) === true;
		problems.push(problem(encoded ? 'windows-password-encoded' : 'windows-password-plain', place, {}));
	} else if (decodeUtf16(text)?.endsWith(element.localName) !== true) {
		problems.push(problem('windows-password-encoding', place, { suffix: element.localName }));
	}
	return problems;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of UTF-16 (low byte first) as text; `undefined` when it is none. */
function decodeUtf16(text: string): string | undefined {
	if (text.length > 4000 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
	const bytes: number[] = [];
	let bits = 0;
	let held = 0;
	for (const character of text.replace(/=+$/, '')) {
		bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff;
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes.push((bits >> held) & 0xff);
		}
	}
	let result = '';
	for (let index = 0; index + 1 < bytes.length; index += 2) {
		result += String.fromCharCode((bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8));
	}
	return result;
}
