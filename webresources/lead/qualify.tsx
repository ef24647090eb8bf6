import { mount } from '../dialog/mount';
import { QualifyDialog } from './qualify/QualifyDialog';

void mount(QualifyDialog);
