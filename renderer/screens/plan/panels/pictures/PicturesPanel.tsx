import { Button } from '@fluentui/react-components';
import { FullScreenMaximizeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../../../../i18n/text.ts';
import { Pictures } from './Pictures.tsx';
import { PicturesView } from './PicturesView.tsx';

/** The plan in pictures beside the sheet; or over the whole window, from where they are printed. */
export function PicturesPanel() {
  const { t } = useText();
  const [whole, setWhole] = useState(false);
  return (
    <div className="side-panel-body">
      <Button size="small" icon={<FullScreenMaximizeRegular />} onClick={() => setWhole(true)}>
        {t('pictures.whole')}
      </Button>
      {whole ? <PicturesView onClose={() => setWhole(false)} /> : <Pictures />}
    </div>
  );
}
