import { Types } from '../../types';
import { number, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Substitute(text, old, new[, instance])`: the text with another text in the place of each old one, or of one of them. */
export const substitute = scalarFunction({
    name: 'Substitute',
    parameters: [text, text, text],
    optional: [number],
    result: Types.Text,
    evaluate: (_run, value, old, replacement, givenInstance) => {
        const instance = givenInstance === undefined ? undefined : Math.trunc(givenInstance);
        if (instance !== undefined && instance < 1) {
            return outOfRange('Substitute', 'instance');
        }
        if (old === '') {
            return value;
        }
        return instance === undefined
            ? value.split(old).join(replacement)
            : substituteOne(value, old, replacement, instance);
    },
});

function substituteOne(value: string, old: string, replacement: string, instance: number): string {
    let index = -old.length;
    for (let count = 0; count < instance; count++) {
        index = value.indexOf(old, index + old.length);
        if (index < 0) {
            return value;
        }
    }
    return value.slice(0, index) + replacement + value.slice(index + old.length);
}
