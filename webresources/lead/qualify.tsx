import { mount } from '../dialog/mount';
import { QualifyDialog } from './dialog/QualifyDialog';

void mount(QualifyDialog);
