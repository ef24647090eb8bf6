import React, { useEffect, useMemo, useRef, useState } from 'react';
import { Calendar, DayOfWeek, defaultCalendarStrings, type ICalendar } from '@fluentui/react/lib/Calendar';
import { Callout, DirectionalHint } from '@fluentui/react/lib/Callout';
import { Icon } from '@fluentui/react/lib/Icon';
import { FocusTrapZone } from '@fluentui/react/lib/FocusTrapZone';
import { css, mergeStyles } from '@fluentui/react';
import { usePlatform } from '../../platform/platform-context';
import type { ZonedTime } from '../../platform/format/user-time';
import { fieldStyles } from './field-styles';
import { type FieldProps, useField, useFocusRequests } from './use-field';
import { fromWallClock, parseDay, parseTime, wallClock } from './wall-clock';

/** Ids of the messages about texts that are no date or time; they keep the form from being saved. */
const NOT_A_DATE = 'form.date';
/** The hour a new date starts with when the column has a time. */
const MORNING = 8;

/** Dates, and dates with a time, in the user's zone and way of writing. */
export function DateField(props: FieldProps): JSX.Element {
    const { attribute, control, inputId, describedBy } = props;
    const { environment, texts } = usePlatform();
    const { user } = environment;
    const { value, readOnly, required, invalid, change } = useField(props);
    const { column } = attribute;
    const withTime = column.format !== 'DateOnly' && column.dateTimeBehavior !== 'DateOnly' && control.showTime;
    const clock = value instanceof Date ? wallClock(column, value, user.timeZone) : null;
    const shownDay = clock === null ? '' : formatClock(clock, user.locale, { dateStyle: 'short' });
    const shownTime = clock === null ? '' : formatClock(clock, user.locale, { timeStyle: 'short' });
    const [day, setDay] = useState(shownDay);
    const [time, setTime] = useState(shownTime);
    useEffect(() => setDay(shownDay), [shownDay]);
    useEffect(() => setTime(shownTime), [shownTime]);
    const [isOpen, setOpen] = useState(false);
    const frame = useRef<HTMLDivElement>(null);
    const input = useFocusRequests<HTMLInputElement>(control);

    const complain = (message: string): void =>
        control.addNotification({ id: NOT_A_DATE, level: 'ERROR', messages: [message], actions: [] });
    const take = (next: Pick<ZonedTime, 'year' | 'month' | 'day'>, hour: number, minute: number): void => {
        control.clearNotification(NOT_A_DATE);
        change(fromWallClock(column, { ...next, hour, minute, second: 0 }, user.timeZone));
    };
    const commitDay = (): void => {
        if (day === shownDay) {
            return;
        }
        if (day.trim() === '') {
            control.clearNotification(NOT_A_DATE);
            change(null);
            return;
        }
        const read = parseDay(day, user.locale);
        if (read === undefined) {
            complain(texts('form.field.date', exampleDay(user.locale)));
        } else {
            take(read, clock?.hour ?? (withTime ? MORNING : 0), clock?.minute ?? 0);
        }
    };
    const commitTime = (): void => {
        if (time === shownTime || clock === null) {
            return;
        }
        const read = parseTime(time);
        if (read === undefined) {
            complain(texts('form.field.time'));
        } else {
            take(clock, read.hour, read.minute);
        }
    };
    const inputClass = css(fieldStyles.input, readOnly && fieldStyles.readOnly, invalid && fieldStyles.invalid);

    return (
        <div className={rowClass}>
            <div className={fieldStyles.group} ref={frame}>
                <input
                    id={inputId}
                    ref={input}
                    type="text"
                    autoComplete="off"
                    value={day}
                    readOnly={readOnly}
                    placeholder="---"
                    aria-required={required}
                    aria-invalid={invalid}
                    aria-describedby={describedBy}
                    className={css(inputClass, !readOnly && fieldStyles.withAction)}
                    onChange={(event) => setDay(event.currentTarget.value)}
                    onBlur={commitDay}
                    onKeyDown={(event) => {
                        if (event.key === 'Enter') {
                            commitDay();
                        } else if (event.key === 'ArrowDown' && event.altKey && !readOnly) {
                            setOpen(true);
                        }
                    }}
                />
                {!readOnly && (
                    <button
                        type="button"
                        className={fieldStyles.action}
                        aria-label={texts('form.field.openCalendar', control.label)}
                        title={texts('form.field.openCalendar', control.label)}
                        aria-expanded={isOpen}
                        onClick={() => setOpen(!isOpen)}
                    >
                        <Icon iconName="Calendar" />
                    </button>
                )}
            </div>
            {withTime && (
                <input
                    type="text"
                    autoComplete="off"
                    value={time}
                    readOnly={readOnly || clock === null}
                    placeholder="---"
                    aria-label={texts('form.field.timeOf', control.label)}
                    className={css(inputClass, timeClass)}
                    onChange={(event) => setTime(event.currentTarget.value)}
                    onBlur={commitTime}
                    onKeyDown={(event) => {
                        if (event.key === 'Enter') {
                            commitTime();
                        }
                    }}
                />
            )}
            {isOpen && (
                <CalendarCallout
                    target={frame}
                    label={control.label}
                    value={clock}
                    onDismiss={() => setOpen(false)}
                    onSelect={(chosen) => {
                        setOpen(false);
                        take(
                            { year: chosen.getFullYear(), month: chosen.getMonth() + 1, day: chosen.getDate() },
                            clock?.hour ?? (withTime ? MORNING : 0),
                            clock?.minute ?? 0,
                        );
                    }}
                />
            )}
        </div>
    );
}

