import { english, t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { letters } from '../../values/demand';
import { hashLength } from '../../values/passwordForm';
import type { XmlElement, XmlNode } from '../../xml/parse/xmlNode';
import { childNamed, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { elementPlace, holdsMacros } from '../../xml/xmlPlace';
import { autoyastMacroRules } from './checkValue';
import { literal } from './literal';

/** Checks that somebody can log in, and that passwords are what `encrypted` says. */
export function checkUsers(source: UnattendSource, profile: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const users = childNamed(profile, 'users');
	if (users === undefined || users.broken) return [];
	let hasRoot = false;
	let certain = true;
	const seen = new Set<string>();
	const ids = new Set<string>();
	for (const user of elementsOf(users)) {
		const username = childNamed(user, 'username');
		const name = literal(source, username);
		if (name === undefined) certain = false;
		if (username === undefined && !user.broken && !user.children.some(hasText)) {
			problems.push(problem('autoyast-user-name', nameOf(user), {}));
			continue;
		}
		if (username && name && seen.has(name)) {
			problems.push(problem('autoyast-twice', textPlace(username), { what: t('The user'), name }));
			continue;
		}
		if (name) seen.add(name);
		if (name === 'root') {
			hasRoot = true;
			appendAll(problems, checkRoot(user));
		}
		appendAll(problems, checkPassword(source, user));
		appendAll(problems, checkId(source, user, ids));
	}
	if (!hasRoot && certain) problems.push(problem('autoyast-root-user', nameOf(users), {}));
	return problems;
}

function checkId(source: UnattendSource, user: XmlElement, ids: Set<string>): Problem[] {
	const uid = childNamed(user, 'uid');
	const name = literal(source, uid);
	if (uid === undefined || !name) return [];
	if (ids.has(name)) return [problem('autoyast-twice', textPlace(uid), { what: t('The user id'), name })];
	ids.add(name);
	return [];
}

/** Text between the elements: a macro that may bring what is missing. */
const hasText = (child: XmlNode): boolean => child.kind === 'text' && !child.blank;

function checkRoot(user: XmlElement): Problem[] {
	if (user.broken || childNamed(user, 'user_password') || childNamed(user, 'authorized_keys')) return [];
	return [problem('autoyast-root-password', nameOf(user), {})];
}

const looksHashed = (text: string): boolean => /^(\$[\w-]+\$.+|[./\dA-Za-z]{13}|_[./\dA-Za-z]{19}|[!*].*)$/.test(text);

function checkPassword(source: UnattendSource, user: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const password = childNamed(user, 'user_password');
	if (password === undefined) return [];
	const place = textPlace(password);
	const text = literal(source, password);
	const encrypted = childNamed(user, 'encrypted');
	const says = encrypted === undefined ? 'false' : literal(source, encrypted);
	if (holdsMacros(source, password)) return [says === 'true' ? (checkMacro(source, password) ?? []) : []].flat();
	if (text === undefined || text === '') return [];
	if (says === 'true' && !looksHashed(text)) {
		problems.push(problem('autoyast-password-hash', place, { says: 'true', is: t('no hash') }));
	} else if (says === 'true' && hashLength(text) !== undefined) {
		problems.push(problem('autoyast-password-cut', place, { found: hashLength(text) ?? '' }));
	} else if (says === 'false' && /^\$\w+\$.+\$/.test(text)) {
		problems.push(problem('autoyast-password-hash', place, { says: 'false', is: t('a hash') }));
	} else if (says === 'false') problems.push(problem('autoyast-password-plain', place, {}));
	return problems;
}

/** A hash that a macro brings. */
const checkMacro = (source: UnattendSource, password: XmlElement): Problem | undefined =>
	checkPlace(source, elementPlace(source, password), {
		rules: autoyastMacroRules,
		place: '<user_password>',
		demand: {
			accepts: text => looksHashed(text) && hashLength(text) === undefined,
			expected: english('a hash, as <encrypted> says'),
			needs: `${letters}$!*`,
			hidden: t('what is no whole hash'),
		},
		isStrict: false,
		literal: () => problem('autoyast-password-hash', textPlace(password), { says: 'true', is: t('no hash') }),
	});
