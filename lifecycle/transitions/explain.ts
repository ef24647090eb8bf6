import { labelOf, stateOf, type StatusReason } from '../configuration/status-reason';
import { refusalText, type Text } from '../messages';
import { decide, wayBetween, type TransitionFacts, type TransitionRules, type Way } from './decide';

/** One of the other status reasons, and how it stands. */
export interface ExplainedTarget extends StatusReason {
    /** How the lead gets there; null when it cannot as things are. */
    readonly way: Way | null;
    /** Nothing but a note is missing, which a dialog can ask for. */
    readonly noteRequired: boolean;
    /** Why it is refused, a line for each reason; empty when nothing speaks against it. */
    readonly why: readonly string[];
}

export interface ExplanationWords {
    readonly text: Text;
    /** Display name of a column of lead by its logical name. */
    readonly labelOfColumn: (column: string) => string;
}

/**
 * Every other status reason of the environment, in its order: those that the lead may go to, and of the rest why not.
 * A maker's own message comes first, then what is missing in our words.
 * @param from null while the lead is being created
 */
export function explain(
    from: number | null,
    rules: TransitionRules,
    facts: TransitionFacts,
    words: ExplanationWords,
): readonly ExplainedTarget[] {
    return rules.statusReasons
        .filter((reason) => reason.value !== from)
        .map((reason): ExplainedTarget => {
            const decision = decide(from, reason.value, rules, facts);
            if (decision.allowed) return { ...reason, way: decision.way, noteRequired: false, why: [] };
            const move = {
                from: labelOf(from, rules.statusReasons),
                to: reason.label,
                labelOfColumn: words.labelOfColumn,
            };
            const refusals = decision.refusals.map((refusal) => refusalText(refusal, move, words.text));
            const noteRequired = decision.refusals.every((refusal) => refusal.code === 'note-missing');
            return {
                ...reason,
                way: noteRequired && from !== null ? wayTo(reason, from, rules) : null,
                noteRequired,
                why: [decision.message, ...refusals].filter((line) => line !== ''),
            };
        });
}

function wayTo(target: StatusReason, from: number, rules: TransitionRules): Way | null {
    return wayBetween(stateOf(from, rules.statusReasons), target.state);
}

/** Columns that the transitions from a status reason ask for; their display names have to be known to explain. */
export function requiredColumnsFrom(from: number | null, rules: TransitionRules): readonly string[] {
    const leaving = rules.transitions.filter((transition) => transition.from === from);
    return [...new Set(leaving.flatMap((transition) => transition.requiredColumns))];
}
