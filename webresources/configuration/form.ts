export { CriterionForm } from './form/criterion-form';
export { ReasonForm } from './form/reason-form';
export { TransitionForm } from './form/transition-form';
