import { closingMessage } from '../close-opportunity';
import type { Pipeline } from '../pipeline';
import type { MessageDefinition } from '../types';

const WON = 1;

/** WinOpportunity (Microsoft Learn, "WinOpportunity Action"). */
export const winOpportunity = (pipeline: Pipeline): MessageDefinition =>
    closingMessage(pipeline, 'WinOpportunity', WON);
