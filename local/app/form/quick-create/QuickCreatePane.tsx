import React, { useEffect, useState } from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react';
import type { ClientTable } from '../../../dataverse/client/types';
import { bracedId } from '../../platform/guid';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import { ClientApi } from '../client-api/client-api';
import { attachFormEvents, fireOnLoad } from '../client-api/form-events';
import type { FormDefinition } from '../definition/types';
import { FormProvider, useForm } from '../form-scope';
import { FormModel } from '../model/form-model';
import { SaveMode } from '../model/save-mode';
import type { LookupValue } from '../model/values';
import { FormNotificationBar } from '../page/FormNotificationBar';
import { FormSectionView } from '../page/FormSectionView';

export interface QuickCreatePaneProps {
    readonly table: ClientTable;
    readonly definition: FormDefinition;
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly close: (created: LookupValue | undefined) => void;
}

/** A quick create form: its fields one below the other, Save and Cancel. */
export function QuickCreatePane(props: QuickCreatePaneProps): JSX.Element {
    const { table, definition, parameters, close } = props;
    const platform = usePlatform();
    const [api, setApi] = useState<ClientApi | null>(null);
    const closeLater = React.useRef(close);
    closeLater.current = close;

    useEffect(() => {
        const form = new FormModel({
            platform,
            table,
            definition,
            parameters,
            isQuickCreate: true,
            host: {
                close: () => closeLater.current(undefined),
                openNew: () => undefined,
                created: () => undefined,
            },
        });
        const made = new ClientApi(form);
        let current = true;
        const start = async (): Promise<void> => {
            await attachFormEvents(made);
            await fireOnLoad(made);
            if (current) {
                setApi(made);
            }
        };
        void start();
        return () => {
            current = false;
        };
    }, [platform, table, definition, parameters]);

    if (api === null) {
        return <Spinner label={platform.texts('form.loading')} styles={{ root: { marginTop: 48 } }} />;
    }
    return (
        <FormProvider form={api.form} api={api}>
            <QuickCreateBody close={close} />
        </FormProvider>
    );
}

function QuickCreateBody(props: { readonly close: QuickCreatePaneProps['close'] }): JSX.Element {
    const { texts } = usePlatform();
    const { form } = useForm();
    const save = async (): Promise<void> => {
        try {
            await form.save(SaveMode.Save);
        } catch {
            // The form shows what is missing, or a dialog has said what the server refused.
            return;
        }
        if (form.id !== null) {
            props.close({ id: bracedId(form.id), name: form.primaryName, entityType: form.table.logicalName });
        }
    };
    return (
        <div className={styles.pane} data-testid="quick-create">
            <div className={styles.body}>
                <FormNotificationBar notifications={form.notifications} />
                {form.tabs.tabs.flatMap((tab) =>
                    tab.sections.map((section) => (
                        <FormSectionView key={`${tab.name}/${section.name}`} section={section} plain />
                    )),
                )}
            </div>
            <div className={styles.footer}>
                <PrimaryButton
                    text={texts('form.quickCreate.save')}
                    disabled={form.isSaving}
                    onClick={() => void save()}
                    data-testid="quick-create-save"
                />
                <DefaultButton text={texts('form.quickCreate.cancel')} onClick={() => props.close(undefined)} />
            </div>
        </div>
    );
}

const styles = mergeStyleSets({
    pane: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
    body: { flex: 1, overflowY: 'auto', paddingBottom: 16 },
    footer: {
        display: 'flex',
        gap: 8,
        justifyContent: 'flex-end',
        padding: '12px 0',
        borderTop: `1px solid ${color.line}`,
        background: color.surface,
    },
});
