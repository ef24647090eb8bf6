import { colorOf } from '../evaluate/coerce-value';
import {
    choiceSet,
    choiceType,
    ChoiceValue,
    ColorValue,
    Decimal,
    Types,
    type ChoiceSet,
    type ChoiceSetDefinition,
    type Type,
    type Value,
} from '../index';
import type { MemoryHost } from './memory-host';

function testSet(
    name: string,
    isEnumeration: boolean,
    members: Readonly<Record<string, number | boolean>>,
    more: Partial<ChoiceSetDefinition>,
): ChoiceSet {
    return choiceSet({
        name,
        isEnumeration,
        acceptsBackingValue: false,
        givesBackingValue: false,
        ...more,
        options: Object.entries(members).map(([member, value]) => ({ name: member, displayName: member, value })),
    });
}

/**
 * Enumerations, or choices, of every kind of backing value and with every right, and functions that take them.
 * @param areNamed Whether formulas can name them; otherwise only the functions are there.
 */
export function addTestEnumerations(host: MemoryHost, areEnumerations: boolean, areNamed = true): void {
    const numerals: Record<string, number> = areEnumerations ? { X: 10, V: 5, V2: 5, I: 1 } : { X: 10, V: 5, I: 1 };
    const make = (
        name: string,
        members: Readonly<Record<string, number | boolean>>,
        more: Partial<ChoiceSetDefinition>,
    ): ChoiceSet => testSet(name, areEnumerations, members, more);
    const open: Partial<ChoiceSetDefinition> = {
        backing: 'boolean',
        acceptsBackingValue: true,
        givesBackingValue: true,
    };
    const yesNo = make('TestYesNo', { Yes: true, No: false }, open);
    const noCoerce = make('TestBooleanNoCoerce', { SuperTrue: true, SuperFalse: false }, { backing: 'boolean' });
    const blueRamp = make(
        'TestBlueRamp',
        ramp('Blue', (faded) => 0xff0000ff + faded * 0x10100),
        { backing: 'color' },
    );
    const sets = [
        yesNo,
        make('TestYeaNay', { Yea: true, Nay: false }, open),
        noCoerce,
        make('TestNumberCoerceTo', numerals, { givesBackingValue: true }),
        make('TestNumberCompareNumeric', numerals, { isOrdered: true }),
        make('TestNumberCompareNumericCoerceFrom', numerals, { isOrdered: true, acceptsBackingValue: true }),
        blueRamp,
        make(
            'TestRedRamp',
            ramp('Red', (faded) => 0xffff0000 + faded * 0x101),
            { backing: 'color' },
        ),
    ];
    if (areNamed) {
        sets.forEach((set) => host.choices.set(set.name, set));
    }

    const exclusiveOr = (values: readonly Value[]): Value => isTrue(values[0]) !== isTrue(values[1]);
    addFunction(host, 'TestXORBoolean', [Types.Boolean, Types.Boolean], Types.Boolean, exclusiveOr);
    addFunction(host, 'TestXORYesNo', [choiceType(yesNo), choiceType(yesNo)], Types.Boolean, exclusiveOr);
    addFunction(host, 'TestXORNoCoerce', [choiceType(noCoerce), choiceType(noCoerce)], Types.Boolean, exclusiveOr);
    addFunction(host, 'TestColorInvert', [Types.Color], Types.Color, inverted);
    addFunction(host, 'TestColorBlueRampInvert', [choiceType(blueRamp)], Types.Color, inverted);
    addFunction(host, 'TestSignDecimal', [Types.Decimal], Types.Decimal, ([value]) =>
        Decimal.ofInteger(value instanceof Decimal ? value.sign : 0),
    );
    addFunction(host, 'TestSignNumber', [Types.Number], Types.Number, ([value]) =>
        typeof value === 'number' ? Math.sign(value) : 0,
    );
}

function ramp(name: string, code: (faded: number) => number): Record<string, number> {
    const steps: readonly (readonly [number, number])[] = [
        [100, 0],
        [75, 0x3f],
        [50, 0x7f],
        [25, 0xbf],
        [0, 0xff],
    ];
    return Object.fromEntries(steps.map(([percent, faded]) => [`${name}${percent}`, code(faded)]));
}

function isTrue(value: Value | undefined): boolean {
    return value instanceof ChoiceValue ? value.option.value === true : value === true;
}

function inverted([value]: readonly Value[]): Value {
    const color =
        value instanceof ChoiceValue && typeof value.option.value === 'number' ? colorOf(value.option.value) : value;
    return color instanceof ColorValue
        ? new ColorValue(255 - color.red, 255 - color.green, 255 - color.blue, color.alpha)
        : null;
}

function addFunction(
    host: MemoryHost,
    name: string,
    parameters: readonly Type[],
    result: Type,
    run: (values: readonly Value[]) => Value,
): void {
    host.functions.push({
        name,
        namespace: [],
        parameters: parameters.map((type, index) => ({ name: `value${index}`, type, isRequired: true })),
        takesRecord: false,
        result,
        isBehavior: false,
    });
    host.implementations.set(name, run);
}
