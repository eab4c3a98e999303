import { type Problem, problem } from '../../../problem';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, nameOf } from '../../xml/parse/xmlTree';
import type { Doubts } from '../doubts';

/** Checks that Setup in Windows PE need not ask for its language; a macro in the component may say it. */
export function checkSetupLanguage(component: XmlElement, doubts: Doubts): Problem[] {
	if (doubts.hidesIn(component)) return [];
	if (component.children.some(child => child.kind === 'text' && !child.blank)) return [];
	if (component.children.some(child => child.kind === 'element' && child.broken)) return [];
	const language = childNamed(component, 'UILanguage');
	const setup = childNamed(component, 'SetupUILanguage');
	const missing =
		language === undefined
			? 'UILanguage'
			: childNamed(setup, 'UILanguage') === undefined
				? 'SetupUILanguage/UILanguage'
				: undefined;
	return missing !== undefined ? [problem('windows-setup-language', nameOf(setup ?? component), { missing })] : [];
}
