import React, { useState, type RefObject } from 'react';
import { DefaultButton, IconButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Callout, DirectionalHint } from '@fluentui/react/lib/Callout';
import { FocusTrapZone } from '@fluentui/react/lib/FocusTrapZone';
import { Icon } from '@fluentui/react/lib/Icon';
import { Link } from '@fluentui/react/lib/Link';
import { mergeStyleSets } from '@fluentui/react';
import type { ClientStage } from '../../../dataverse/client/types';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import { useSubscription } from '../../platform/use-subscription';
import { saved } from '../commands/form-commands';
import { FieldCell } from '../fields/FieldCell';
import { useForm } from '../form-scope';
import type { FormAttribute } from '../model/attribute';
import type { FormControl } from '../model/control';
import type { ProcessModel } from '../model/process-model';
import { SaveMode } from '../model/save-mode';
import { isEmpty } from '../model/values';
import { isInsideLayer } from '../page/FormHeader';
import { durationText } from './duration';

/** A stage's steps, and the buttons that move the process. */
export function StageFlyout(props: {
    readonly process: ProcessModel;
    readonly stage: ClientStage;
    readonly target: RefObject<HTMLElement>;
    readonly onClose: () => void;
}): JSX.Element {
    const { process, stage, target, onClose } = props;
    const { texts } = usePlatform();
    const { form } = useForm();
    useSubscription(process.subscribe);
    const [isBusy, setBusy] = useState(false);
    const activeIndex = process.stages.findIndex((one) => one === process.activeStage);
    const index = process.stages.indexOf(stage);
    const isActive = index === activeIndex;
    const isRunning = process.status === 'active';
    const steps = form.controls.flatMap((control) =>
        control.place === 'process' && control.definition.parameters.StageId === stage.id && control.attribute !== null
            ? [{ control, attribute: control.attribute }]
            : [],
    );
    const isOwn = stage.table === form.table.logicalName;
    const since = process.activeStageStartedOn;

    /** Runs a move; the flyout closes when the process has gone somewhere else. */
    const move = async (run: () => Promise<unknown>): Promise<void> => {
        setBusy(true);
        let isGone = false;
        try {
            if (form.id !== null || (await saved(form, SaveMode.Save))) {
                const before = process.activeStage;
                await run();
                isGone = process.activeStage !== before || process.status !== 'active';
            }
        } finally {
            if (!isGone) {
                setBusy(false);
            }
        }
        if (isGone) {
            onClose();
        }
    };

    return (
        <Callout
            target={target}
            directionalHint={DirectionalHint.bottomLeftEdge}
            isBeakVisible
            gapSpace={4}
            calloutWidth={340}
            role="dialog"
            ariaLabel={texts('form.process.stage', stage.name)}
            onDismiss={onClose}
            preventDismissOnEvent={(event) => isBusy || isInsideLayer(event)}
        >
            <FocusTrapZone isClickableOutsideFocusTrap forceFocusInsideTrap={false}>
                <div className={styles.flyout} data-testid="stage-flyout">
                    <div className={styles.head}>
                        <div>
                            <h2 className={styles.title}>{stage.name}</h2>
                            <div className={styles.state}>
                                {isActive && isRunning
                                    ? since === null
                                        ? texts('form.process.active')
                                        : texts('form.process.activeFor', durationText(since, new Date(), texts))
                                    : texts(index < activeIndex ? 'form.process.done' : 'form.process.ahead')}
                            </div>
                        </div>
                        <IconButton
                            iconProps={{ iconName: 'Cancel' }}
                            ariaLabel={texts('form.process.close')}
                            title={texts('form.process.close')}
                            onClick={onClose}
                        />
                    </div>
                    <div className={styles.steps}>
                        {steps.map(({ control, attribute }) => (
                            <Step key={control.name} control={control} attribute={attribute} />
                        ))}
                        {!isOwn && <OtherTable process={process} stage={stage} />}
                    </div>
                    {isRunning && (
                        <div className={styles.footer}>
                            {isActive && index > 0 && (
                                <DefaultButton
                                    text={texts('form.process.previous')}
                                    iconProps={{ iconName: 'Back' }}
                                    disabled={isBusy}
                                    onClick={() => void move(() => process.movePrevious())}
                                />
                            )}
                            {isActive && index < process.stages.length - 1 && (
                                <PrimaryButton
                                    text={texts('form.process.next')}
                                    iconProps={{ iconName: 'Forward' }}
                                    styles={{ flexContainer: { flexDirection: 'row-reverse' } }}
                                    disabled={isBusy}
                                    data-testid="next-stage"
                                    onClick={() => void move(() => process.moveNext())}
                                />
                            )}
                            {isActive && index === process.stages.length - 1 && (
                                <PrimaryButton
                                    text={texts('form.process.finish')}
                                    iconProps={{ iconName: 'Flag' }}
                                    disabled={isBusy}
                                    data-testid="finish-process"
                                    onClick={() => void move(() => process.setStatus('finished'))}
                                />
                            )}
                            {!isActive && (
                                <DefaultButton
                                    text={texts('form.process.setActive')}
                                    disabled={isBusy}
                                    data-testid="set-active"
                                    onClick={() => void move(() => process.setActiveStage(stage.id))}
                                />
                            )}
                        </div>
                    )}
                </div>
            </FocusTrapZone>
        </Callout>
    );
}

