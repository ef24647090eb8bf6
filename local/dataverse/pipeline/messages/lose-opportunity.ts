import { closingMessage } from '../close-opportunity';
import type { Pipeline } from '../pipeline';
import type { MessageDefinition } from '../types';

const LOST = 2;

/** LoseOpportunity (Microsoft Learn, "LoseOpportunity Action"). */
export const loseOpportunity = (pipeline: Pipeline): MessageDefinition =>
    closingMessage(pipeline, 'LoseOpportunity', LOST);
