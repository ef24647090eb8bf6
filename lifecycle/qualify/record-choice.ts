/** What the seller wants of an account or a contact. */
export type RecordChoice =
    | { readonly kind: 'create' }
    /** An existing row, which the lead then refers to. */
    | { readonly kind: 'link'; readonly id: string }
    | { readonly kind: 'skip' }
    /** The one that the lead refers to already. */
    | { readonly kind: 'existing'; readonly id: string };

/** Id of the row that the choice ends in; null for none. */
export function idOfChoice(choice: RecordChoice, newId: string): string | null {
    switch (choice.kind) {
        case 'create':
            return newId;
        case 'link':
        case 'existing':
            return choice.id;
        case 'skip':
            return null;
    }
}
