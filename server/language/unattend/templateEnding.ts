const endings = ['in', 'template', 'tmpl', 'tpl', 'hcl', 'pkrtpl', 'j2', 'jinja2', 'erb', 'example', 'sample'];

/** A file's name without the endings of templates: what is made of one gets another name. `ks.cfg.j2` is judged as `ks.cfg`. */
export function withoutTemplateEnding(name: string): string {
	const parts = name.split('.');
	let kept = parts.length;
	while (kept > 1 && endings.includes(parts[kept - 1]?.toLowerCase() ?? '')) kept--;
	return parts.slice(0, kept).join('.');
}
