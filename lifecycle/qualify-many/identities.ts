import type { QualificationIds } from '../qualify/qualification-choices';
import type { Party } from '../qualify/target';

/** Ids of all that a selection may create. They stay the same, so that trying again creates nothing twice. */
export interface Identities {
    /** @param stakeholders how many connections there will be */
    ofLead(leadId: string, stakeholders: number): Omit<QualificationIds, Party>;
    /** @param key see `NewRow` */
    ofRow(key: string): string;
}

export function keepIdentities(newId: () => string): Identities {
    const ids = new Map<string, string>();
    const of = (name: string): string => {
        const id = ids.get(name) ?? newId();
        ids.set(name, id);
        return id;
    };
    return {
        ofLead: (leadId, stakeholders) => ({
            opportunity: of(`opportunity of ${leadId}`),
            process: of(`process of ${leadId}`),
            stakeholders: Array.from({ length: stakeholders }, (_, index) => of(`stakeholder ${index} of ${leadId}`)),
        }),
        ofRow: (key) => of(`row ${key}`),
    };
}
