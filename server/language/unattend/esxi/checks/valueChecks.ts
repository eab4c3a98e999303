import { english, t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import { listItems } from '../../statements/listItems';
import type { UsedOption, Value } from '../../statements/parseArguments';
import { partedOptions } from '../../statements/partedOptions';
import { isOpen } from '../../statements/statementFile';
import { valuePlace } from '../../statements/valuePlace';
import { checkPlace } from '../../values/checkPlace';
import { listOf, word } from '../../values/demand';
import { possibleTexts } from '../../values/possibleTexts';
import type { EsxiFile } from '../esxiFile';
import type { EsxiLine } from '../esxiLines';
import { type EsxiOption, filters, keyboards } from '../esxiTable';
import { esxiMacroRules, type FormCheck, forms } from './forms';

/** Holds an option's value against its choices and its form, through macros too. */
export function checkOptionValue(
	file: EsxiFile,
	{ command }: EsxiLine,
	{ option, value }: UsedOption<EsxiOption>,
): Problem[] {
	if (!value) return [];
	if (option.form === 'filters') return checkFilters(file, value);
	const { choices = [] } = option;
	const form: FormCheck | undefined =
		option.type === 'choice' ? { ...word(choices), strict: true } : option.form && forms[option.form];
	if (!form) return [];
	const strict = form.strict && option.grade === 'documented';
	const place = {
		...form,
		strict,
		place: `"${option.name}"`,
		parted: partedOptions(file.source, value, command.options),
	};
	if (form.list && !isOpen(file.source, value.start, value.end) && value.end - value.start === value.text.length) {
		const items = listItems(value);
		const problems = items.flatMap(item => checkValue(file, item, place));
		if (option.form === 'addresses' && items.length > 2 && problems.length === 0)
			problems.push(problem('esxi-name-servers', value, { count: items.length }));
		return problems;
	}
	return checkValue(file, value, form.list ? { ...place, ...listOf(form) } : place);
}

interface PlacedForm extends FormCheck {
	readonly place: string;
	/** The value without the option that touches it. */
	readonly parted?: string | undefined;
}

function checkValue({ source }: EsxiFile, value: Value, form: PlacedForm): Problem[] {
	const { tolerates, expected, place, strict, parted } = form;
	const at = valuePlace(source, value);
	const texts = possibleTexts(source, at)?.texts ?? [];
	const isStrict = strict && !texts.some(text => tolerates?.(text));
	const found = checkPlace(source, at, {
		rules: esxiMacroRules,
		place,
		demand: form,
		isStrict,
		literal(text) {
			const end = Math.max(value.end, value.start + 1);
			const code = isStrict ? 'esxi-value' : 'esxi-value-unusual';
			const replacement = parted === undefined ? {} : { replacement: parted };
			return problem(code, { start: value.start, end }, { place, expected, value: text, ...replacement });
		},
	});
	return found ? [found] : [];
}

/** Any word may be a vendor, model or driver; one that is nearly a filter of the documentation probably is meant so. */
function checkFilters({ source }: EsxiFile, value: Value): Problem[] {
	if (isOpen(source, value.start, value.end)) return [];
	const place = '"--firstdisk"';
	if (/[;|]|,,|^,|,$/.test(value.text))
		return [
			problem('esxi-value-unusual', value, {
				place,
				expected: english('names with commas between'),
				value: value.text,
			}),
		];
	return listItems(value).flatMap(item => {
		if (item.text.length < 4 || filters.includes(item.text)) return [];
		const nearest = nearestName(item.text, filters);
		return nearest === undefined ? [] : [problem('esxi-disk-filter', item, { value: item.text, replacement: nearest })];
	});
}

const layout: PlacedForm = {
	...word(keyboards),
	expected: english('a keyboard of the list'),
	strict: false,
	place: '"keyboard"',
};

/** The layout of `keyboard`, whose name may have been left without its quotes. */
export function checkKeyboard(file: EsxiFile, { args }: EsxiLine, value: Value): Problem[] {
	const words = args.positionals;
	const last = words.at(-1) ?? value;
	const whole = words.map(({ text }) => text).join(' ');
	if (words.length > 1 && keyboards.includes(whole))
		return [
			problem(
				'esxi-keyboard',
				{ start: value.start, end: last.end },
				{
					value: value.text,
					hint: ` ${t('"{whole}" needs quotes.', { whole })}`,
					replacement: `"${whole}"`,
				},
			),
		];
	const isQuoted = /["']/.test(file.source.text[value.start - 1] ?? '');
	if (isOpen(file.source, value.start, value.end)) return checkValue(file, value, layout);
	if (keyboards.includes(value.text)) return [];
	const nearest =
		keyboards.find(name => name.toLowerCase() === value.text.toLowerCase()) ??
		keyboards.find(name => value.text.length > 1 && name.toLowerCase().startsWith(`${value.text.toLowerCase()} `)) ??
		nearestName(value.text, keyboards);
	return [
		problem('esxi-keyboard', value, {
			value: value.text,
			hint: nearest === undefined ? '' : ` ${t('Did you mean "{nearest}"?', { nearest })}`,
			...(nearest === undefined ? {} : { replacement: nearest.includes(' ') && !isQuoted ? `"${nearest}"` : nearest }),
		}),
	];
}
