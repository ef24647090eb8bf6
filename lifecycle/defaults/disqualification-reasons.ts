import { LeadStatus } from '../choices';
import type { DisqualificationReason } from '../configuration/disqualification-reason';
import type { Language, Texts } from './language';

interface DefaultReason {
    readonly id: string;
    readonly name: Texts;
    readonly status: number;
    readonly noteRequired?: boolean;
    readonly revisitAfterDays?: number;
}

/** What sellers give as reasons most often, in the order of the dialog. */
const REASONS: readonly DefaultReason[] = [
    {
        id: '61740a02-5e1d-4c27-9a02-000000000001',
        name: { 1033: 'No budget', 1036: 'Pas de budget' },
        status: LeadStatus.lost,
        revisitAfterDays: 365,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000002',
        name: { 1033: 'Lost to a competitor', 1036: 'Perdu au profit d’un concurrent' },
        status: LeadStatus.lost,
        noteRequired: true,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000003',
        name: { 1033: 'Not the target market', 1036: 'Hors du marché cible' },
        status: LeadStatus.lost,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000004',
        name: { 1033: 'Too far away', 1036: 'Trop éloigné' },
        status: LeadStatus.lost,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000005',
        name: { 1033: 'Cannot be reached', 1036: 'Injoignable' },
        status: LeadStatus.cannotContact,
        revisitAfterDays: 90,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000006',
        name: { 1033: 'Not interested', 1036: 'Pas intéressé' },
        status: LeadStatus.noLongerInterested,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000007',
        name: { 1033: 'Wrong timing', 1036: 'Pas le bon moment' },
        status: LeadStatus.noLongerInterested,
        revisitAfterDays: 180,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000008',
        name: { 1033: 'Duplicate', 1036: 'Doublon' },
        status: LeadStatus.canceled,
    },
    {
        id: '61740a02-5e1d-4c27-9a02-000000000009',
        name: { 1033: 'Entered by mistake', 1036: 'Saisi par erreur' },
        status: LeadStatus.canceled,
    },
];

/** The default reasons, named in one language. */
export function defaultReasons(language: Language): readonly DisqualificationReason[] {
    return REASONS.map(({ id, name, status, noteRequired = false, revisitAfterDays = null }, index) => ({
        id,
        name: name[language],
        status,
        noteRequired,
        revisitAfterDays,
        order: (index + 1) * 10,
    }));
}
