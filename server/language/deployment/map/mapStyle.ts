type Colour = 'ground' | 'ink' | 'muted' | 'box' | 'frame' | 'edge' | 'trouble' | 'good' | 'link';
type Colours = Readonly<Record<Colour, string>>;

const light: Colours = {
	ground: '#ffffff',
	ink: '#1f2328',
	muted: '#59636e',
	box: '#f6f8fa',
	frame: '#818b98',
	edge: '#59636e',
	trouble: '#b3261e',
	good: '#116329',
	link: '#0550ae',
};

const dark: Colours = {
	ground: '#0d1117',
	ink: '#e6edf3',
	muted: '#9da7b1',
	box: '#161b22',
	frame: '#6e7681',
	edge: '#9da7b1',
	trouble: '#ff7b72',
	good: '#56d364',
	link: '#79c0ff',
};

/** Names of VS Code's colours, which its pages have as variables. High contrast names a border, the others do not. */
const editor: Colours = {
	ground: 'var(--vscode-editor-background)',
	ink: 'var(--vscode-editor-foreground)',
	muted: 'var(--vscode-descriptionForeground)',
	box: 'var(--vscode-editorWidget-background)',
	frame: 'var(--vscode-contrastBorder, var(--vscode-editorWidget-border))',
	edge: 'var(--vscode-descriptionForeground)',
	trouble: 'var(--vscode-errorForeground)',
	good: 'var(--vscode-charts-green)',
	link: 'var(--vscode-textLink-foreground)',
};

const shapes = `text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.heading{font:600 16px system-ui,sans-serif}.title{font-weight:600}.note{text-anchor:end;font-weight:400}
.edge{fill:none;stroke-width:1.25;opacity:.75}.idle{stroke-dasharray:4 4}.edge:hover{stroke-width:3;opacity:1}
a{text-decoration:none}.hit{fill:transparent}a:hover text,a:focus text{text-decoration:underline}`;

const paints = (colours: Colours): string =>
	[
		`.ground{fill:${colours.ground}}`,
		`.heading,.title,.plain{fill:${colours.ink}}`,
		`.muted,.note{fill:${colours.muted}}`,
		`.trouble{fill:${colours.trouble}}`,
		`.good{fill:${colours.good}}`,
		`.box{fill:${colours.box};stroke:${colours.frame}}`,
		`.edge{stroke:${colours.edge}}`,
		`a:hover text,a:focus text{fill:${colours.link}}`,
	].join('');

/** The style sheet of the picture. */
export function mapStyle(colours: 'own' | 'editor'): string {
	if (colours === 'editor') return `${shapes}\n${paints(editor)}`;
	return `${shapes}\n${paints(light)}\n@media (prefers-color-scheme:dark){${paints(dark)}}`;
}
