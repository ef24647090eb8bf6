import type { BatchRequest, WebApiResponse } from '../../platform/types';
import { WebApiError } from '../../platform/types';
import { newId } from '../../platform/guid';
import { refusal } from '../../platform/web-api';
import type { FormAttribute } from './attribute';
import { DataLoadState, type FormModel, type SaveOptions } from './form-model';
import { readOptions, writeBody } from './row-request';
import { SaveMode } from './save-mode';
import { blockingNotifications, validate } from './validation';
import { valueFromRow, sameValue } from './values';

/** How long asynchronous OnSave handlers may take, in milliseconds (Microsoft Learn, "Async OnSave handlers"). */
const ASYNC_TIMEOUT = 10_000;

/** Client error code of a save that a handler's `preventDefault` ended. */
const SAVE_PREVENTED = 2200000005;
/** Client error code of a save whose values are not valid. */
const SAVE_INVALID = 2200000006;
/** ConcurrencyVersionMismatch. */
const VERSION_MISMATCH = 0x80060882;

/** A save that did not happen. The user has been told where there was something to tell. */
export class SaveRefused extends Error {
    constructor(
        readonly errorCode: number,
        message: string,
    ) {
        super(message);
        this.name = 'SaveRefused';
    }
}

/**
 * One save from beginning to end: validation, OnSave handlers, request, fresh row, OnPostSave.
 * @throws SaveRefused
 */
export async function runSave(form: FormModel, mode: SaveMode, options: SaveOptions): Promise<void> {
    refuseInvalid(form);
    await askHandlers(form, mode);
    // Handlers may have set values or asked for more.
    refuseInvalid(form);

    form.setSaving(true);
    try {
        await send(form, options);
        await form.reload(DataLoadState.Save);
    } catch (error) {
        const refused = asRefusal(error);
        firePostSave(form, refused);
        await form.platform.dialogs.error({ message: refused.message, errorCode: refused.errorCode });
        throw refused;
    } finally {
        form.setSaving(false);
    }
    firePostSave(form, null);
    form.refreshRibbon();
    if (mode === SaveMode.SaveAndClose) {
        form.host.close();
    } else if (mode === SaveMode.SaveAndNew) {
        form.host.openNew();
    }
}

function refuseInvalid(form: FormModel): void {
    if (form.isReadOnly) {
        // Nothing can be filled in here; a save only carries a change of state or owner.
        return;
    }
    const invalid = validate(form.attributes.values(), form.platform.texts);
    const messages = [...invalid.map(({ message }) => message), ...blockingNotifications(form.controls)];
    if (messages.length === 0) {
        form.notifications.clear('form.validation');
        return;
    }
    form.notifications.set(form.platform.texts('form.validation.summary', messages.length), 'ERROR', 'form.validation');
    const first = invalid[0]?.attribute.controls.find((control) => control.isShown && control.place === 'body');
    first?.requestFocus();
    throw new SaveRefused(SAVE_INVALID, messages.join('\n'));
}

/** Calls the OnSave handlers in their order, then waits for those that answered a promise. */
async function askHandlers(form: FormModel, mode: SaveMode): Promise<void> {
    let prevented = false;
    let preventedOnError = false;
    let waitsForever = false;
    const errors: unknown[] = [];
    const results = form.saveHandlers.fire(
        form,
        {
            getSaveMode: () => mode,
            isDefaultPrevented: () => prevented,
            preventDefault: () => {
                prevented = true;
            },
            preventDefaultOnError: () => {
                preventedOnError = true;
            },
            disableAsyncTimeout: () => {
                waitsForever = true;
            },
        },
        (error) => errors.push(error),
    );
    const pending = results.filter(isPromise);
    if (pending.length > 0) {
        form.setSaving(true);
        try {
            const all = Promise.allSettled(pending).then((settled) => {
                errors.push(...settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])));
            });
            if (waitsForever) {
                await all;
            } else if ((await inTime(all)) === 'late') {
                errors.push(new Error(`OnSave: a handler did not answer within ${ASYNC_TIMEOUT / 1000} seconds.`));
            }
        } finally {
            form.setSaving(false);
        }
    }
    if (prevented) {
        throw new SaveRefused(SAVE_PREVENTED, form.platform.texts('form.save.prevented'));
    }
    const [error] = errors;
    if (error !== undefined) {
        if (preventedOnError) {
            const message = error instanceof Error ? error.message : String(error);
            throw new SaveRefused(SAVE_PREVENTED, message);
        }
        form.scriptFailed(error, 'OnSave');
    }
}

async function inTime(work: Promise<void>): Promise<'done' | 'late'> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), ASYNC_TIMEOUT);
    });
    try {
        return await Promise.race([work.then(() => 'done' as const), late]);
    } finally {
        clearTimeout(timer);
    }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
    return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}

