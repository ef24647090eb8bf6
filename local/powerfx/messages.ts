/**
 * The texts of compile errors. They are part of the language (Microsoft Power Fx, PowerFxResources), so that a formula is
 * refused here in the words makers know.
 */
export const messages = {
    invalidArguments: (name: string) => `The function '${name}' has some invalid arguments.`,
    badTypeExpected: (actual: string, expected: string) =>
        `Invalid argument type (${actual}). Expecting a ${expected} value instead.`,
    badType: 'Invalid argument type.',
} as const;
