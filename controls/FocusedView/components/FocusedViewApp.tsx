import * as React from 'react';
import { DefaultButton, Spinner, ThemeProvider, type ITheme } from '@fluentui/react';
import { LeadState } from '../../../lifecycle/choices';
import { changeStatus } from '../../../lifecycle/commands/change-status';
import { disqualify } from '../../../lifecycle/commands/disqualify';
import type { Host } from '../../../lifecycle/commands/host';
import type { Outcome } from '../../../lifecycle/commands/outcome';
import { qualify } from '../../../lifecycle/commands/qualify';
import { qualifyMany } from '../../../lifecycle/commands/qualify-many';
import { reactivate } from '../../../lifecycle/commands/reactivate';
import type { TransitionRules } from '../../../lifecycle/transitions/decide';
import { hasWay } from '../../../lifecycle/transitions/has-way';
import { rulesOf } from '../../../lifecycle/transitions/rules-of';
import { Icon } from '../../appearance/icons';
import { useMounted } from '../../use-mounted';
import { useWidth } from '../../use-width';
import {
    cardOf,
    findCards,
    sortCards,
    type Activity,
    type Clock,
    type Filter,
    type LeadCard,
    type LeadRecord,
    type Sort,
} from '../card-model';
import { areAllChecked } from '../checked-leads';
import { readDetails } from '../lead-details';
import { readOpenActivities } from '../open-activities';
import { addNote, completeActivity, logCall } from '../quick-entries';
import { DetailColumn } from '../lead-columns';
import { textOf } from '../../../lifecycle/row';
import type { OwnText } from '../texts';
import { useOpenActivities } from '../use-activities';
import { useChecked } from '../use-checked';
import { useLoaded } from '../use-loaded';
import { useReportedSelection, useSelection } from '../use-selection';
import { CardList } from './CardList';
import { DetailPane } from './DetailPane';
import type { LeadAction } from './LeadActions';
import { SelectionBar, type SelectionAction } from './SelectionBar';
import { Toolbar } from './Toolbar';

/** Below this width, in pixels, list and record take turns. */
const NARROW = 640;

/** How long a selection has to last before its record is read, in milliseconds. */
const SETTLED = 120;

export interface FocusedViewAppProps {
    /** Which view's leads they are. */
    readonly viewId: string;
    readonly records: readonly LeadRecord[];
    readonly loading: boolean;
    /** What the data set says went wrong; empty for nothing. */
    readonly failure: string;
    readonly hasMore: boolean;
    /** Rows of the whole view; negative when unknown. */
    readonly totalCount: number;
    /** Changes whenever the data set has been loaded anew. */
    readonly generation: number;
    /** In pixels; not positive while the host does not say. */
    readonly width: number;
    readonly height: number;
    readonly host: Host;
    readonly webApi: ComponentFramework.WebApi;
    readonly clock: Clock;
    readonly theme: ITheme;
    readonly cssVariables: Readonly<Record<string, string>>;
    readonly text: OwnText;
    /** Other leads are meant by the command bar: the checked ones, or else the one whose record is shown. */
    readonly onSelect: (ids: readonly string[]) => void;
    readonly onLoadMore: () => void;
    readonly onRefresh: () => void;
}

