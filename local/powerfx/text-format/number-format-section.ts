/** What the marks of one section of a numeric format come to. */
export interface Section {
    /** The marks, up to the next section. */
    readonly marks: string;
    /** Places for digits, `0` and `#`, in all. */
    readonly digitCount: number;
    /** How many of the places stand before the point. */
    readonly pointPosition: number;
    /** The first and last place that is a `0`, counted from the left; undefined when there is none. */
    readonly firstZero: number | undefined;
    readonly lastZero: number;
    readonly hasGroups: boolean;
    readonly isScientific: boolean;
    /** Powers of ten by which percent signs and scaling commas multiply. */
    readonly scaleAdjustment: number;
}

/** Walks over the marks of a format, past text in quotes and after backslashes, until the section ends. */
function* marksOf(format: string, start: number): Generator<{ mark: string; index: number }> {
    for (let index = start; index < format.length; index++) {
        const mark = format.charAt(index);
        if (mark === '"' || mark === "'") {
            const end = format.indexOf(mark, index + 1);
            index = end < 0 ? format.length : end;
        } else if (mark === '\\') {
            index += 1;
        } else {
            yield { mark, index };
        }
    }
}

/**
 * Where the section for positive (0), negative (1) or zero (2) starts; the first one when there is no such section or it
 * is empty.
 */
export function sectionStart(format: string, wanted: number): number {
    let passed = 0;
    if (wanted === 0) {
        return 0;
    }
    for (const { mark, index } of marksOf(format, 0)) {
        if (mark !== ';') {
            continue;
        }
        passed += 1;
        if (passed === wanted) {
            const next = format.charAt(index + 1);
            return next === '' || next === ';' ? 0 : index + 1;
        }
    }
    return 0;
}

/** Reads the section that starts there. */
export function readSection(format: string, start: number): Section {
    let digitCount = 0;
    let pointPosition: number | undefined;
    let firstZero: number | undefined;
    let lastZero = 0;
    let commaPosition: number | undefined;
    let commas = 0;
    let hasGroups = false;
    let isScientific = false;
    let scaleAdjustment = 0;
    let end = format.length;
    let exponentEnd = start;
    for (const { mark, index } of marksOf(format, start)) {
        if (index < exponentEnd) {
            continue;
        }
        if (mark === ';') {
            end = index;
            break;
        }
        switch (mark) {
            case '#':
                digitCount += 1;
                break;
            case '0':
                firstZero ??= digitCount;
                digitCount += 1;
                lastZero = digitCount;
                break;
            case '.':
                pointPosition ??= digitCount;
                break;
            case ',':
                if (digitCount > 0 && pointPosition === undefined) {
                    if (commaPosition === digitCount) {
                        commas += 1;
                    } else {
                        hasGroups ||= commaPosition !== undefined;
                        commaPosition = digitCount;
                        commas = 1;
                    }
                }
                break;
            case '%':
                scaleAdjustment += 2;
                break;
            case '‰':
                scaleAdjustment += 3;
                break;
            case 'E':
            case 'e':
                exponentEnd = index + 1 + (/^[-+]?0+/.exec(format.slice(index + 1))?.[0].length ?? 0);
                isScientific ||= exponentEnd > index + 1;
                break;
        }
    }
    const point = pointPosition ?? digitCount;
    if (commaPosition === point) {
        // Commas right before the point divide by a thousand each.
        scaleAdjustment -= commas * 3;
    } else if (commaPosition !== undefined) {
        hasGroups = true;
    }
    return {
        marks: format.slice(start, end),
        digitCount,
        pointPosition: point,
        firstZero,
        lastZero,
        hasGroups,
        isScientific,
        scaleAdjustment,
    };
}
