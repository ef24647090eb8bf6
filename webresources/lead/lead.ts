export { LeadCommands } from './commands';
export { LeadForm } from './form';
