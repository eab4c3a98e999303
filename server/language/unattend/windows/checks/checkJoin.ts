import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf } from '../../xml/parse/xmlTree';
import { onlyText } from '../../xml/xmlPlace';
import type { Doubts } from '../doubts';

/** A domain is joined with an account, and not beside a workgroup. */
export function checkJoin(source: UnattendSource, component: XmlElement, doubts: Doubts): Problem[] {
	const problems: Problem[] = [];
	const identification = childNamed(component, 'Identification');
	const domain = childNamed(identification, 'JoinDomain');
	if (identification === undefined || domain === undefined || doubts.liesIn(identification)) return [];
	if (elementsOf(identification).some(child => child.broken)) return [];
	const workgroup = childNamed(identification, 'JoinWorkgroup');
	if (workgroup) problems.push(problem('windows-join-twice', nameOf(workgroup), {}));
	const unsecure = childNamed(identification, 'UnsecureJoin');
	const credentials = childNamed(identification, 'Credentials');
	const isUnsecure = unsecure && onlyText(source, unsecure)?.trim().toLowerCase();
	if (credentials && isUnsecure === 'true') problems.push(problem('windows-join-unsecure', nameOf(credentials), {}));
	const account =
		credentials ??
		descendant(identification, 'Provisioning', 'AccountData') ??
		(isUnsecure === 'false' ? undefined : unsecure);
	if (account === undefined) problems.push(problem('windows-join-credentials', nameOf(domain), {}));
	return problems;
}
