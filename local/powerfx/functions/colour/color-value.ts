import { color as named } from '../../enumerations/color';
import { scalarOf } from '../../evaluate/dynamic-conversions';
import { Types } from '../../types';
import { ColorValue, DynamicValue, ErrorValue, errorValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

const notColor = () => errorValue('InvalidArgument', 'The text does not name a colour.');

/** A name of CSS, or `#rrggbb` or `#rrggbbaa`. */
function read(text: string, takesNames: boolean): Value {
    if (text === '') {
        return null;
    }
    const member = takesNames
        ? named.options.find((option) => option.name.toLowerCase() === text.toLowerCase())
        : undefined;
    if (member) {
        const code = Number(member.value);
        const part = (divisor: number) => Math.floor(code / divisor) % 256;
        return new ColorValue(part(0x10000), part(0x100), part(1), part(0x1000000) / 255);
    }
    const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/i.exec(text);
    if (!parts) {
        return notColor();
    }
    const [red, green, blue, alpha] = parts.slice(1).map((part: string | undefined) => parseInt(part ?? 'ff', 16));
    return new ColorValue(red ?? 0, green ?? 0, blue ?? 0, (alpha ?? 255) / 255);
}

/** `ColorValue(text)`: the colour that a text of CSS names. */
export const colorValue: FunctionDefinition = {
    name: 'ColorValue',
    minimumArguments: 1,
    maximumArguments: 1,
    bind(call) {
        const given = call.argument(0);
        const isDynamic = given.type.kind === 'Dynamic';
        const node = isDynamic ? given : call.coerce(given, Types.Text);
        if (isRefused(call, [node])) {
            return undefined;
        }
        return {
            type: Types.Color,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    if (value === null || value instanceof ErrorValue) {
                        return value;
                    }
                    const text = value instanceof DynamicValue ? scalarOf(value) : value;
                    return typeof text === 'string' ? read(text, !isDynamic) : notColor();
                };
            },
        };
    },
};
