import type { DialogName, Dialogs } from '../commands/dialogs';
import { DIALOG_TEXT_KEYS, type Text } from '../messages';
import type { DialogTexts } from './exchange';

/** `target` and `position` of navigateTo: Microsoft Learn, "navigateTo (Client API reference)". */
const IN_A_DIALOG = 2;
const IN_THE_CENTER = 1;

/** In pixels; the platform cuts them to the window. */
const SIZES: Readonly<Record<DialogName, { readonly width: number; readonly height: number }>> = {
    qualify: { width: 640, height: 680 },
    'qualify-many': { width: 760, height: 720 },
    disqualify: { width: 520, height: 620 },
    reactivate: { width: 480, height: 420 },
    status: { width: 560, height: 620 },
    gate: { width: 520, height: 520 },
    'close-opportunity': { width: 560, height: 720 },
    'reopen-opportunity': { width: 480, height: 460 },
};

/** Web resources of dialogs that are not about leads, without prefix and extension. */
const PAGES: Readonly<Partial<Record<DialogName, string>>> = {
    gate: 'gate/gate',
    'close-opportunity': 'opportunity/close/close',
    'reopen-opportunity': 'opportunity/reopen/reopen',
};

/** What navigateTo is called with to show a dialog. */
export interface DialogPage {
    readonly pageInput: {
        readonly pageType: 'webresource';
        readonly webresourceName: string;
        readonly data: string;
    };
    readonly options: {
        readonly target: 2;
        readonly position: 1;
        readonly width: { readonly value: number; readonly unit: 'px' };
        readonly height: { readonly value: number; readonly unit: 'px' };
        readonly title: string;
    };
}

/**
 * The web resource of a dialog, how large it is and what it is called.
 * @param id of the channel that opener and dialog talk over
 */
export function dialogPage<Name extends DialogName>(
    dialog: Name,
    input: Dialogs[Name]['input'],
    text: Text,
    id: string,
): DialogPage {
    const { width, height } = SIZES[dialog];
    return {
        pageInput: {
            pageType: 'webresource',
            webresourceName: `llc_/${PAGES[dialog] ?? `lead/${dialog}`}.html`,
            data: id,
        },
        options: {
            target: IN_A_DIALOG,
            position: IN_THE_CENTER,
            width: { value: width, unit: 'px' },
            height: { value: height, unit: 'px' },
            title: titleOf(dialog, input, text),
        },
    };
}

function titleOf(dialog: DialogName, input: Dialogs[DialogName]['input'], text: Text): string {
    if (dialog === 'gate') {
        return text('blocking' in input && input.blocking.length === 0 ? 'gate.warning.title' : 'gate.blocked.title');
    }
    if (dialog === 'reopen-opportunity') return text('opportunity.reopen.title');
    if (dialog === 'close-opportunity') {
        return text(
            'outcome' in input && input.outcome === 'lost' ? 'opportunity.lost.title' : 'opportunity.won.title',
        );
    }
    const count = 'ids' in input ? input.ids.length : 1;
    if (dialog === 'qualify-many') return text('qualify.many.title', count);
    if (dialog === 'qualify' || dialog === 'status' || count === 1) return text(`${dialog}.title`);
    return text(`${dialog}.titleMany`, count);
}

/** The templates that a dialog shows: without values, the places stay in them. */
export function dialogTexts(dialog: DialogName, text: Text): DialogTexts {
    return Object.fromEntries(DIALOG_TEXT_KEYS[dialog].map((key) => [key, text(key)]));
}
