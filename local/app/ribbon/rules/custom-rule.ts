import { parameterValue } from '../parameters';
import { readParameters } from '../ribbon-definition';
import type { RuleContext } from './rule-context';

/** Base rules may ask the page itself under this library name. */
export const PLATFORM_LIBRARY = '$webresource:platform';

/** How long a rule may think, in milliseconds (Microsoft Learn, "CustomRule": a promise that takes longer is false). */
const PATIENCE = 10_000;

/**
 * Calls a script. It answers true or false, or a promise of it.
 * @throws Error when the library or the function does not exist, or the function throws
 */
export async function testCustomRule(element: Element, context: RuleContext): Promise<boolean> {
    const functionName = element.getAttribute('FunctionName') ?? '';
    const library = element.getAttribute('Library') ?? '';
    const { scripts } = context.platform;
    await scripts.load([library]);
    const parameters = readParameters(element).map((parameter) => parameterValue(parameter, context));
    const answer = scripts.resolve(functionName)(...parameters);
    return (await inTime(answer)) === true;
}

async function inTime(answer: unknown): Promise<unknown> {
    if (!(answer instanceof Object) || typeof (answer as PromiseLike<unknown>).then !== 'function') {
        return answer;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), PATIENCE);
    });
    try {
        return await Promise.race([answer as Promise<unknown>, late]);
    } finally {
        clearTimeout(timer);
    }
}
