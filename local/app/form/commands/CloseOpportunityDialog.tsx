import React, { useEffect, useState } from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import { mergeStyleSets } from '@fluentui/react';
import type { ClientTable } from '../../../dataverse/client/types';
import { formatNumber, parseNumber } from '../../platform/format/format-number';
import { momentOf, zonedTime } from '../../platform/format/user-time';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import { parseDay } from '../fields/wall-clock';

/** What the dialog asks for. */
export interface OpportunityClose {
    readonly status: number;
    readonly actualRevenue: number | null;
    /** As a request carries it, `…Z`. */
    readonly closeDate: string;
    readonly competitorId: string | null;
    readonly description: string;
}

export interface CloseOpportunityDialogProps {
    /** 1 won, 2 lost. */
    readonly state: 1 | 2;
    readonly table: ClientTable;
    /** The estimated revenue, which the actual one starts with when won. */
    readonly revenue: number | null;
    readonly close: (answer: OpportunityClose | undefined) => void;
}

const MOST_COMPETITORS = 100;

/** Closing an opportunity: why, for how much, when, to whom it was lost. */
export function CloseOpportunityDialog(props: CloseOpportunityDialogProps): JSX.Element {
    const { state, table, close } = props;
    const platform = usePlatform();
    const { texts } = platform;
    const { user } = platform.environment;
    const reasons = (table.columns.statuscode?.options ?? []).filter((option) => option.state === state);
    const [status, setStatus] = useState<number | undefined>(reasons[0]?.value);
    const [revenue, setRevenue] = useState(formatNumber(state === 1 ? (props.revenue ?? 0) : 0, user, 2));
    const today = zonedTime(new Date(), user.timeZone);
    const [day, setDay] = useState(
        new Intl.DateTimeFormat(user.locale, { dateStyle: 'short', timeZone: 'UTC' }).format(
            new Date(Date.UTC(today.year, today.month - 1, today.day)),
        ),
    );
    const [competitors, setCompetitors] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
    const [competitorId, setCompetitorId] = useState<string | null>(null);
    const [description, setDescription] = useState('');
    useEffect(() => {
        let current = true;
        if (state === 2) {
            platform.webApi
                .retrieveMultiple('competitor', `?$select=competitorid,name&$orderby=name&$top=${MOST_COMPETITORS}`)
                .then(
                    ({ rows }) =>
                        current &&
                        setCompetitors(rows.map((row) => ({ id: String(row.competitorid), name: String(row.name) }))),
                    // Without the right to read competitors the opportunity can still be closed.
                    () => undefined,
                );
        }
        return () => {
            current = false;
        };
    }, [platform, state]);

    const amount = revenue.trim() === '' ? null : parseNumber(revenue, user);
    const date = parseDay(day, user.locale);
    const isReady = status !== undefined && amount !== undefined && date !== undefined;
    const finish = (): void => {
        if (isReady) {
            const moment = momentOf({ ...date, hour: 12, minute: 0, second: 0 }, user.timeZone);
            close({
                status,
                actualRevenue: amount,
                closeDate: `${moment.toISOString().slice(0, 19)}Z`,
                competitorId,
                description: description.trim(),
            });
        }
    };
    return (
        <div className={styles.body} data-testid="close-opportunity">
            <Dropdown
                label={texts('form.close.status')}
                options={reasons.map(({ value, label }) => ({ key: value, text: label }))}
                selectedKey={status ?? null}
                onChange={(_event, option) => setStatus(option === undefined ? undefined : Number(option.key))}
            />
            <TextField
                label={texts('form.close.revenue', user.currency.symbol)}
                value={revenue}
                onChange={(_event, text) => setRevenue(text ?? '')}
                {...(amount === undefined ? { errorMessage: texts('form.field.number') } : {})}
            />
            <TextField
                label={texts('form.close.date')}
                required
                value={day}
                onChange={(_event, text) => setDay(text ?? '')}
                {...(date === undefined ? { errorMessage: texts('form.close.dateFault') } : {})}
            />
            {state === 2 && (
                <Dropdown
                    label={texts('form.close.competitor')}
                    options={[
                        { key: '', text: '---' },
                        ...competitors.map(({ id, name }) => ({ key: id, text: name })),
                    ]}
                    selectedKey={competitorId ?? ''}
                    onChange={(_event, option) =>
                        setCompetitorId(option === undefined || option.key === '' ? null : String(option.key))
                    }
                />
            )}
            <TextField
                label={texts('form.close.description')}
                multiline
                rows={3}
                maxLength={2000}
                value={description}
                onChange={(_event, text) => setDescription(text ?? '')}
            />
            <div className={styles.footer}>
                <PrimaryButton text={texts('form.close.ok')} disabled={!isReady} onClick={finish} data-testid="ok" />
                <DefaultButton text={texts('form.close.cancel')} onClick={() => close(undefined)} />
            </div>
        </div>
    );
}

const styles = mergeStyleSets({
    body: { display: 'flex', flexDirection: 'column', gap: 10, color: color.text },
    footer: { display: 'flex', justifyContent: 'flex-end', gap: 8, paddingTop: 10 },
});
