import { LeadStatus } from '../choices';
import type { DisqualificationReason } from '../configuration/disqualification-reason';
import { defaultId } from './default-id';
import type { Language, Texts } from './language';

interface DefaultReason {
    /** Of its id; see `defaultId`. */
    readonly number: number;
    readonly name: Texts;
    readonly status: number;
    readonly noteRequired?: boolean;
    readonly revisitAfterDays?: number;
}

/** What sellers give as reasons most often, in the order of the dialog. */
const REASONS: readonly DefaultReason[] = [
    {
        number: 1,
        name: { 1033: 'No budget', 1036: 'Pas de budget' },
        status: LeadStatus.lost,
        revisitAfterDays: 365,
    },
    {
        number: 2,
        name: { 1033: 'Lost to a competitor', 1036: 'Perdu au profit d’un concurrent' },
        status: LeadStatus.lost,
        noteRequired: true,
    },
    {
        number: 3,
        name: { 1033: 'Not the target market', 1036: 'Hors du marché cible' },
        status: LeadStatus.lost,
    },
    {
        number: 4,
        name: { 1033: 'Too far away', 1036: 'Trop éloigné' },
        status: LeadStatus.lost,
    },
    {
        number: 5,
        name: { 1033: 'Cannot be reached', 1036: 'Injoignable' },
        status: LeadStatus.cannotContact,
        revisitAfterDays: 90,
    },
    {
        number: 6,
        name: { 1033: 'Not interested', 1036: 'Pas intéressé' },
        status: LeadStatus.noLongerInterested,
    },
    {
        number: 7,
        name: { 1033: 'Wrong timing', 1036: 'Pas le bon moment' },
        status: LeadStatus.noLongerInterested,
        revisitAfterDays: 180,
    },
    {
        number: 8,
        name: { 1033: 'Duplicate', 1036: 'Doublon' },
        status: LeadStatus.canceled,
    },
    {
        number: 9,
        name: { 1033: 'Entered by mistake', 1036: 'Saisi par erreur' },
        status: LeadStatus.canceled,
    },
];

/** The default reasons, named in one language. */
export function defaultReasons(language: Language): readonly DisqualificationReason[] {
    return REASONS.map(({ number, name, status, noteRequired = false, revisitAfterDays = null }, index) => ({
        id: defaultId('reason', number),
        name: name[language],
        status,
        noteRequired,
        revisitAfterDays,
        order: (index + 1) * 10,
    }));
}
