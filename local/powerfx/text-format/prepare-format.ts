import type { NumberCulture } from '../culture/culture';
import { FormatReader } from './format-reader';
import type { PreparedFormat } from './prepared-format';

/**
 * Checks a format of `Text` and brings it down to one of .NET. Formats are those of Excel: what .NET reads otherwise is
 * put into quotes or behind a backslash, and what Power Fx does not support is refused: a language in brackets,
 * `General`, `?`, `_`, `*`, `@`, fractions, more than three sections, lower case `am/pm`, and numbers mixed with dates
 * (Microsoft Learn, "Text function").
 * @param culture Whose separators the format is written with; English when none is given, as for constants.
 * @returns undefined when the format is refused.
 */
export function prepareFormat(format: string, culture?: NumberCulture): PreparedFormat | undefined {
    if (/^\[\$-|^\/|^[gG]$|general/i.test(format)) {
        return undefined;
    }
    const read = new FormatReader(format).read();
    if (!read) {
        return undefined;
    }
    if (!culture || !read.isNumeric) {
        return read;
    }
    return { ...read, format: inEnglishMarks(read.format, culture) };
}

/** The format with the point and comma of English in place of the culture's separators. */
function inEnglishMarks(format: string, culture: NumberCulture): string {
    const group = '\ufeff';
    let marked = format.split(culture.groupSeparator).join(group);
    if (culture.groupSeparator.trim() === '') {
        marked = marked.replace(/[ \u202f]/g, group);
    }
    return marked.split(culture.decimalSeparator).join('.').split(group).join(',');
}
