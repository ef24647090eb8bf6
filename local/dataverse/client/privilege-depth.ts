/** How far a user's privileges reach, as one number for the client. */
import type { Table } from '../metadata/types';
import type { AccessRight } from '../security/access-rights';
import { accessScope } from '../security/access-scope';
import type { Principal } from '../security/principal';
import { DEPTH } from '../security/principal';
import { privilegeName } from '../security/privilege-name';

export type Depth = 1 | 2 | 4 | 8;

/** 0 when the user lacks the privilege. */
export function privilegeDepth(principal: Principal, table: Table, right: AccessRight): 0 | Depth {
    const scope = accessScope(principal, table, right);
    switch (scope.reach) {
        case 'none':
            return 0;
        case 'all':
            return DEPTH.Global;
        case 'some': {
            const grants = principal.grants.get(privilegeName(table, right).toLowerCase());
            return asDepth(Math.max(1, ...(grants ?? []).map(({ depth }) => depth)));
        }
    }
}

function asDepth(depth: number): Depth {
    return depth >= DEPTH.Global ? 8 : depth >= DEPTH.Deep ? 4 : depth >= DEPTH.Local ? 2 : 1;
}
