import { format } from '../lifecycle/messages';

/** Resolves a component's keys by the framework's resources, in the user's language. */
export function componentText<Key extends string>(
    resources: () => Pick<ComponentFramework.Resources, 'getString'>,
): (key: Key, ...values: readonly (string | number)[]) => string {
    return (key, ...values) => format(resources().getString(key) || key, values);
}
