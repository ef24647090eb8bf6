import { MemoryHost } from '../../local/powerfx/cases/memory-host';
import { check, compile, printValue, type BindingOptions, type Problem, type Value } from '../../local/powerfx';

/** A formula's value, as a formula that gives it again. @throws FormulaError when the formula has errors. */
export function printed(text: string, host = new MemoryHost(), options: BindingOptions = {}): string {
    const formula = compile(text, host.schema, options);
    return printValue(formula.run(host.context(5000)), { type: formula.type });
}

export function valueOf(text: string, host = new MemoryHost(), options: BindingOptions = {}): Value {
    return compile(text, host.schema, options).run(host.context(5000));
}

/** Where and why a formula is refused: `4-7 message`. */
export function refusals(text: string, host = new MemoryHost(), options: BindingOptions = {}): readonly string[] {
    return check(text, host.schema, options).errors.map(placed);
}

export function placed({ start, end, message }: Problem): string {
    return `${start}-${end} ${message}`;
}
