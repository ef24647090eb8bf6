import { readGuardIsOff } from '../../lifecycle/configuration/guard-switch';
import { readConfiguration, type Configuration } from '../../lifecycle/configuration/configuration';
import { labelOf } from '../../lifecycle/configuration/status-reason';
import type { Language } from '../../lifecycle/defaults';
import { format, refusalText, type Text } from '../../lifecycle/messages';
import type { Decision } from '../../lifecycle/transitions/decide';
import { readPluginTexts } from '../../plugins/texts/plugin-texts';
import { tableNamed } from './data-model';
import { statusReasons, type GuardSwitch } from './generated';
import type { PlainRow, PlainTables } from './in-memory-rows';

const texts = readPluginTexts();
const DEFINITION = '0aa00000-0000-4000-8000-0000000000d1';

/** The texts of the plug-ins by key: those of the app, and their own. */
export function textIn(language: Language): (key: string, ...values: Parameters<Text>[1][]) => string {
    return (key, ...values) => format(texts.get(key)?.[language] ?? key, values);
}

export function labelOfColumn(language: Language, table = 'lead'): (column: string) => string {
    const { columns } = tableNamed(table);
    return (column) =>
        columns.find(({ name }) => name === column)?.labels[language] ?? textIn(language)('column.unknown', column);
}

/** The tables of an environment, as the plug-ins read them. */
export function environmentRows(
    transitions: readonly PlainRow[],
    criteria: readonly PlainRow[],
    reasons: readonly PlainRow[],
    guard: GuardSwitch,
): PlainTables {
    return {
        llc_statustransition: transitions,
        llc_criterion: criteria,
        llc_disqualificationreason: reasons,
        environmentvariabledefinition: [
            {
                environmentvariabledefinitionid: DEFINITION,
                schemaname: 'llc_TransitionGuard',
                defaultvalue: guard.default,
            },
        ],
        environmentvariablevalue:
            guard.value === undefined
                ? []
                : [
                      {
                          environmentvariablevalueid: DEFINITION,
                          environmentvariabledefinitionid: DEFINITION,
                          value: guard.value,
                      },
                  ],
    };
}

/** The same tables as the lifecycle reads them. */
export function configurationOf(rows: PlainTables, guard: GuardSwitch, language: Language): Configuration {
    const guardIsOff = readGuardIsOff([
        {
            defaultvalue: guard.default,
            environmentvariabledefinition_environmentvariablevalue:
                guard.value === undefined ? [] : [{ value: guard.value }],
        },
    ]);
    return {
        ...readConfiguration(
            {
                transitions: rows['llc_statustransition'] ?? [],
                criteria: rows['llc_criterion'] ?? [],
                reasons: rows['llc_disqualificationreason'] ?? [],
            },
            language,
        ),
        guardIsOff,
    };
}

/** Why a move is refused, as the app says it; null for an allowed one. */
export function wordsOf(decision: Decision, from: number | null, to: number, language: Language): string | null {
    if (decision.allowed) return null;
    if (decision.message !== '') return decision.message;
    const reasons = statusReasons(language);
    const move = {
        from: labelOf(from, reasons),
        to: labelOf(to, reasons),
        labelOfColumn: labelOfColumn(language),
    };
    return decision.refusals.map((refusal) => refusalText(refusal, move, textIn(language))).join('\n');
}
