import React, { useEffect, useMemo, useRef, useState } from 'react';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react';
import { bracedId } from '../../platform/guid';
import { usePlatform } from '../../platform/platform-context';
import { color, NARROW_WIDTH } from '../../platform/theme';
import type { Platform, Route } from '../../platform/types';
import { CommandBar } from '../../ribbon/CommandBar';
import { ErrorPage } from '../../shell/ErrorPage';
import { ClientApi } from '../client-api/client-api';
import { attachFormEvents, fireOnLoad } from '../client-api/form-events';
import { commandTarget } from '../commands/command-target';
import { chooseForm, FormKind, formsInApp, formsOfApp } from '../definition/choose-form';
import { fallbackForm } from '../definition/fallback-form';
import { parseForm } from '../definition/parse-form';
import { FormProvider, useForm } from '../form-scope';
import { rememberRow } from '../lookup/recent-rows';
import { FormModel } from '../model/form-model';
import { FormType } from '../model/form-type';
import { SaveMode } from '../model/save-mode';
import { ProcessBar } from '../process/ProcessBar';
import { FormHeader } from './FormHeader';
import { FormNotificationBar } from './FormNotificationBar';
import { FormTabList, FormTabPanel } from './FormTabs';

export type FormRoute = Extract<Route, { page: 'form' }>;

/** The page of one row: commands, header, process, tabs. */
export function FormPage(props: { readonly route: FormRoute }): JSX.Element {
    const { route } = props;
    const platform = usePlatform();
    const [api, setApi] = useState<ClientApi | null>(null);
    const [error, setError] = useState<Error | null>(null);
    const open = useRef<ClientApi | null>(null);

    useEffect(() => {
        // A new row that was saved has got an address of its own; its form stays as it is.
        const shown = open.current?.form;
        if (
            shown !== undefined &&
            shown.id !== null &&
            shown.id === route.id &&
            shown.table.logicalName === route.table &&
            (route.formId === undefined || route.formId === shown.definition.id)
        ) {
            return undefined;
        }
        let current = true;
        open.current = null;
        setApi(null);
        setError(null);
        openForm(platform, route).then(
            (opened) => {
                if (current) {
                    open.current = opened;
                    setApi(opened);
                }
            },
            (reason: unknown) => current && setError(reason instanceof Error ? reason : new Error(String(reason))),
        );
        return () => {
            current = false;
        };
    }, [platform, route]);

    if (error !== null) {
        return <ErrorPage error={error} />;
    }
    if (api === null) {
        return <Spinner label={platform.texts('form.loading')} styles={{ root: { marginTop: 48 } }} />;
    }
    return (
        <FormProvider form={api.form} api={api}>
            <OpenForm />
        </FormProvider>
    );
}

/** Loads table, form, row and scripts, and runs the form's OnLoad handlers. */
async function openForm(platform: Platform, route: FormRoute): Promise<ClientApi> {
    const [table] = await Promise.all([platform.table(route.table), formsOfApp(platform)]);
    const forms = await formsInApp(platform, table, FormKind.Main);
    const chosen = chooseForm(forms, route.formId);
    const definition =
        chosen === undefined ? fallbackForm(table) : parseForm(chosen, platform.environment.user.language);
    const form = new FormModel({
        platform,
        table,
        definition,
        forms,
        host: {
            close: () => platform.navigation.back(),
            openNew: () =>
                void platform.navigation.go({ page: 'form', app: platform.app.id, table: table.logicalName }),
            created: (id) =>
                void platform.navigation.go(
                    { page: 'form', app: platform.app.id, table: table.logicalName, id },
                    { replace: true },
                ),
        },
        ...(route.id === undefined ? {} : { id: route.id }),
        ...(route.parameters === undefined ? {} : { parameters: route.parameters }),
        ...(route.processInstanceId === undefined ? {} : { processInstanceId: route.processInstanceId }),
    });
    const api = new ClientApi(form);
    exposeAsPage(platform, api);
    // Handlers are attached while the row is on its way; none of them runs before both are there.
    await Promise.all([form.load(), attachFormEvents(api)]);
    await fireOnLoad(api);
    if (form.id !== null) {
        rememberRow({ id: bracedId(form.id), name: form.primaryName, entityType: table.logicalName });
    }
    return api;
}

