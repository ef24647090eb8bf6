import React from 'react';
import { DateField } from '../../dialog/DateField';
import { useLocale } from '../../dialog/language';
import { useDisqualifyWords } from './words';

export interface RevisitFieldProps {
    /** `YYYY-MM-DD`; empty for never. */
    readonly value: string;
    /** What the reason proposes; null for nothing. */
    readonly proposed: string | null;
    readonly today: string;
    readonly problem: string;
    readonly onChange: (value: string) => void;
}

/** The day on which the lead is worth another look; an empty one says never, and stays never. */
export function RevisitField({ value, proposed, today, problem, onChange }: RevisitFieldProps): JSX.Element {
    const words = useDisqualifyWords();
    const locale = useLocale();
    return (
        <DateField
            label={words('revisit')}
            value={value}
            min={today}
            problem={problem}
            onChange={onChange}
            hint={
                <>
                    {value === '' && words('revisit.none')}
                    {value === '' && proposed !== null && ' '}
                    {proposed !== null && words('revisit.proposed', dayText(proposed, locale))}
                    {action()}
                </>
            }
        />
    );

    function action(): React.ReactNode {
        if (value !== '') return link(words('revisit.clear'), '');
        return proposed === null ? null : link(words('revisit.proposeAgain'), proposed);
    }

    function link(label: string, day: string): JSX.Element {
        return (
            <>
                {proposed !== null && ' '}
                <button type="button" className="link" onClick={() => onChange(day)}>
                    {label}
                </button>
            </>
        );
    }
}

/** @param day as `YYYY-MM-DD` */
export function dayText(day: string, locale: string): string {
    return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
