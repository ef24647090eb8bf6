import * as React from 'react';
import {
    ChoiceGroup,
    DefaultButton,
    Dialog,
    DialogFooter,
    DialogType,
    PrimaryButton,
    TextField,
} from '@fluentui/react';
import { LeadState } from '../../../lifecycle/choices';
import { messageOf } from '../../../lifecycle/commands/outcome';
import type { StatusReason } from '../../../lifecycle/configuration/status-reason';
import type { NewStatusReason } from '../environment/maker-environment';
import type { OwnText } from '../texts';

export interface AddReasonDialogProps {
    readonly statusReasons: readonly StatusReason[];
    readonly stateLabels: ReadonlyMap<number, string>;
    /** Languages of the environment's labels; the maker's own first. */
    readonly languages: readonly number[];
    readonly cssVariables: Readonly<Record<string, string>>;
    readonly text: OwnText;
    readonly onAdd: (reason: NewStatusReason) => Promise<void>;
    readonly onClose: () => void;
}

/** Longest label of an option, in characters. */
const LONGEST_LABEL = 200;

/** Asks for a new status reason of lead: its name in each language of the environment, and its state. */
export function AddReasonDialog(props: AddReasonDialogProps): JSX.Element {
    const { statusReasons, stateLabels, languages, cssVariables, text, onAdd, onClose } = props;
    const [labels, setLabels] = React.useState<ReadonlyMap<number, string>>(new Map());
    const [state, setState] = React.useState<number>(LeadState.open);
    const [failure, setFailure] = React.useState('');
    const [busy, setBusy] = React.useState(false);
    const [own] = languages;
    const ownLabel = (own === undefined ? '' : (labels.get(own) ?? '')).trim();
    const isTaken = statusReasons.some(
        (reason) => reason.state === state && reason.label.toLowerCase() === ownLabel.toLowerCase(),
    );
    const add = async (): Promise<void> => {
        setBusy(true);
        setFailure('');
        try {
            // Where no name is given, the maker's own stands for it: no language may stay without one.
            const all = languages.map((language) => [language, labels.get(language)?.trim() || ownLabel] as const);
            await onAdd({ labels: new Map(all), state });
        } catch (error) {
            setFailure(messageOf(error));
            setBusy(false);
        }
    };
    return (
        <Dialog
            hidden={false}
            onDismiss={() => {
                if (!busy) onClose();
            }}
            dialogContentProps={{
                type: DialogType.normal,
                title: text('reason.title'),
                subText: text('reason.intro'),
            }}
            minWidth="min(480px, 92vw)"
        >
            {languages.map((language, index) => (
                <TextField
                    key={language}
                    label={index === 0 ? text('reason.label') : text('reason.labelIn', languageName(language, own))}
                    required={index === 0}
                    autoFocus={index === 0}
                    maxLength={LONGEST_LABEL}
                    value={labels.get(language) ?? ''}
                    {...(index > 0 && { placeholder: ownLabel })}
                    {...(index === 0 && isTaken && { errorMessage: text('reason.taken') })}
                    onChange={(_event, value) => setLabels(new Map([...labels, [language, value ?? '']]))}
                />
            ))}
            <ChoiceGroup
                label={text('reason.state')}
                selectedKey={String(state)}
                options={Object.values(LeadState).map((one) => ({
                    key: String(one),
                    text: stateLabels.get(one) ?? String(one),
                }))}
                onChange={(_event, option) => setState(Number(option?.key ?? LeadState.open))}
            />
            {failure !== '' && (
                <div className="llc-tm-dialog" style={cssVariables}>
                    <p role="alert" className="llc-tm-problem">
                        {text('reason.failed', failure)}
                    </p>
                </div>
            )}
            <DialogFooter>
                <PrimaryButton
                    text={text(busy ? 'reason.adding' : 'reason.add')}
                    disabled={busy || ownLabel === '' || isTaken}
                    onClick={() => void add()}
                />
                <DefaultButton text={text('button.cancel')} disabled={busy} onClick={onClose} />
            </DialogFooter>
        </Dialog>
    );
}

/** Windows locale ids that the tags of common languages stand for; others are shown by their number. */
const TAGS: ReadonlyMap<number, string> = new Map([
    [1025, 'ar'],
    [1028, 'zh-TW'],
    [1029, 'cs'],
    [1030, 'da'],
    [1031, 'de'],
    [1032, 'el'],
    [1033, 'en'],
    [1035, 'fi'],
    [1036, 'fr'],
    [1037, 'he'],
    [1038, 'hu'],
    [1040, 'it'],
    [1041, 'ja'],
    [1042, 'ko'],
    [1043, 'nl'],
    [1044, 'nb'],
    [1045, 'pl'],
    [1046, 'pt-BR'],
    [1049, 'ru'],
    [1053, 'sv'],
    [1055, 'tr'],
    [2052, 'zh-CN'],
    [2070, 'pt-PT'],
    [3082, 'es'],
]);

/** The name of a language in the maker's own. */
function languageName(language: number, own: number | undefined): string {
    const tag = TAGS.get(language);
    if (tag === undefined) return String(language);
    const names = new Intl.DisplayNames([TAGS.get(own ?? 0) ?? 'en'], { type: 'language' });
    return names.of(tag) ?? String(language);
}
