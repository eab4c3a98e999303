/** Elements as text. */

export type Xml = Element | string;

export interface Element {
	readonly name: string;
	readonly children: readonly Xml[];
	readonly attributes: Readonly<Record<string, string>>;
}

/** An element; `type` among the attributes is written with the prefix of the format. */
export const el = (
	name: string,
	children: string | readonly Xml[],
	attributes: Readonly<Record<string, string>> = {},
): Element => ({
	name,
	children: typeof children === 'string' ? [children] : children,
	attributes,
});

export interface XmlStyle {
	readonly doctype: string;
	readonly typeName: string;
	readonly indent: string;
}

export function xmlText(root: Element, style: XmlStyle): string {
	const head = ['<?xml version="1.0" encoding="UTF-8"?>', ...(style.doctype === '' ? [] : [style.doctype])];
	return `${[...head, ...lines(root, style, '')].join('\n')}\n`;
}

function lines({ name, children, attributes }: Element, style: XmlStyle, indent: string): string[] {
	const written = Object.entries(attributes).map(
		([key, value]) => ` ${key === 'type' ? style.typeName : key}="${value}"`,
	);
	const open = `${indent}<${name}${written.join('')}`;
	if (children.length === 0) return [`${open}/>`];
	const [only] = children;
	if (children.length === 1 && typeof only === 'string' && !only.startsWith('#predefined.unattend'))
		return [`${open}>${only}</${name}>`];
	const deeper = indent + style.indent;
	return [
		`${open}>`,
		...children.flatMap(child => (typeof child === 'string' ? [deeper + child] : lines(child, style, deeper))),
		`${indent}</${name}>`,
	];
}
