export { OpportunityCommands } from './commands';
export { OpportunityForm } from './form';
