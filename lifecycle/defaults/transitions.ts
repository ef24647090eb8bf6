import { LeadStatus } from '../choices';
import type { Transition } from '../configuration/transition';
import { defaultId } from './default-id';
import type { Language, Texts } from './language';

/**
 * Open leads move freely between New and Contacted and close in any way; closed ones come back to New or Contacted.
 */
const MOVES: readonly { readonly from: readonly number[]; readonly to: readonly number[] }[] = [
    { from: [LeadStatus.new], to: [LeadStatus.contacted] },
    { from: [LeadStatus.contacted], to: [LeadStatus.new] },
    {
        from: [LeadStatus.new, LeadStatus.contacted],
        to: [
            LeadStatus.qualified,
            LeadStatus.lost,
            LeadStatus.cannotContact,
            LeadStatus.noLongerInterested,
            LeadStatus.canceled,
        ],
    },
    {
        from: [
            LeadStatus.qualified,
            LeadStatus.lost,
            LeadStatus.cannotContact,
            LeadStatus.noLongerInterested,
            LeadStatus.canceled,
        ],
        to: [LeadStatus.new, LeadStatus.contacted],
    },
];

const reopenQualified: Texts = {
    1033: 'Say why a qualified lead is opened again: its account, contact and opportunity stay as they are.',
    1036: 'Expliquez pourquoi un prospect qualifié est rouvert : son compte, son contact et son opportunité restent inchangés.',
};

/** The default transitions, with texts in one language. */
export function defaultTransitions(language: Language): readonly Transition[] {
    return MOVES.flatMap((move) => move.from.flatMap((from) => move.to.map((to) => ({ from, to })))).map(
        ({ from, to }) => ({
            id: defaultId('transition', from * 10 + to),
            from,
            to,
            requiredColumns: [],
            noteRequired: from === LeadStatus.qualified,
            requiredRole: '',
            message: from === LeadStatus.qualified ? reopenQualified[language] : '',
        }),
    );
}
