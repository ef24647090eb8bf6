import React, { useRef } from 'react';
import { Icon } from '@fluentui/react/lib/Icon';
import { css, mergeStyleSets } from '@fluentui/react';
import type { ClientStage } from '../../../dataverse/client/types';
import { usePlatform } from '../../platform/platform-context';
import { color, NARROW_WIDTH } from '../../platform/theme';
import { useSubscription } from '../../platform/use-subscription';
import { useForm } from '../form-scope';
import type { ProcessModel } from '../model/process-model';
import { durationText } from './duration';
import { StageFlyout } from './StageFlyout';

/** The business process of the row: where it stands, and the way on. */
export function ProcessBar(): JSX.Element | null {
    const { form } = useForm();
    useSubscription(form.process?.subscribe);
    const { process } = form;
    return process !== null && process.isThere && process.visible && process.stages.length > 0 ? (
        <Bar process={process} />
    ) : null;
}

function Bar(props: { readonly process: ProcessModel }): JSX.Element {
    const { process } = props;
    const { texts } = usePlatform();
    const active = process.activeStage;
    const activeIndex = process.stages.findIndex((stage) => stage === active);
    const now = new Date();
    const state =
        process.status === 'finished'
            ? texts(
                  'form.process.finished',
                  process.startedOn === null ? '' : durationText(process.startedOn, process.completedOn ?? now, texts),
              )
            : process.status === 'aborted'
              ? texts('form.process.aborted')
              : texts(
                    'form.process.activeFor',
                    process.startedOn === null
                        ? texts('form.process.minutes', 0)
                        : durationText(process.startedOn, now, texts),
                );
    return (
        <div
            className={styles.bar}
            role="region"
            aria-label={texts('form.process.label', process.process.name)}
            data-testid="process-bar"
        >
            <div className={styles.summary}>
                <span className={styles.name} title={process.process.name}>
                    {process.process.name}
                </span>
                <span className={styles.state}>{state}</span>
            </div>
            <ol className={styles.stages}>
                {process.stages.map((stage, index) => (
                    <Stage
                        key={stage.id}
                        process={process}
                        stage={stage}
                        place={
                            process.status === 'finished' || index < activeIndex
                                ? 'done'
                                : index === activeIndex
                                  ? 'active'
                                  : 'ahead'
                        }
                        isLast={index === process.stages.length - 1}
                        isOpen={process.shownStage === stage}
                        onToggle={() => {
                            const isOpening = process.shownStage !== stage;
                            process.showStage(isOpening ? stage.id : null);
                            if (isOpening) {
                                process.selectStage(stage);
                            }
                        }}
                        onClose={() => process.showStage(null)}
                    />
                ))}
            </ol>
        </div>
    );
}

function Stage(props: {
    readonly process: ProcessModel;
    readonly stage: ClientStage;
    readonly place: 'done' | 'active' | 'ahead';
    readonly isLast: boolean;
    readonly isOpen: boolean;
    readonly onToggle: () => void;
    readonly onClose: () => void;
}): JSX.Element {
    const { process, stage, place, isOpen, isLast } = props;
    const { texts } = usePlatform();
    const button = useRef<HTMLButtonElement>(null);
    const since = process.activeStageStartedOn;
    const duration =
        place === 'active' && process.status === 'active' && since !== null
            ? durationText(since, new Date(), texts)
            : '';
    return (
        <li className={css(styles.stage, place === 'active' && styles.activeStage)}>
            <button
                ref={button}
                type="button"
                className={css(styles.chevron, styles[place], isLast && styles.last)}
                aria-expanded={isOpen}
                aria-haspopup="dialog"
                {...(place === 'active' ? { 'aria-current': 'step' as const } : {})}
                data-testid={`stage-${stage.category}`}
                data-stage-state={place}
                title={stage.name}
                onClick={props.onToggle}
            >
                <span className={styles.mark} aria-hidden="true">
                    <Icon
                        iconName={place === 'done' ? 'Accept' : place === 'active' ? 'CircleShapeSolid' : 'CircleRing'}
                    />
                </span>
                <span className={css(styles.label, place !== 'active' && styles.quietLabel)}>
                    {stage.name}
                    {duration !== '' && <span className={styles.duration}> ({duration})</span>}
                </span>
            </button>
            {isOpen && <StageFlyout process={process} stage={stage} target={button} onClose={props.onClose} />}
        </li>
    );
}

/** How far the point of a chevron reaches, in pixels. */
const POINT = 12;

const styles = mergeStyleSets({
    bar: {
        display: 'flex',
        alignItems: 'stretch',
        gap: 16,
        padding: '8px 0 10px',
        minWidth: 0,
        selectors: {
            [`@media (max-width: ${NARROW_WIDTH}px)`]: { flexDirection: 'column', gap: 4 },
        },
    },
    summary: {
        flex: '0 1 190px',
        minWidth: 120,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        selectors: {
            [`@media (max-width: ${NARROW_WIDTH}px)`]: {
                flex: 'none',
                flexDirection: 'row',
                justifyContent: 'space-between',
                gap: 8,
            },
        },
    },
    name: {
        fontWeight: 600,
        lineHeight: '18px',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        display: '-webkit-box',
        WebkitLineClamp: 2,
        WebkitBoxOrient: 'vertical',
    },
    state: { fontSize: 12, color: color.textTertiary, whiteSpace: 'nowrap' },
    stages: { display: 'flex', flex: 1, minWidth: 0, listStyle: 'none', margin: 0, padding: 0, alignItems: 'center' },
    stage: {
        flex: '1 1 0',
        minWidth: 0,
        marginLeft: -POINT + 4,
        selectors: { '&:first-child': { marginLeft: 0 } },
    },
    activeStage: {
        selectors: { [`@media (max-width: ${NARROW_WIDTH}px)`]: { flexGrow: 4 } },
    },
    chevron: {
        width: '100%',
        height: 40,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 8,
        padding: `0 ${POINT + 4}px`,
        border: 0,
        font: 'inherit',
        cursor: 'pointer',
        minWidth: 0,
        clipPath: `polygon(0 0, calc(100% - ${POINT}px) 0, 100% 50%, calc(100% - ${POINT}px) 100%, 0 100%, ${POINT}px 50%)`,
        selectors: {
            '&:focus-visible': {
                textDecoration: 'underline',
                filter: 'brightness(1.15)',
                outline: 'none',
                boxShadow: `inset 0 0 0 2px ${color.text}`,
            },
            'li:first-child > &': {
                clipPath: `polygon(0 0, calc(100% - ${POINT}px) 0, 100% 50%, calc(100% - ${POINT}px) 100%, 0 100%)`,
                borderRadius: '6px 0 0 6px',
            },
        },
    },
    last: {},
    done: {
        background: color.brandTint,
        color: color.brandText,
        selectors: { '&:hover': { background: color.surfaceSelected } },
    },
    active: {
        background: color.brand,
        color: color.onBrand,
        fontWeight: 600,
        selectors: { '&:hover': { background: color.brandHover } },
    },
    ahead: {
        background: color.line,
        color: color.textSecondary,
        selectors: { '&:hover': { background: color.lineStrong } },
    },
    mark: { fontSize: 12, flex: 'none' },
    label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
    quietLabel: {
        selectors: {
            [`@media (max-width: ${NARROW_WIDTH}px)`]: {
                position: 'absolute',
                width: 1,
                height: 1,
                clip: 'rect(0 0 0 0)',
            },
        },
    },
    duration: { fontWeight: 400 },
});