/** Older scripts and HTML web resources reach the open form as `Xrm.Page`. */
function exposeAsPage(platform: Platform, api: ClientApi): void {
    const xrm = platform.xrm as { Page?: unknown; Utility?: { getGlobalContext?: () => unknown } };
    const page = { ...api.formContext };
    Object.defineProperty(page, 'context', { get: () => xrm.Utility?.getGlobalContext?.() });
    xrm.Page = page;
}

function OpenForm(): JSX.Element {
    const { form, api } = useForm();
    const platform = usePlatform();
    const { texts, navigation, dialogs } = platform;
    const target = useMemo(() => commandTarget(platform, api), [platform, api]);
    const root = useRef<HTMLDivElement>(null);

    useEffect(
        () =>
            navigation.guard(async () => {
                leaveField();
                return (
                    !form.isDirtyForUser ||
                    dialogs.confirm({
                        title: texts('form.leave.title'),
                        text: texts('form.leave.text'),
                        confirmButtonLabel: texts('form.leave.discard'),
                        cancelButtonLabel: texts('form.leave.stay'),
                    })
                );
            }),
        [navigation, dialogs, texts, form],
    );
    useEffect(() => {
        const warn = (event: BeforeUnloadEvent): void => {
            if (form.isDirtyForUser) {
                event.preventDefault();
            }
        };
        window.addEventListener('beforeunload', warn);
        return () => window.removeEventListener('beforeunload', warn);
    }, [form]);
    useEffect(() => {
        const save = (event: KeyboardEvent): void => {
            if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
                event.preventDefault();
                leaveField();
                // The form itself says what keeps it from being saved.
                form.save(event.shiftKey ? SaveMode.SaveAndClose : SaveMode.Save).catch(() => undefined);
            }
        };
        window.addEventListener('keydown', save);
        return () => window.removeEventListener('keydown', save);
    }, [form]);

    const state = form.attribute('statecode');
    const stateName = state?.options.find(({ value }) => value === state.value)?.label ?? '';
    const readOnly =
        form.formType === FormType.Disabled
            ? texts('form.readOnly.inactive', stateName)
            : form.formType === FormType.ReadOnly
              ? texts('form.readOnly.noPrivilege')
              : null;
    return (
        <div className={styles.page} ref={root} data-testid="form-page" aria-busy={form.isSaving}>
            {form.headerParts.commandBar && (
                <CommandBar target={target} label={texts('form.commands', form.table.displayName)} />
            )}
            <div className={styles.scroll} key={form.definition.id}>
                <FormNotificationBar
                    notifications={form.notifications}
                    {...(readOnly === null
                        ? {}
                        : { lead: { id: 'form.readOnly', level: 'INFO' as const, message: readOnly } })}
                />
                <div className={styles.head}>
                    <FormHeader />
                    <ProcessBar />
                    {form.headerParts.tabs && <FormTabList tabs={form.tabs} />}
                </div>
                <FormTabPanel tabs={form.tabs} />
            </div>
        </div>
    );
}

/** A field hands over its value when it loses the focus. */
function leaveField(): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && active.closest('[data-control-name]') !== null) {
        active.blur();
    }
}

const styles = mergeStyleSets({
    page: {
        display: 'flex',
        flexDirection: 'column',
        flex: 1,
        minHeight: 0,
        height: '100%',
        boxSizing: 'border-box',
        gap: 8,
        padding: '8px 12px 0',
        selectors: { [`@media (max-width: ${NARROW_WIDTH}px)`]: { padding: '6px 6px 0' } },
    },
    scroll: {
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        overflowX: 'hidden',
        display: 'flex',
        flexDirection: 'column',
        gap: 12,
        padding: '2px 2px 16px',
    },
    head: {
        background: color.surface,
        borderRadius: 8,
        boxShadow: color.shadow,
        padding: '0 16px',
        flex: 'none',
        minWidth: 0,
    },
});
