import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { ClosingInput } from '../../../lifecycle/close-opportunity/prepare-closing';
import type { Connection } from '../../dialog/connection';
import type { ClosingDraft } from './draft';

/** What the dialog hands to whichever part of it shows the opportunities. */
export interface ClosingParts {
    readonly connection: Connection<'close-opportunity'>;
    readonly host: DialogHost;
    readonly input: ClosingInput;
    readonly draft: ClosingDraft;
    readonly onDraft: (draft: ClosingDraft) => void;
    /** Told the ids of opportunities that are not as the opener shows them any more. */
    readonly onChanged: (ids: readonly string[]) => void;
    /** Closes the dialog. */
    readonly onEnd: () => void;
}
