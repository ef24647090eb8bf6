import { XrmMockGenerator, type EntityMock } from 'xrm-mock';
import type { FakeProcess } from './process';

export interface FakeForm {
    readonly context: Xrm.Events.EventContext;
    readonly form: Xrm.FormContext;
    /** Saves as the platform does. Answers whether the save went through. */
    save(saveMode: number, succeeds?: boolean): Promise<boolean>;
    /** What the status reason's control offers. */
    offered(): readonly string[];
    readonly log: {
        refreshed: number;
        ribbon: number;
        saved: number;
        notifications: string[];
        /** Names of fields that got the focus, and states that the process bar was brought into, in their order. */
        shown: string[];
    };
}

export interface FakeFormOptions {
    readonly id?: string;
    readonly process?: FakeProcess;
    readonly dirty?: boolean;
    readonly saveFails?: boolean;
    /** 1 create, 2 update, 3 read-only. */
    readonly formType?: number;
    /** Fields of a column by its name, where they are not the usual single one. */
    readonly fields?: Readonly<Record<string, readonly FakeField[]>>;
}

export interface FakeField {
    /** Of the control, such as `header_process_need`. */
    readonly name: string;
    readonly visible?: boolean;
    readonly disabled?: boolean;
}

const STATUS_LABELS = ['New', 'Contacted', 'Qualified', 'Lost', 'Cannot Contact', 'No Longer Interested', 'Canceled'];

/**
 * A form of xrm-mock with these columns, completed by what it lacks. Call after `fakeXrm`.
 * @param columns by logical name; `statuscode` becomes a choice with two controls, in body and header
 */
export function fakeForm(columns: Readonly<Record<string, unknown>>, options: FakeFormOptions = {}): FakeForm {
    const { id = '{0AA00000-0000-4000-8000-000000000001}', process, dirty = false, formType = 2 } = options;
    for (const [name, value] of Object.entries(columns)) createAttribute(name, value);
    const form = XrmMockGenerator.getFormContext() as unknown as Xrm.FormContext;
    const entity = form.data.entity as unknown as EntityMock;
    entity.id = id;
    const log: FakeForm['log'] = { refreshed: 0, ribbon: 0, saved: 0, notifications: [], shown: [] };
    Object.assign(form.data, {
        process: process?.manager ?? {
            addOnPreStageChange: () => undefined,
            addOnPreProcessStatusChange: () => undefined,
            getActiveProcess: () => null,
        },
        getIsDirty: () => dirty,
        save: async () => {
            log.saved += 1;
            if (options.saveFails) throw new Error('not saved');
        },
        refresh: async () => void (log.refreshed += 1),
    });
    Object.assign(form.ui, {
        getFormType: () => formType,
        refreshRibbon: () => void (log.ribbon += 1),
        setFormNotification: (text: string) => log.notifications.push(text) > 0,
        clearFormNotification: () => true,
        process: { setDisplayState: (state: string) => log.shown.push(state) },
    });
    for (const [name, fields] of Object.entries(options.fields ?? {})) {
        Object.assign(form.getAttribute(name)?.controls ?? {}, {
            forEach: (each: (control: unknown) => void) =>
                fields.forEach((field) =>
                    each({
                        getName: () => field.name,
                        getVisible: () => field.visible ?? true,
                        getDisabled: () => field.disabled ?? false,
                        setFocus: () => log.shown.push(field.name),
                    }),
                ),
        });
    }

    return {
        context: { getFormContext: () => form } as unknown as Xrm.Events.EventContext,
        form,
        log,
        async save(saveMode, succeeds = true) {
            // Once a handler waits it is too late to prevent anything; only its failure counts then, if it said so before.
            let isTooLate = false;
            let prevented = false;
            let preventedOnError = false;
            const args = {
                getSaveMode: () => saveMode,
                preventDefault: () => void (prevented ||= !isTooLate),
                preventDefaultOnError: () => void (preventedOnError ||= !isTooLate),
                disableAsyncTimeout: () => undefined,
            };
            const answers = entity.saveEventHandlers.map((handler) =>
                (handler as (context: unknown) => unknown)({ getEventArgs: () => args }),
            );
            isTooLate = true;
            const hasFailed = (await Promise.allSettled(answers)).some(({ status }) => status === 'rejected');
            if (prevented || (preventedOnError && hasFailed)) return false;
            for (const handler of entity.postSaveEventHandlers) {
                handler({ getEventArgs: () => ({ getIsSaveSuccess: () => succeeds }) } as never);
            }
            return succeeds;
        },
        offered() {
            const [control] = form.getAttribute('statuscode')?.controls.get() ?? [];
            return (control as Xrm.Controls.OptionSetControl).getOptions().map((option) => option.text);
        },
    };
}

function createAttribute(name: string, value: unknown): void {
    if (name === 'statuscode') {
        XrmMockGenerator.Attribute.createOptionSet(
            {
                name,
                value: value as number,
                options: STATUS_LABELS.map((text, index) => ({ text, value: index + 1 })),
            },
            [{ name }, { name: `header_${name}` }],
        );
    } else if (typeof value === 'boolean') {
        XrmMockGenerator.Attribute.createBoolean(name, value);
    } else if (typeof value === 'number' || value === null) {
        XrmMockGenerator.Attribute.createNumber(name, value as number);
    } else if (Array.isArray(value)) {
        XrmMockGenerator.Attribute.createLookup(name, value as Xrm.LookupValue[]);
    } else {
        const attribute = XrmMockGenerator.Attribute.createString(name, String(value));
        // Where a field stands, for scripts that show and hide sections.
        let visible = false;
        const section = { setVisible: (show: boolean) => void (visible = show), getVisible: () => visible };
        for (const control of attribute.controls.itemCollection) Object.assign(control, { getParent: () => section });
    }
}
