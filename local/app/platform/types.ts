/**
 * What the parts of the app player use of each other. `Platform` is made once (`createPlatform`) and handed down by
 * React context (`usePlatform()`).
 */
import type { ComponentType } from 'react';
import type { ClientApp, ClientEnvironment, ClientTable } from '../../dataverse/client/types';

/** Where the app is. `route.ts` turns it into a Dynamics address (`/main.aspx?pagetype=…&etn=…&id=…`) and back. */
export type Route =
    | { readonly page: 'apps' }
    | { readonly page: 'list'; readonly app: string; readonly table: string; readonly viewId?: string }
    | {
          readonly page: 'form';
          readonly app: string;
          readonly table: string;
          /** Absent: a new row. */
          readonly id?: string;
          readonly formId?: string;
          readonly processInstanceId?: string;
          /** Values for a new row, as `Xrm.Navigation.openForm` takes them. */
          readonly parameters?: Readonly<Record<string, unknown>>;
      }
    | { readonly page: 'webresource'; readonly app: string; readonly name: string; readonly data?: string };

export interface Platform {
    readonly environment: ClientEnvironment;
    readonly app: ClientApp;
    /** A table's metadata; fetched once. */
    table(logicalName: string): Promise<ClientTable>;
    readonly webApi: WebApi;
    readonly navigation: Navigation;
    readonly dialogs: Dialogs;
    readonly notifications: Notifications;
    readonly scripts: Scripts;
    readonly texts: Texts;
    /** The global `Xrm` that scripts see, without the form's own part. */
    readonly xrm: unknown;
}

/** Requests to `/api/data/v9.2`. Rejections carry Dataverse's code and message. */
export interface WebApi {
    request(
        method: string,
        path: string,
        body?: unknown,
        headers?: Readonly<Record<string, string>>,
    ): Promise<WebApiResponse>;
    retrieve(table: string, id: string, options?: string): Promise<WebApiRow>;
    retrieveMultiple(table: string, options: string, maxPageSize?: number): Promise<WebApiPage>;
    /** FetchXML by GET, or by `$batch` when the address would be too long. */
    fetch(table: string, fetchXml: string): Promise<WebApiPage>;
    create(table: string, body: object): Promise<string>;
    update(table: string, id: string, body: object, ifMatch?: string): Promise<void>;
    delete(table: string, id: string): Promise<void>;
    /** Several requests in one `$batch`; `atomic` puts the writes in one changeset. */
    batch(requests: readonly BatchRequest[], atomic: boolean): Promise<readonly WebApiResponse[]>;
}

export interface WebApiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Parsed JSON; undefined for 204. */
    readonly body: unknown;
}

export interface BatchRequest {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
}

/** A row with its annotations (`include-annotations="*"` is always asked for). */
export type WebApiRow = Readonly<Record<string, unknown>>;

export interface WebApiPage {
    readonly rows: readonly WebApiRow[];
    /** -1 unless asked for. */
    readonly totalCount: number;
    readonly moreRecords: boolean;
    readonly pagingCookie?: string;
    readonly nextLink?: string;
}

export class WebApiError extends Error {
    constructor(
        /** Unsigned code, such as 0x80040265. */
        readonly errorCode: number,
        message: string,
        readonly httpStatus: number,
    ) {
        super(message);
        this.name = 'WebApiError';
    }
}

export interface Navigation {
    readonly route: Route;
    /** Asks the open page whether it may be left (unsaved changes), then goes there. Answers false when the user stays. */
    go(route: Route, options?: { readonly replace?: boolean }): Promise<boolean>;
    back(): void;
    subscribe(listener: () => void): () => void;
    /** The open page says whether it may be left. Returns the function that takes the guard away. */
    guard(mayLeave: () => Promise<boolean>): () => void;
}

export interface Dialogs {
    alert(options: {
        readonly text: string;
        readonly title?: string;
        readonly confirmButtonLabel?: string;
    }): Promise<void>;
    confirm(options: {
        readonly text: string;
        readonly title?: string;
        readonly subtitle?: string;
        readonly confirmButtonLabel?: string;
        readonly cancelButtonLabel?: string;
    }): Promise<boolean>;
    error(options: { readonly message: string; readonly details?: string; readonly errorCode?: number }): Promise<void>;
    /** Shows `component` in a dialog, or in a pane at the side; resolves with what it passes to `close`. */
    open<Result, Props extends object>(
        component: ComponentType<Props & { readonly close: (result: Result | undefined) => void }>,
        props: Props,
        frame: DialogFrame,
    ): Promise<Result | undefined>;
    showProgress(message: string): void;
    closeProgress(): void;
}

export interface DialogFrame {
    readonly title: string;
    /** 1 center, 2 side: as `position` of Xrm.Navigation.navigateTo. */
    readonly position: 1 | 2;
    /** In pixels, or percent of the window. */
    readonly width?: number | { readonly value: number; readonly unit: '%' | 'px' };
    readonly height?: number | { readonly value: number; readonly unit: '%' | 'px' };
    /** The content reaches to the frame's edges, without padding (HTML web resources, forms). */
    readonly flush?: boolean;
}

export interface Notifications {
    /** 1 success, 2 error, 3 warning, 4 information: the levels of Xrm.App.addGlobalNotification. */
    add(notification: {
        readonly level: 1 | 2 | 3 | 4;
        readonly message: string;
        readonly showCloseButton?: boolean;
        readonly action?: { readonly actionLabel: string; readonly eventHandler: () => void };
    }): string;
    remove(id: string): void;
}

export interface Scripts {
    /** Loads script web resources once each, in this order, from `/WebResources/…`. */
    load(webResourceNames: readonly string[]): Promise<void>;
    /**
     * Finds a function by its dotted name in the page.
     * @throws Error that names the part which is missing.
     */
    resolve(functionName: string): (...parameters: readonly unknown[]) => unknown;
}

/** The player's own texts (`local/app/texts/<lcid>.json`). */
export interface Texts {
    (key: string, ...values: readonly (string | number)[]): string;
}

/** What the command bar works on: a page hands this to `<CommandBar>`. */
export interface CommandTarget {
    readonly location: 'Form' | 'HomepageGrid' | 'SubGrid';
    readonly table: ClientTable;
    /** CrmParameter PrimaryControl: a formContext, or the grid's context on a list page. */
    readonly primaryControl: unknown;
    /** CrmParameter SelectedControl: the grid's context. */
    readonly selectedControl: unknown;
    /** Selected rows (lists, subgrids), or the form's own row. */
    readonly selectedIds: readonly string[];
    readonly allIds: readonly string[];
    /** The form's row. */
    readonly recordId?: string;
    /** 1 create, 2 update, 3 read-only, 4 disabled; 0 on a list. */
    readonly formType: 0 | 1 | 2 | 3 | 4;
    /** A column's present value on the form or of the only selected row, for ValueRule. */
    valueOf(column: string): unknown;
    /** Commands of the platform itself (save, delete, refresh …) by their function name in the base ribbon. */
    readonly platformCommands: Readonly<Record<string, (...parameters: readonly unknown[]) => void | Promise<void>>>;
    /** Platform commands that open a menu instead of acting at once, such as "Show as". Fewer than two items: hidden. */
    readonly platformMenus?: Readonly<Record<string, readonly PlatformMenuItem[]>>;
    /** Called when enable rules should be asked again. */
    subscribe(listener: () => void): () => void;
}

/** One choice in the menu of a platform command. */
export interface PlatformMenuItem {
    readonly key: string;
    readonly label: string;
    readonly checked: boolean;
    choose(): void;
}
