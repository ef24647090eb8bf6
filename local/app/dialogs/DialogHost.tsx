import React from 'react';
import { DefaultButton, IconButton, PrimaryButton } from '@fluentui/react/lib/Button';
import { Dialog, DialogFooter } from '@fluentui/react/lib/Dialog';
import { Modal } from '@fluentui/react/lib/Modal';
import { Panel, PanelType } from '@fluentui/react/lib/Panel';
import { Spinner, SpinnerSize } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { color, NARROW_WIDTH } from '../platform/theme';
import type { DialogFrame, Texts } from '../platform/types';
import { useSubscription } from '../platform/use-subscription';
import type { DialogStore, OpenDialog } from './dialog-store';

/** Draws everything that is open over the page. Stands once, beside the page. */
export function DialogHost(props: { readonly dialogs: DialogStore; readonly texts: Texts }): JSX.Element {
    const { dialogs, texts } = props;
    useSubscription(dialogs.subscribe);
    return (
        <>
            {dialogs.stack.map((dialog) => (
                <OneDialog key={dialog.key} dialog={dialog} texts={texts} />
            ))}
            {dialogs.progress !== undefined && <Progress message={dialogs.progress} />}
        </>
    );
}

function OneDialog(props: { readonly dialog: OpenDialog; readonly texts: Texts }): JSX.Element {
    const { dialog, texts } = props;
    switch (dialog.kind) {
        case 'alert':
            return (
                <TextDialog
                    title={dialog.options.title ?? ''}
                    text={dialog.options.text}
                    texts={texts}
                    onDismiss={dialog.close}
                >
                    <PrimaryButton
                        className="dialog-primary"
                        text={dialog.options.confirmButtonLabel || texts('dialogs.ok')}
                        onClick={dialog.close}
                        data-testid="ok"
                    />
                </TextDialog>
            );
        case 'confirm':
            return (
                <TextDialog
                    title={dialog.options.title || texts('dialogs.confirmTitle')}
                    {...(dialog.options.subtitle ? { subtitle: dialog.options.subtitle } : {})}
                    text={dialog.options.text}
                    texts={texts}
                    onDismiss={() => dialog.close(false)}
                >
                    <PrimaryButton
                        className="dialog-primary"
                        text={dialog.options.confirmButtonLabel || texts('dialogs.ok')}
                        onClick={() => dialog.close(true)}
                        data-testid="confirm"
                    />
                    <DefaultButton
                        text={dialog.options.cancelButtonLabel || texts('dialogs.cancel')}
                        onClick={() => dialog.close(false)}
                        data-testid="cancel"
                    />
                </TextDialog>
            );
        case 'error':
            return (
                <TextDialog
                    title={texts('dialogs.errorTitle')}
                    text={dialog.options.message}
                    texts={texts}
                    {...(dialog.options.details ? { details: dialog.options.details } : {})}
                    {...(dialog.options.errorCode === undefined ? {} : { code: dialog.options.errorCode })}
                    onDismiss={dialog.close}
                >
                    <PrimaryButton
                        className="dialog-primary"
                        text={texts('dialogs.ok')}
                        onClick={dialog.close}
                        data-testid="ok"
                    />
                </TextDialog>
            );
        case 'content':
            return <ContentDialog dialog={dialog} texts={texts} />;
    }
}

interface TextDialogProps {
    readonly title: string;
    readonly subtitle?: string;
    readonly text: string;
    readonly details?: string;
    readonly code?: number;
    readonly texts: Texts;
    readonly onDismiss: () => void;
    readonly children: React.ReactNode;
}

