/** Endings of templates: what is made of such a file gets another name. `ks.cfg.j2` is judged as `ks.cfg`. */
export const templateEnding = /(?:\.(?:in|template|tmpl|tpl|hcl|pkrtpl|j2|jinja2|erb|example|sample))+$/i;
