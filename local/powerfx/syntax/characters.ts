const letter = /^[\p{L}\p{Nl}]$/u;
const nameCharacter = /^[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}]$/u;
const space = /^[\p{Zs}\t]$/u;
const format = /^\p{Cf}$/u;

/** Whether a name may begin with this character (a quoted one begins with `'`). */
export function isNameStart(character: string): boolean {
    return character < '\x80' ? /^[A-Za-z_]$/.test(character) : letter.test(character);
}

export function isNameCharacter(character: string): boolean {
    return character < '\x80' ? /^\w$/.test(character) : nameCharacter.test(character);
}

export function isDigit(character: string): boolean {
    return character >= '0' && character <= '9' && character.length === 1;
}

export function isLineEnd(character: string): boolean {
    return /^[\r\n\v\f\u0085\u2028\u2029]$/.test(character);
}

export function isSpace(character: string): boolean {
    return space.test(character) || isLineEnd(character);
}

/** Characters that only steer the display; text literals leave them out. */
export function isFormatCharacter(character: string): boolean {
    return character >= '\x80' && format.test(character);
}
