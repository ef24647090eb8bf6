import type { Step } from './step';

/**
 * Says what an administrator has to assign; assigns nothing. Who works with the app is not for a deploy to decide.
 */
export const assignmentsStep: Step = {
    name: 'people',
    plan: async ({ client, solution }) => {
        const notes: string[] = [];
        for (const name of solution.roles) {
            // A role has a copy in every business unit; any of them counts.
            const roles = await client.rows(
                `roles?$select=name&$filter=name eq '${name.replaceAll("'", "''")}'` +
                    '&$expand=systemuserroles_association($select=systemuserid;$top=1),' +
                    'teamroles_association($select=teamid;$top=1)',
            );
            const isHeld = roles.some(
                (role) => isFilled(role['systemuserroles_association']) || isFilled(role['teamroles_association']),
            );
            if (!isHeld) notes.push(`to do: nobody has the role "${name}"; give it to users or teams`);
        }
        return { changes: [], notes, apply: () => Promise.resolve() };
    },
};

function isFilled(list: unknown): boolean {
    return Array.isArray(list) && list.length > 0;
}
