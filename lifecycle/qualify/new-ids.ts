import type { DialogHost } from '../commands/dialog-host';
import type { QualificationIds } from './qualification-choices';
import type { QualificationInput } from './qualification-input';

/** Ids for all that a qualification may create. To be asked for once, not once a run. */
export function newQualificationIds(
    host: Pick<DialogHost, 'newId'>,
    { followers }: Pick<QualificationInput, 'followers'>,
): QualificationIds {
    return {
        account: host.newId(),
        contact: host.newId(),
        opportunity: host.newId(),
        process: host.newId(),
        stakeholders: followers.stakeholders.map(() => host.newId()),
    };
}
