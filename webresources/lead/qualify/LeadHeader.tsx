import React from 'react';
import { LeadColumn } from '../../../lifecycle/columns';
import { textOf, type Row } from '../../../lifecycle/row';

/** Whom the dialog is about: name, company and job title, status reason. */
export function LeadHeader({ lead }: { readonly lead: Row }): JSX.Element {
    const name = textOf(lead, LeadColumn.fullName) || textOf(lead, LeadColumn.topic);
    const status = textOf(lead, `${LeadColumn.status}@OData.Community.Display.V1.FormattedValue`);
    const about = [LeadColumn.jobTitle, LeadColumn.companyName]
        .map((column) => textOf(lead, column))
        .filter((text) => text !== '');
    return (
        <div className="lead-header">
            <div>
                <p className="lead-name">{name}</p>
                {about.length > 0 && <p className="lead-about">{about.join(' · ')}</p>}
            </div>
            {status !== '' && <span className="pill">{status}</span>}
        </div>
    );
}
