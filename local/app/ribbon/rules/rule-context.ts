import type { CommandTarget, Platform } from '../../platform/types';

/** What a rule's tests may look at. */
export interface RuleContext {
    readonly target: CommandTarget;
    readonly platform: Pick<Platform, 'environment' | 'scripts' | 'table'>;
    readonly commandId: string;
}