function Step(props: { readonly control: FormControl; readonly attribute: FormAttribute }): JSX.Element | null {
    const { control, attribute } = props;
    useSubscription(control.subscribe);
    useSubscription(attribute.subscribe);
    if (!control.visible) {
        return null;
    }
    const isDone = attribute.type === 'boolean' ? attribute.value === true : !isEmpty(attribute.value);
    return (
        <div className={styles.step}>
            <Icon
                iconName={isDone ? 'Completed' : 'CircleRing'}
                className={isDone ? styles.stepDone : styles.stepOpen}
                aria-hidden="true"
            />
            <div className={styles.field}>
                <FieldCell control={control} attribute={attribute} stacked />
            </div>
        </div>
    );
}

/** A stage on another table shows its steps on that table's form. */
function OtherTable(props: { readonly process: ProcessModel; readonly stage: ClientStage }): JSX.Element {
    const { process, stage } = props;
    const platform = usePlatform();
    const { texts } = platform;
    const [name, setName] = React.useState(stage.table);
    React.useEffect(() => {
        let current = true;
        platform.table(stage.table).then(
            (table) => current && setName(table.displayName),
            // The logical name says enough.
            () => undefined,
        );
        return () => {
            current = false;
        };
    }, [platform, stage.table]);
    return (
        <div className={styles.other}>
            {texts('form.process.otherTable', name)}{' '}
            {process.rowOf(stage.table) !== undefined && (
                <Link onClick={() => void process.openRowOf(stage.table)}>{texts('form.process.open', name)}</Link>
            )}
        </div>
    );
}

const styles = mergeStyleSets({
    flyout: { display: 'flex', flexDirection: 'column', maxHeight: '70vh', color: color.text },
    head: { display: 'flex', justifyContent: 'space-between', padding: '12px 8px 8px 16px' },
    title: { margin: 0, fontSize: 16, fontWeight: 600 },
    state: { fontSize: 12, color: color.textTertiary },
    steps: { padding: '0 16px 12px', overflowY: 'auto' },
    step: { display: 'flex', gap: 10, alignItems: 'flex-start' },
    stepDone: { color: color.success, paddingTop: 10 },
    stepOpen: { color: color.textTertiary, paddingTop: 10 },
    field: { flex: 1, minWidth: 0 },
    other: { padding: '4px 0 8px', color: color.textSecondary },
    footer: {
        display: 'flex',
        justifyContent: 'flex-end',
        gap: 8,
        padding: '10px 16px',
        borderTop: `1px solid ${color.line}`,
    },
});
