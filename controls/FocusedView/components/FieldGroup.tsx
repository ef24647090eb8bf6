import * as React from 'react';
import { Link } from '@fluentui/react';

export interface Field {
    readonly label: string;
    readonly value: string;
    /** Where the value leads, such as `mailto:`; absent for plain text. */
    readonly href?: string;
}

/** Values under a heading; empty ones are left out, so that what is known stands together. */
export function FieldGroup(props: {
    readonly title: string;
    readonly fields: readonly Field[];
    readonly emptyText: string;
}): JSX.Element {
    const known = props.fields.filter((field) => field.value !== '');
    return (
        <section className="llc-fv-group">
            <h3 className="llc-fv-heading">{props.title}</h3>
            {known.length === 0 ? (
                <p className="llc-fv-quiet">{props.emptyText}</p>
            ) : (
                <dl className="llc-fv-fields">
                    {known.map((field) => (
                        <div key={field.label} className="llc-fv-field">
                            <dt>{field.label}</dt>
                            <dd>{field.href ? <Link href={field.href}>{field.value}</Link> : field.value}</dd>
                        </div>
                    ))}
                </dl>
            )}
        </section>
    );
}
