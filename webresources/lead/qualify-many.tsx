import { mount } from '../dialog/mount';
import { QualifyManyDialog } from './qualify-many/QualifyManyDialog';

void mount(QualifyManyDialog);
