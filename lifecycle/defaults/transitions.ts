import { LeadStatus } from '../choices';
import type { Transition } from '../configuration/transition';
import type { Language, Texts } from './language';

interface DefaultTransition {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    readonly noteRequired?: boolean;
    readonly message?: Texts;
}

const reopenQualified: Texts = {
    1033: 'Say why a qualified lead is opened again: its account, contact and opportunity stay as they are.',
    1036: 'Expliquez pourquoi un prospect qualifié est rouvert : son compte, son contact et son opportunité restent inchangés.',
};

/**
 * Open leads move freely between New and Contacted and close in any way; closed ones come back to New or Contacted.
 * The ids are fixed, so that loading the defaults twice finds the same rows.
 */
const TRANSITIONS: readonly DefaultTransition[] = [
    { id: '61740a01-5e1d-4c27-9a01-000000000002', from: LeadStatus.new, to: LeadStatus.contacted },
    { id: '61740a01-5e1d-4c27-9a02-000000000001', from: LeadStatus.contacted, to: LeadStatus.new },
    { id: '61740a01-5e1d-4c27-9a01-000000000003', from: LeadStatus.new, to: LeadStatus.qualified },
    { id: '61740a01-5e1d-4c27-9a02-000000000003', from: LeadStatus.contacted, to: LeadStatus.qualified },
    { id: '61740a01-5e1d-4c27-9a01-000000000004', from: LeadStatus.new, to: LeadStatus.lost },
    { id: '61740a01-5e1d-4c27-9a01-000000000005', from: LeadStatus.new, to: LeadStatus.cannotContact },
    { id: '61740a01-5e1d-4c27-9a01-000000000006', from: LeadStatus.new, to: LeadStatus.noLongerInterested },
    { id: '61740a01-5e1d-4c27-9a01-000000000007', from: LeadStatus.new, to: LeadStatus.canceled },
    { id: '61740a01-5e1d-4c27-9a02-000000000004', from: LeadStatus.contacted, to: LeadStatus.lost },
    { id: '61740a01-5e1d-4c27-9a02-000000000005', from: LeadStatus.contacted, to: LeadStatus.cannotContact },
    { id: '61740a01-5e1d-4c27-9a02-000000000006', from: LeadStatus.contacted, to: LeadStatus.noLongerInterested },
    { id: '61740a01-5e1d-4c27-9a02-000000000007', from: LeadStatus.contacted, to: LeadStatus.canceled },
    {
        id: '61740a01-5e1d-4c27-9a03-000000000001',
        from: LeadStatus.qualified,
        to: LeadStatus.new,
        noteRequired: true,
        message: reopenQualified,
    },
    {
        id: '61740a01-5e1d-4c27-9a03-000000000002',
        from: LeadStatus.qualified,
        to: LeadStatus.contacted,
        noteRequired: true,
        message: reopenQualified,
    },
    { id: '61740a01-5e1d-4c27-9a04-000000000001', from: LeadStatus.lost, to: LeadStatus.new },
    { id: '61740a01-5e1d-4c27-9a04-000000000002', from: LeadStatus.lost, to: LeadStatus.contacted },
    { id: '61740a01-5e1d-4c27-9a05-000000000001', from: LeadStatus.cannotContact, to: LeadStatus.new },
    { id: '61740a01-5e1d-4c27-9a05-000000000002', from: LeadStatus.cannotContact, to: LeadStatus.contacted },
    { id: '61740a01-5e1d-4c27-9a06-000000000001', from: LeadStatus.noLongerInterested, to: LeadStatus.new },
    { id: '61740a01-5e1d-4c27-9a06-000000000002', from: LeadStatus.noLongerInterested, to: LeadStatus.contacted },
    { id: '61740a01-5e1d-4c27-9a07-000000000001', from: LeadStatus.canceled, to: LeadStatus.new },
    { id: '61740a01-5e1d-4c27-9a07-000000000002', from: LeadStatus.canceled, to: LeadStatus.contacted },
];

/** The default transitions, with texts in one language. */
export function defaultTransitions(language: Language): readonly Transition[] {
    return TRANSITIONS.map(({ id, from, to, noteRequired = false, message }) => ({
        id,
        from,
        to,
        requiredColumns: [],
        noteRequired,
        requiredRole: '',
        message: message?.[language] ?? '',
    }));
}
