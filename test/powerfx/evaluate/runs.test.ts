import { compile, Decimal, FormulaError, recordOf, recordType, fieldsOf, Types } from '../../../local/powerfx';
import { MemoryHost } from '../../../local/powerfx/cases/memory-host';
import { printed } from '../formula-runner';

test('one compiled formula runs with whatever its variables hold', () => {
    const host = new MemoryHost();
    host.add('x', Types.Decimal, Decimal.ofInteger(1));
    const formula = compile('x * 10', host.schema);
    expect(formula.run(host.context(1000))).toEqual(Decimal.ofInteger(10));
    host.values.set('x', Decimal.ofInteger(4));
    expect(formula.run(host.context(1000))).toEqual(Decimal.ofInteger(40));
});

test('a formula stands in the scope of the record that it is run for', () => {
    const host = new MemoryHost();
    const type = recordType(fieldsOf({ price: Types.Decimal }));
    host.scope = { type, row: null };
    const formula = compile('price + ThisRecord.price', host.schema);
    expect(formula.run(host.context(1000), recordOf({ price: Decimal.ofInteger(2) }))).toEqual(Decimal.ofInteger(4));
});

test('a formula with errors is not run but says all that is wrong', () => {
    const refused = (): unknown => compile('a + b', new MemoryHost().schema);
    expect(refused).toThrow(FormulaError);
    expect(refused).toThrow(
        "0-1: Name isn't valid. 'a' isn't recognized.\n4-5: Name isn't valid. 'b' isn't recognized.",
    );
});

test('a run that takes too long is ended', () => {
    const host = new MemoryHost();
    const context = host.context(1000);
    const ended = {
        ...context,
        checkDeadline: () => {
            throw new Error('two minutes are over');
        },
    };
    expect(() => compile('Sum(Sequence(10), Value)', host.schema).run(ended)).toThrow('two minutes are over');
});

test('branches that are not taken are not run', () => {
    const host = new MemoryHost();
    host.add('x', Types.Decimal, Decimal.zero);
    printed('If(true, 1, Set(x, 1)); Switch("a", "a", 1, Set(x, 2)); IfError(1, Set(x, 3))', host, {
        allowSideEffects: true,
    });
    expect(printed('x', host)).toBe('0');
});

test('a switch over constants finds each of them, and the first of two', () => {
    const pairs = Array.from({ length: 60 }, (_, index) => `"k${index}", ${index}`).join(', ');
    const host = new MemoryHost();
    host.add('key', Types.Text, 'k59');
    expect(printed(`Switch(key, ${pairs}, "k59", -1, -2)`, host)).toBe('59');
    host.values.set('key', 'K59');
    expect(printed(`Switch(key, ${pairs}, -2)`, host)).toBe('-2');
    host.values.set('key', null);
    expect(printed(`Switch(key, ${pairs})`, host)).toBe('Blank()');
    expect(printed('Switch(1.50, 1, "a", 1.5, "b")')).toBe('"b"');
});

test('the clock and the culture are those of the run', () => {
    const host = new MemoryHost();
    host.culture = 'fr-FR';
    expect(printed('"" & 1.5', host)).toBe('"1,5"');
    expect(printed('"1,5" + 1', host)).toBe('2.5');
});