async function send(form: FormModel, options: SaveOptions): Promise<void> {
    if (form.id === null) {
        await create(form, options);
    } else {
        await update(form, form.id, options);
    }
}

/** Create with an id from the client, in one changeset with the process instance where the table has a process. */
async function create(form: FormModel, options: SaveOptions): Promise<void> {
    const { platform, table, process } = form;
    const id = newId();
    const sent = [...form.attributes.values()].filter(
        (attribute) =>
            attribute.value !== null &&
            attribute.submitMode !== 'never' &&
            attribute.column.validForCreate &&
            attribute.column.type !== 'State',
    );
    const body = { [table.primaryIdColumn]: id, ...(await writeBody(platform, table, sent)), ...options.changes };
    const start = process?.startsWithRow === true ? await process.startRequest(id) : null;
    const alongside = [...(start === null ? [] : [start]), ...(options.alongside ?? [])];
    await sendTogether(form, [{ method: 'POST', path: table.entitySetName, body }, ...alongside]);
    form.becomeStored(id);
    if (start !== null) {
        await process?.load();
    }
}

async function update(form: FormModel, id: string, options: SaveOptions): Promise<void> {
    const { platform, table } = form;
    const sent = changed(form);
    const body = { ...(await writeBody(platform, table, sent)), ...options.changes };
    const alongside = options.alongside ?? [];
    if (Object.keys(body).length === 0) {
        if (alongside.length > 0) {
            await sendTogether(form, alongside);
        }
        return;
    }
    const request = (ifMatch: string): BatchRequest => ({
        method: 'PATCH',
        path: `${table.entitySetName}(${id})`,
        body,
        headers: { 'If-Match': ifMatch },
    });
    try {
        await sendTogether(form, [request(form.etag ?? '*'), ...alongside]);
    } catch (error) {
        if (!(error instanceof WebApiError) || error.errorCode !== VERSION_MISMATCH) {
            throw error;
        }
        await refuseConflict(form, id, sent);
        // Someone changed other columns: both changes can stand.
        await sendTogether(form, [request('*'), ...alongside]);
    }
}

function changed(form: FormModel): FormAttribute[] {
    const attributes = [...form.attributes.values()].filter(
        (attribute) =>
            attribute.column.validForUpdate &&
            (attribute.submitMode === 'always' || (attribute.submitMode === 'dirty' && attribute.isDirty)),
    );
    // The parties of an activity are one collection: a change of one list sends them all.
    return attributes.some(({ isPartyList }) => isPartyList)
        ? [...new Set([...attributes, ...[...form.attributes.values()].filter(({ isPartyList }) => isPartyList)])]
        : attributes;
}

/** @throws SaveRefused when the row in the store has another value in a column that this form changes */
async function refuseConflict(form: FormModel, id: string, sent: readonly FormAttribute[]): Promise<void> {
    const columns = sent.map(({ column }) => column);
    const row = await form.platform.webApi.retrieve(form.table.logicalName, id, readOptions(form.table, columns));
    const conflicting = sent.filter(
        ({ column, initialValue, isPartyList }) => !isPartyList && !sameValue(valueFromRow(column, row), initialValue),
    );
    if (conflicting.length > 0) {
        const names = conflicting.map(({ column }) => column.displayName).join(', ');
        throw new SaveRefused(VERSION_MISMATCH, form.platform.texts('form.save.conflict', names));
    }
}

async function sendTogether(form: FormModel, requests: readonly BatchRequest[]): Promise<void> {
    const { webApi } = form.platform;
    const [only] = requests;
    if (only !== undefined && requests.length === 1) {
        await webApi.request(only.method, only.path, only.body, {
            ...only.headers,
            'MSCRM.SuppressDuplicateDetection': 'false',
        });
        return;
    }
    const responses = await webApi.batch(requests, true);
    const failed = responses.find((response: WebApiResponse) => response.status >= 400);
    if (failed !== undefined) {
        throw refusal(failed);
    }
}

function firePostSave(form: FormModel, refused: SaveRefused | null): void {
    form.postSaveHandlers.fire(form, {
        getIsSaveSuccess: () => refused === null,
        getSaveErrorInfo: () => (refused === null ? null : { errorCode: refused.errorCode, message: refused.message }),
        getEntityReference: () => ({
            entityType: form.table.logicalName,
            id: form.id === null ? '' : `{${form.id.toUpperCase()}}`,
            name: form.primaryName,
        }),
    });
}

function asRefusal(error: unknown): SaveRefused {
    if (error instanceof SaveRefused) {
        return error;
    }
    return error instanceof WebApiError
        ? new SaveRefused(error.errorCode, error.message)
        : new SaveRefused(0x80040216, error instanceof Error ? error.message : String(error));
}
