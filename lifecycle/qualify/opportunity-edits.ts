/** Whom the opportunity is with: the account or contact of this very qualification, or another one. */
export type OpportunityCustomer =
    | { readonly kind: 'account' }
    | { readonly kind: 'contact' }
    | { readonly kind: 'other'; readonly table: 'account' | 'contact'; readonly id: string; readonly name: string };

/** What the seller may change of the opportunity before it exists. */
export interface OpportunityEdits {
    readonly topic: string;
    /** In the opportunity's currency; null for none. */
    readonly estimatedValue: number | null;
    /** `YYYY-MM-DD`; null for none. */
    readonly closeDate: string | null;
    /** Null only while there is neither account nor contact. */
    readonly customer: OpportunityCustomer | null;
    readonly currencyId: string | null;
    /** A user; null for who qualifies. */
    readonly ownerId: string | null;
}
