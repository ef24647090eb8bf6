import type { WriteRequest } from '../deploy/web-api-client';
import { isoDay, isoTime } from './days';
import type { SampleEnvironment } from './environment';
import type { SampleLead } from './leads';
import phrases from './phrases.json';
import type { Random } from './random';

const DISQUALIFIED = 2;
const STATUS_REASONS = [4, 5, 6, 7];

/** Closes leads with one of the maker's reasons, a note and the day to come back, and writes their history. */
export function disqualificationRequests(
    random: Random,
    list: readonly SampleLead[],
    environment: SampleEnvironment,
    today: Date,
): readonly WriteRequest[] {
    return list.flatMap((lead): readonly WriteRequest[] => {
        if (environment.reasons.length === 0) {
            return [closing(lead, { statecode: DISQUALIFIED, statuscode: random.pick(STATUS_REASONS) })];
        }
        const reason = random.pick(environment.reasons);
        const note = reason.noteRequired || random.chance(0.6) ? random.pick(phrases.disqualificationNotes) : undefined;
        const closedAgo = random.integer(0, lead.age);
        const from = lead.contacted ? 2 : 1;
        return [
            closing(lead, {
                statecode: DISQUALIFIED,
                statuscode: reason.statusCode,
                llc_previousstatuscode: from,
                'llc_DisqualificationReasonId@odata.bind': `/llc_disqualificationreasons(${reason.id})`,
                ...(note ? { llc_disqualificationnote: note } : {}),
                ...(reason.revisitAfterDays === null
                    ? {}
                    : { llc_revisiton: isoDay(today, reason.revisitAfterDays - closedAgo) }),
            }),
            {
                method: 'POST',
                path: 'llc_statushistories',
                body: {
                    llc_name: lead.topic.slice(0, 200),
                    'llc_LeadId@odata.bind': `/leads(${lead.id})`,
                    llc_fromstatuscode: from,
                    llc_tostatuscode: reason.statusCode,
                    llc_changedon: isoTime(today, -closedAgo, random.integer(8, 16)),
                    llc_daysinformer: lead.age - closedAgo,
                    ...(note ? { llc_note: note } : {}),
                    'llc_ChangedById@odata.bind': `/systemusers(${lead.ownerId})`,
                    'llc_DisqualificationReasonId@odata.bind': `/llc_disqualificationreasons(${reason.id})`,
                    'ownerid@odata.bind': `/systemusers(${lead.ownerId})`,
                },
            },
        ];
    });
}

function closing(lead: SampleLead, body: object): WriteRequest {
    return { method: 'PATCH', path: `leads(${lead.id})`, body };
}
