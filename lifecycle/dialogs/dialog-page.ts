import type { DialogName, Dialogs } from '../commands/dialogs';
import { DIALOG_TEXT_KEYS, type Text } from '../messages';
import type { DialogTexts } from './exchange';

/** `target` and `position` of navigateTo: Microsoft Learn, "navigateTo (Client API reference)". */
const IN_A_DIALOG = 2;
const IN_THE_CENTER = 1;
const AT_THE_SIDE = 2;

/** Where a dialog stands and how large it is, in pixels. A pane takes the window's whole height. */
type Place =
    | { readonly width: number; readonly height: number }
    /** At the side of a wide window, so that the form or list beside it can still be seen; else in the center. */
    | { readonly width: number; readonly height: number; readonly paneWidth: number };

const PLACES: Readonly<Record<DialogName, Place>> = {
    qualify: { width: 720, height: 760, paneWidth: 720 },
    'qualify-many': { width: 760, height: 720 },
    disqualify: { width: 600, height: 720, paneWidth: 600 },
    reactivate: { width: 560, height: 720, paneWidth: 560 },
    status: { width: 560, height: 620 },
    gate: { width: 520, height: 580 },
    'close-opportunity': { width: 560, height: 690 },
    'reopen-opportunity': { width: 480, height: 460 },
};

/** Where a pane leaves enough of what lies beside it. */
const WIDE_WINDOW = 1200;

/** What a dialog leaves of the window at least; where that is not to be had, it takes all of it. */
const MARGIN = 48;

/** Web resources of dialogs that are not about leads, without prefix and extension. */
const PAGES: Readonly<Partial<Record<DialogName, string>>> = {
    gate: 'gate/gate',
    'close-opportunity': 'opportunity/close',
    'reopen-opportunity': 'opportunity/reopen',
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
        readonly position: 1 | 2;
        readonly width: Length;
        readonly height: Length;
        readonly title: string;
    };
}

interface Length {
    readonly value: number;
    readonly unit: 'px' | '%';
}

const WHOLE: Length = { value: 100, unit: '%' };

export interface DialogPageOptions {
    /** Of the channel that opener and dialog talk over. */
    readonly id: string;
    /** Of the window that the app fills, in CSS pixels. */
    readonly windowWidth: number;
}

/** The web resource of a dialog, where it stands, how large it is and what it is called. */
export function dialogPage<Name extends DialogName>(
    dialog: Name,
    input: Dialogs[Name]['input'],
    text: Text,
    { id, windowWidth }: DialogPageOptions,
): DialogPage {
    return {
        pageInput: {
            pageType: 'webresource',
            webresourceName: `llc_/${PAGES[dialog] ?? `lead/${dialog}`}.html`,
            data: id,
        },
        options: {
            target: IN_A_DIALOG,
            ...placeIn(windowWidth, PLACES[dialog]),
            title: titleOf(dialog, input, text),
        },
    };
}

function placeIn(windowWidth: number, place: Place): Pick<DialogPage['options'], 'position' | 'width' | 'height'> {
    const pixels = (value: number): Length => ({ value, unit: 'px' });
    if ('paneWidth' in place && windowWidth >= WIDE_WINDOW) {
        return { position: AT_THE_SIDE, width: pixels(place.paneWidth), height: WHOLE };
    }
    if (windowWidth < place.width + MARGIN) return { position: IN_THE_CENTER, width: WHOLE, height: WHOLE };
    return { position: IN_THE_CENTER, width: pixels(place.width), height: pixels(place.height) };
}

/**
 * The width of the window around a page: scripts of a form run in frames that nobody sees.
 * @returns that of the page itself where the window is of another origin
 */
export function windowWidthOf(page: Pick<Window, 'top' | 'innerWidth'>): number {
    try {
        return page.top?.innerWidth ?? page.innerWidth;
    } catch {
        return page.innerWidth;
    }
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
