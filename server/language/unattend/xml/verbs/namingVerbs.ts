import type { Location } from 'vscode-languageserver-types';
import { t } from '../../../../texts/texts';
import type { Span } from '../../../span';
import { textEdit } from '../../../textChange';
import type { Dialect } from '../../dialect';
import type { UnattendSource } from '../../unattendSource';
import { nameEndAt } from '../parse/xmlName';
import type { XmlElement } from '../parse/xmlNode';
import { nameOf, nodeAt, xmlOf } from '../parse/xmlTree';
import type { NamedThing } from './namedThings';
import { editAt, renameTags } from './xmlFixes';

type Verbs = Required<Pick<Dialect, 'definition' | 'references' | 'prepareRename' | 'rename'>>;

/** Definition, references and renaming of the things that `thingsOf` finds, and of the two tags of an element. */
export function namingVerbs(thingsOf: (source: UnattendSource) => readonly NamedThing[]): Verbs {
	const thingAt = (source: UnattendSource, offset: number) => {
		for (const thing of thingsOf(source)) {
			const place = placesOf(thing).find(({ start, end }) => offset >= start && offset <= end);
			if (place) return { thing, place };
		}
		return undefined;
	};
	return {
		definition: (source, offset) => locations(source, thingAt(source, offset)?.thing.definitions ?? []),
		references(source, offset) {
			const found = thingAt(source, offset);
			return found ? locations(source, placesOf(found.thing)) : [];
		},
		prepareRename(source, offset) {
			const place = thingAt(source, offset)?.place ?? tagAt(source, offset)?.place;
			return place && rangeOf(source, place);
		},
		rename(source, offset, newName) {
			const found = thingAt(source, offset);
			if (found) {
				const refusal = refusalOf(found.thing, newName, thingsOf(source));
				if (refusal !== undefined) throw new RangeError(refusal);
				return placesOf(found.thing).map(place => editAt(source, place, newName));
			}
			const tag = tagAt(source, offset);
			if (tag === undefined) return [];
			if (newName === '' || nameEndAt(newName, 0) !== newName.length) {
				throw new RangeError(
					newName === '' ? t('An element needs a name.') : t('An element cannot be called {name}.', { name: newName }),
				);
			}
			return renameTags(tag.element, newName).map(change => textEdit(source.document, change));
		},
	};
}

const placesOf = ({ definitions, uses }: NamedThing): readonly Span[] =>
	[...definitions, ...uses].sort((a, b) => a.start - b.start);

/** Two things of one sort with the same name would become one. */
function refusalOf(thing: NamedThing, newName: string, all: readonly NamedThing[]): string | undefined {
	const said = thing.refuse(newName);
	if (said !== undefined) return said;
	const form = (name: string): string => (thing.ignoresCase ? name.toLowerCase() : name);
	const taken = all.some(
		other => other !== thing && other.sortId === thing.sortId && form(other.name) === form(newName),
	);
	return taken ? t('{newName} is there already.', { newName }) : undefined;
}

/** The element in one of whose tags the name is under the offset. */
function tagAt(source: UnattendSource, offset: number): { element: XmlElement; place: Span } | undefined {
	const node = nodeAt(xmlOf(source), offset);
	if (node?.kind !== 'element') return undefined;
	const places = [nameOf(node)];
	if (node.closeOffset !== undefined) {
		places.push({ start: node.closeOffset + 2, end: node.closeOffset + 2 + node.name.length });
	}
	const place = places.find(({ start, end }) => offset >= start && offset <= end);
	return place && { element: node, place };
}

const rangeOf = ({ document }: UnattendSource, { start, end }: Span) => ({
	start: document.positionAt(start),
	end: document.positionAt(end),
});

const locations = (source: UnattendSource, places: readonly Span[]): Location[] =>
	places.map(place => ({ uri: source.document.uri, range: rangeOf(source, place) }));
