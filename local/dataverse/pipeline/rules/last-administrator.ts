import { DataverseError } from '../../errors';
import type { Draft } from './draft';

/** CannotDisableSysAdmin */
const CANNOT_DISABLE_ADMINISTRATOR = 0x80041d2f;

/**
 * Somebody must be left who may do everything, or nobody could enable anybody again.
 * @throws DataverseError 0x80041d2f when the last enabled system administrator would be disabled
 */
export function keepAnAdministrator({ pipeline, plan, id, values }: Draft): void {
    if (plan.table.logicalName !== 'systemuser' || values.isdisabled !== true) {
        return;
    }
    const others = pipeline.environment.store
        .prepare<{ count: number }>(
            `SELECT count(*) AS count FROM systemuserroles held
             JOIN role ON role.roleid = held.roleid AND role.name = 'System Administrator'
             JOIN systemuser user ON user.systemuserid = held.systemuserid AND ifnull(user.isdisabled, 0) = 0
             WHERE held.systemuserid <> ?`,
        )
        .get(id);
    if ((others?.count ?? 0) === 0) {
        throw new DataverseError(
            CANNOT_DISABLE_ADMINISTRATOR,
            'A user cannot be disabled if they are the only user that has the System Administrator Role.',
        );
    }
}
