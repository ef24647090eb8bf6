import React, { useState } from 'react';
import { OpportunityColumn, Table } from '../../../lifecycle/columns';
import type {
    OpportunityCustomer,
    OpportunityEdits,
    OpportunityProblem,
} from '../../../lifecycle/qualify/opportunity-edits';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import { PARTIES } from '../../../lifecycle/qualify/target';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import type { WebApi } from '../../../lifecycle/web-api/web-api';
import { ChoiceField, type ChoiceOption } from '../../dialog/ChoiceField';
import { DateField } from '../../dialog/DateField';
import { MoneyField } from '../../dialog/MoneyField';
import { RowPicker, type PickedRow } from '../../dialog/RowPicker';
import { TextField } from '../../dialog/TextField';
import { nameOfParty, opportunityProblems, type Draft } from './draft';
import { useQualifyWords } from './words';

type CustomerKind = OpportunityCustomer['kind'];

export interface OpportunityFieldsProps {
    readonly input: QualificationInput;
    readonly draft: Draft;
    /** Whether to say what is missing. */
    readonly tried: boolean;
    readonly webApi: WebApi;
    readonly onChange: (draft: Draft) => void;
}

/** The opportunity as the seller wants it, before it exists. */
export function OpportunityFields({ input, draft, tried, webApi, onChange }: OpportunityFieldsProps): JSX.Element {
    const words = useQualifyWords();
    const { opportunity: edits, currency, owner } = draft;
    const definition = input.definitions.opportunity;
    const labelOf = (column: OpportunityColumn): string => labelOfColumn(definition, column);
    const problems = tried ? opportunityProblems(draft, input) : [];
    const has = (field: OpportunityProblem['field']): boolean => problems.some((problem) => problem.field === field);
    const change = (part: Partial<OpportunityEdits>, more: Partial<Draft> = {}): void =>
        onChange({ ...draft, ...more, opportunity: { ...edits, ...part } });
    const customers: readonly ChoiceOption<CustomerKind>[] = [
        ...PARTIES.filter((party) => draft.parties[party].choice.kind !== 'skip').map((party) => ({
            value: party,
            label: words('opportunity.customer', words(party), nameOfParty(party, draft, input)),
        })),
        { value: 'other', label: words('opportunity.otherCustomer') },
    ];
    const [isOther, setOther] = useState(edits.customer?.kind === 'other');
    const picked = edits.customer?.kind === 'other' ? edits.customer : null;
    return (
        <div className="opportunity-fields">
            <TextField
                label={labelOf(OpportunityColumn.name)}
                required
                value={edits.topic}
                maxLength={definition.columns.get(OpportunityColumn.name)?.maxLength ?? undefined}
                problem={has('topic') ? words('opportunity.topicMissing') : ''}
                onChange={(topic) => change({ topic })}
            />
            <div className="columns">
                <MoneyField
                    label={labelOf(OpportunityColumn.estimatedValue)}
                    currency={currency?.name ?? ''}
                    min={0}
                    max={definition.columns.get(OpportunityColumn.estimatedValue)?.maxValue ?? undefined}
                    value={edits.estimatedValue}
                    onChange={(estimatedValue) => change({ estimatedValue })}
                />
                <DateField
                    label={labelOf(OpportunityColumn.estimatedCloseDate)}
                    value={edits.closeDate ?? ''}
                    onChange={(day) => change({ closeDate: day === '' ? null : day })}
                />
                <ChoiceField
                    label={labelOf(OpportunityColumn.customer)}
                    required
                    options={customers}
                    value={isOther ? 'other' : (edits.customer?.kind ?? null)}
                    problem={has('customer') && !isOther ? words('opportunity.customerMissing') : ''}
                    onChange={(value) => {
                        setOther(value === 'other');
                        const customer = value === null || value === 'other' ? null : { kind: value };
                        change({ customer }, { hasChosenCustomer: true });
                    }}
                />
                {isOther && (
                    <RowPicker
                        label={words('opportunity.otherCustomer')}
                        required
                        tables={[Table.account, Table.contact]}
                        tableName={(table) => words(table === Table.account ? 'account' : 'contact')}
                        webApi={webApi}
                        value={picked}
                        problem={has('customer') ? words('opportunity.customerMissing') : ''}
                        onChange={(row) => change({ customer: row && customerFrom(row) })}
                    />
                )}
                <RowPicker
                    label={labelOf(OpportunityColumn.currency)}
                    tables={[Table.currency]}
                    webApi={webApi}
                    value={currency}
                    onChange={(row) => change({ currencyId: row?.id ?? null }, { currency: row })}
                />
                <RowPicker
                    label={labelOf(OpportunityColumn.owner)}
                    hint={owner === null ? words('opportunity.ownerHint') : ''}
                    tables={[Table.systemUser]}
                    webApi={webApi}
                    value={owner}
                    onChange={(row) => change({ ownerId: row?.id ?? null }, { owner: row })}
                />
            </div>
        </div>
    );
}

function customerFrom({ table, id, name }: PickedRow): OpportunityCustomer {
    return { kind: 'other', table: table === Table.account ? Table.account : Table.contact, id, name };
}