function CalendarCallout(props: {
    readonly target: React.RefObject<HTMLDivElement>;
    readonly label: string;
    readonly value: ZonedTime | null;
    readonly onDismiss: () => void;
    readonly onSelect: (date: Date) => void;
}): JSX.Element {
    const { environment, texts } = usePlatform();
    const { locale } = environment.user;
    const strings = useMemo(() => {
        const month = (style: 'long' | 'short', index: number): string =>
            new Intl.DateTimeFormat(locale, { month: style }).format(new Date(2026, index, 1));
        const weekday = (style: 'long' | 'narrow', index: number): string =>
            new Intl.DateTimeFormat(locale, { weekday: style }).format(new Date(2026, 10, 1 + index));
        const months = Array.from({ length: 12 }, (_none, index) => index);
        const days = Array.from({ length: 7 }, (_none, index) => index);
        return {
            ...defaultCalendarStrings,
            months: months.map((index) => month('long', index)),
            shortMonths: months.map((index) => month('short', index)),
            days: days.map((index) => weekday('long', index)),
            shortDays: days.map((index) => weekday('narrow', index)),
            goToToday: texts('form.field.today'),
            prevMonthAriaLabel: texts('form.field.previousMonth'),
            nextMonthAriaLabel: texts('form.field.nextMonth'),
            prevYearAriaLabel: texts('form.field.previousYear'),
            nextYearAriaLabel: texts('form.field.nextYear'),
        };
    }, [locale, texts]);
    const { value } = props;
    return (
        <Callout
            target={props.target}
            directionalHint={DirectionalHint.bottomLeftEdge}
            isBeakVisible={false}
            gapSpace={2}
            onDismiss={props.onDismiss}
            role="dialog"
            ariaLabel={props.label}
        >
            <FocusTrapZone isClickableOutsideFocusTrap disableFirstFocus>
                <Calendar
                    componentRef={focusDay}
                    {...(value === null ? {} : { value: new Date(value.year, value.month - 1, value.day) })}
                    strings={strings}
                    firstDayOfWeek={locale === 'en-US' ? DayOfWeek.Sunday : DayOfWeek.Monday}
                    isMonthPickerVisible={false}
                    showGoToToday
                    onSelectDate={props.onSelect}
                    onDismiss={props.onDismiss}
                />
            </FocusTrapZone>
        </Callout>
    );
}

/** The keyboard starts at the chosen day, or at today. */
function focusDay(calendar: ICalendar | null): void {
    calendar?.focus();
}

function formatClock(clock: ZonedTime, locale: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
        .format(new Date(Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute)))
        .replace(/\u202f/g, ' ');
}

function exampleDay(locale: string): string {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(new Date(2026, 11, 31));
}

const rowClass = mergeStyles({ display: 'flex', gap: 6, width: '100%', minWidth: 0 });
const timeClass = mergeStyles({ flex: '0 0 92px' });
