import React from 'react';
import { Table } from '../../../lifecycle/columns';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import type { WebApi } from '../../../lifecycle/web-api/web-api';
import { ColumnDisclosure } from './ColumnDisclosure';
import type { WrittenColumn } from './ColumnList';
import type { Draft } from './draft';
import { OpportunityFields } from './OpportunityFields';
import { RecordCard } from './RecordCard';
import { useQualifyWords } from './words';

export interface OpportunityCardProps {
    readonly input: QualificationInput;
    readonly draft: Draft;
    readonly columns: readonly WrittenColumn[];
    readonly tried: boolean;
    readonly webApi: WebApi;
    readonly onChange: (change: (draft: Draft) => Draft) => void;
}

/** The opportunity, or none. */
export function OpportunityCard(props: OpportunityCardProps): JSX.Element {
    const { input, draft, columns, tried, webApi, onChange } = props;
    const words = useQualifyWords();
    return (
        <RecordCard
            target={Table.opportunity}
            title={words('opportunity')}
            name={draft.withOpportunity ? draft.opportunity.topic : ''}
            actions={[
                { value: 'create', label: words('action.create') },
                { value: 'skip', label: words('action.skip') },
            ]}
            value={draft.withOpportunity ? 'create' : 'skip'}
            onChange={(action) => onChange((latest) => ({ ...latest, withOpportunity: action === 'create' }))}
        >
            {draft.withOpportunity ? (
                <>
                    <OpportunityFields
                        input={input}
                        draft={draft}
                        tried={tried}
                        webApi={webApi}
                        onChange={(next) => onChange(() => next)}
                    />
                    <ColumnDisclosure target={Table.opportunity} columns={columns} />
                </>
            ) : (
                <p className="hint">{words('skip.opportunity')}</p>
            )}
        </RecordCard>
    );
}