export function FocusedViewApp(props: FocusedViewAppProps): JSX.Element {
    const { records, host, webApi, clock, text } = props;
    const [search, setSearch] = React.useState('');
    const [filter, setFilter] = React.useState<Filter>('all');
    const [sort, setSort] = React.useState<Sort>('next');
    const [changes, setChanges] = React.useState(0);
    const [busy, setBusy] = React.useState(false);
    const [completing, setCompleting] = React.useState<string | null>(null);
    const [failure, setFailure] = React.useState('');
    const [detailOnTop, setDetailOnTop] = React.useState(false);
    // Neither the host nor the layout may know a width yet; a wide pane is the better guess.
    const [rootRef, measuredWidth] = useWidth(props.width, NARROW);

    const configuration = useLoaded('configuration', () => host.configuration());
    const criteria = configuration.value?.criteria ?? null;
    const statusReasons = useLoaded('status reasons', () => host.statusReasons());
    const rules = configuration.value && statusReasons.value ? rulesOf(configuration.value, statusReasons.value) : null;
    const ids = records.map((record) => record.id);
    const generation = `${props.generation}/${changes}`;
    const activities = useOpenActivities(ids, generation, (wanted) => readOpenActivities(webApi, wanted));
    const cards = records.map((record) => cardOf(record, activities.of(record.id), criteria, clock));
    const shown = sortCards(findCards(cards, search, filter), sort);

    const shownIds = shown.map((card) => card.id);
    const [selectedId, select] = useSelection(ids, shownIds, activities.ready);
    const checking = useChecked(props.viewId, shownIds);
    const checkedIds = [...checking.leads];
    useReportedSelection(checkedIds.length > 0 || selectedId === null ? checkedIds : [selectedId], props.onSelect);
    const selected = cards.find((card) => card.id === selectedId) ?? null;
    const narrow = measuredWidth < NARROW;
    const detailKey = selectedId !== null && (!narrow || detailOnTop) ? `${selectedId}/${generation}` : null;
    const details = useLoaded(detailKey, () => readDetails(webApi, selectedId ?? '', criteria ?? []), SETTLED);

    const openRecord = (id: string): void => {
        host.navigate('lead', id).catch((error: unknown) => host.report(error));
    };
    const mounted = useMounted();
    const choose = (id: string): void => {
        select(id);
        setDetailOnTop(true);
    };
    const run = async (command: () => Promise<Outcome>): Promise<void> => {
        setBusy(true);
        try {
            const outcome = await command();
            if (outcome.kind !== 'done') return;
            // A command leaves the list when it opens what it has made.
            if (mounted.current) checking.clear(outcome.ids);
            props.onRefresh();
        } finally {
            if (mounted.current) setBusy(false);
        }
    };
    const onAction = (action: LeadAction): void => {
        if (selectedId === null) return;
        switch (action) {
            case 'qualify':
                void run(() => qualify(host, selectedId));
                return;
            case 'disqualify':
                void run(() => disqualify(host, [selectedId]));
                return;
            case 'reactivate':
                void run(() => reactivate(host, [selectedId]));
                return;
            case 'status':
                void run(() => changeStatus(host, selectedId));
                return;
            case 'open':
                openRecord(selectedId);
        }
    };
    const onSelectionAction = (action: SelectionAction): void => {
        const [onlyId] = checkedIds;
        switch (action) {
            case 'qualify':
                void run(() =>
                    checkedIds.length === 1 && onlyId !== undefined
                        ? qualify(host, onlyId)
                        : qualifyMany(host, checkedIds),
                );
                return;
            case 'disqualify':
                void run(() => disqualify(host, checkedIds));
                return;
            case 'clear':
                checking.clear();
        }
    };
    const onComplete = async (activity: Activity): Promise<void> => {
        setCompleting(activity.id);
        setFailure('');
        try {
            await completeActivity(webApi, activity.type, activity.id);
            setChanges((count) => count + 1);
        } catch (error) {
            host.report(error);
            setFailure(text('quick.failed', error instanceof Error ? error.message : String(error)));
        } finally {
            setCompleting(null);
        }
    };

    const notice =
        props.failure !== '' ? text('list.failed', props.failure) : failure || noticeOf(activities.failure, text);
    const showList = !narrow || !detailOnTop;
    const showDetail = !narrow || detailOnTop;
    return (
        <ThemeProvider
            theme={props.theme}
            ref={rootRef}
            className={narrow ? 'llc-fv llc-fv-narrow' : 'llc-fv'}
            style={{ ...props.cssVariables, ...(props.height > 0 && { height: props.height }) }}
        >
            {showList && (
                <div className="llc-fv-list">
                    <Toolbar
                        search={search}
                        filter={filter}
                        sort={sort}
                        countText={countText(shown.length, records.length, props.totalCount, text)}
                        allChecked={areAllChecked(checking.leads, shownIds)}
                        someChecked={checkedIds.length > 0}
                        text={text}
                        onSearch={setSearch}
                        onFilter={setFilter}
                        onSort={setSort}
                        onToggleAll={checking.toggleAll}
                    />
                    {checkedIds.length > 0 && (
                        <SelectionBar
                            count={checkedIds.length}
                            hidden={checkedIds.filter((id) => !shownIds.includes(id)).length}
                            busy={busy}
                            text={text}
                            onAction={onSelectionAction}
                        />
                    )}
                    {rules?.guardIsOff && <p className="llc-fv-notice">{host.text('guard.off')}</p>}
                    {notice !== '' && (
                        <p className="llc-fv-failure" role="alert">
                            {notice}
                        </p>
                    )}
                    {props.loading && records.length === 0 ? (
                        <Spinner className="llc-fv-spinner" label={text('list.loading')} />
                    ) : (
                        <CardList
                            cards={shown}
                            selectedId={selectedId}
                            checking={checking}
                            text={text}
                            emptyText={text(records.length === 0 ? 'list.empty' : 'list.noMatch')}
                            hasMore={props.hasMore}
                            loadingMore={props.loading}
                            onSelect={select}
                            onChoose={choose}
                            onOpen={narrow ? choose : openRecord}
                            onLoadMore={props.onLoadMore}
                        />
                    )}
                </div>
            )}
            {showDetail && (
                <div className="llc-fv-detail">
                    <DetailPane
                        card={selected}
                        details={details}
                        criteria={criteria}
                        reachable={rules && reachableStates(selected, rules, host.user.roles)}
                        clock={clock}
                        busy={busy}
                        completing={completing}
                        text={text}
                        backButton={
                            narrow && (
                                <DefaultButton
                                    className="llc-fv-back"
                                    text={text('detail.back')}
                                    onRenderIcon={() => <Icon name="arrowLeft" size={14} />}
                                    onClick={() => setDetailOnTop(false)}
                                />
                            )
                        }
                        onAction={onAction}
                        onComplete={(activity) => void onComplete(activity)}
                        onCall={async (subject, description) => {
                            if (selectedId === null) return;
                            const phoneNumber = details.value ? textOf(details.value.row, DetailColumn.phone) : '';
                            await logCall(webApi, selectedId, host.user.id, { subject, description, phoneNumber });
                            setChanges((count) => count + 1);
                        }}
                        onNote={async (note) => {
                            if (selectedId === null) return;
                            await addNote(webApi, selectedId, note);
                            setChanges((count) => count + 1);
                        }}
                        onRetry={() => setChanges((count) => count + 1)}
                    />
                </div>
            )}
        </ThemeProvider>
    );
}

/** A card without a status reason, which no view of leads lacks, is held back by nothing. */
function reachableStates(
    card: LeadCard | null,
    rules: TransitionRules,
    roles: readonly string[],
): readonly LeadState[] | null {
    const status = card?.statusValue ?? null;
    if (status === null) return null;
    return Object.values(LeadState).filter((state) => hasWay(status, state, rules, roles));
}

function countText(shown: number, loaded: number, total: number, text: OwnText): string {
    if (shown !== loaded) return text('list.countOf', shown, loaded);
    return total > loaded ? text('list.countOf', loaded, total) : text('list.count', loaded);
}

function noticeOf(failure: string, text: OwnText): string {
    return failure === '' ? '' : text('list.activitiesFailed', failure);
}
