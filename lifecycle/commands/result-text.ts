import { listText } from '../messages';
import type { Host } from './host';
import type { Failure } from './outcome';

/** A result, followed by what did not work. */
export function failuresText(host: Pick<Host, 'text'>, result: string, failures: readonly Failure[]): string {
    if (failures.length === 0) return result;
    const list = listText(
        failures.map(({ name, message }) => `${name}: ${message}`),
        host.text,
    );
    return `${result}\n${host.text('result.failures', list)}`;
}