function TextDialog(props: TextDialogProps): JSX.Element {
    const { title, subtitle, text, details, code, texts, onDismiss, children } = props;
    return (
        <Dialog
            hidden={false}
            onDismiss={onDismiss}
            dialogContentProps={{
                title: title || texts('dialogs.messageTitle'),
                closeButtonAriaLabel: texts('dialogs.close'),
                showCloseButton: true,
            }}
            modalProps={{
                isBlocking: true,
                // The answer that is most likely wanted has the focus, as in Dynamics 365.
                focusTrapZoneProps: { firstFocusableTarget: '.dialog-primary' },
            }}
            minWidth="min(340px, 90vw)"
            maxWidth="min(560px, 92vw)"
        >
            {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
            <div className={styles.text}>{text}</div>
            {(details || code !== undefined) && (
                <details className={styles.details}>
                    <summary>{texts('dialogs.details')}</summary>
                    {code !== undefined && <div>{texts('dialogs.errorCode', hexCode(code))}</div>}
                    {details && <pre className={styles.pre}>{details}</pre>}
                </details>
            )}
            <DialogFooter>{children}</DialogFooter>
        </Dialog>
    );
}

/** A code as the platform prints it, whether it came signed or unsigned. */
function hexCode(code: number): string {
    return `0x${(code >>> 0).toString(16).padStart(8, '0')}`;
}

function ContentDialog(props: {
    readonly dialog: Extract<OpenDialog, { kind: 'content' }>;
    readonly texts: Texts;
}): JSX.Element {
    const { dialog, texts } = props;
    const Content = dialog.content;
    const dismiss = (): void => dialog.close(undefined);
    const content = <Content {...dialog.props} close={dialog.close} />;
    const { frame } = dialog;
    if (frame.position === 2) {
        return (
            <Panel
                isOpen
                type={PanelType.custom}
                customWidth={`min(${size(frame.width, 'vw') ?? '480px'}, 100vw)`}
                headerText={frame.title}
                onDismiss={dismiss}
                closeButtonAriaLabel={texts('dialogs.close')}
                isBlocking
                styles={{
                    main: {
                        background: color.surface,
                        selectors: {
                            // A part of a narrow screen would hold nothing; the panel writes its width beside its class.
                            [`@media (max-width: ${NARROW_WIDTH}px)`]: { width: '100vw !important' },
                        },
                    },
                    scrollableContent: { display: 'flex', flexDirection: 'column', height: '100%' },
                    content: {
                        flex: 1,
                        display: 'flex',
                        flexDirection: 'column',
                        minHeight: 0,
                        padding: frame.flush ? 0 : undefined,
                    },
                }}
            >
                {content}
            </Panel>
        );
    }
    const titleId = `dialog-title-${dialog.key}`;
    return (
        <Modal
            isOpen
            onDismiss={dismiss}
            isBlocking
            isAlert={false}
            titleAriaId={titleId}
            styles={{
                main: modalFrame(frame),
                scrollableContent: { height: '100%', display: 'flex', flexDirection: 'column', overflow: 'hidden' },
            }}
        >
            <div className={styles.head}>
                <h2 id={titleId} className={styles.title}>
                    {frame.title}
                </h2>
                <IconButton
                    iconProps={{ iconName: 'Cancel' }}
                    ariaLabel={texts('dialogs.close')}
                    title={texts('dialogs.close')}
                    onClick={dismiss}
                />
            </div>
            <div className={frame.flush ? styles.flush : styles.body}>{content}</div>
        </Modal>
    );
}

function modalFrame(frame: DialogFrame): object {
    return {
        width: `min(${size(frame.width, 'vw') ?? '600px'}, 100vw)`,
        height: frame.height === undefined ? undefined : `min(${size(frame.height, 'vh')}, 100vh)`,
        maxWidth: '100vw',
        maxHeight: '100vh',
        minWidth: 'min(288px, 100vw)',
        borderRadius: 8,
        background: color.surface,
        display: 'flex',
        flexDirection: 'column',
    };
}

function size(value: DialogFrame['width'], viewportUnit: 'vw' | 'vh'): string | undefined {
    if (value === undefined) {
        return undefined;
    }
    if (typeof value === 'number') {
        return `${value}px`;
    }
    return value.unit === '%' ? `${value.value}${viewportUnit}` : `${value.value}px`;
}

/** Covers the page while something runs that the user has to wait for. */
function Progress(props: { readonly message: string }): JSX.Element {
    return (
        <div className={styles.cover} data-testid="progress">
            <div className={styles.progress} role="alertdialog" aria-modal="true" aria-label={props.message}>
                <Spinner size={SpinnerSize.large} label={props.message} ariaLive="assertive" labelPosition="bottom" />
            </div>
        </div>
    );
}

const styles = mergeStyleSets({
    subtitle: { fontWeight: 600, marginBottom: 8 },
    text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '20px' },
    details: { marginTop: 12, color: color.textTertiary },
    pre: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 200, overflow: 'auto', fontSize: 12 },
    head: { display: 'flex', alignItems: 'center', padding: '16px 12px 8px 24px', gap: 8, flex: 'none' },
    title: { margin: 0, fontSize: 20, fontWeight: 600, flex: 1, overflowWrap: 'anywhere' },
    body: { padding: '0 24px 24px', overflow: 'auto', flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
    flush: { overflow: 'hidden', flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
    cover: {
        position: 'fixed',
        inset: 0,
        zIndex: 2_000_000,
        background: 'rgba(0,0,0,0.3)',
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
    },
    progress: {
        background: color.surface,
        borderRadius: 8,
        boxShadow: color.shadowRaised,
        padding: '24px 32px',
        minWidth: 200,
        maxWidth: '80vw',
    },
});
