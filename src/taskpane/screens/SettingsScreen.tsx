import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language } from '../../i18n';
import { rememberLanguage } from '../state/language';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';
import { FormulaHelper } from './settings/FormulaHelper';
import { VERSION } from '../version';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Language, formulas, and what this program is. */
export function SettingsScreen() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const { language, isProvisional, report } = state;
  return (
    <div className={styles.screen}>
      <section className={styles.column}>
        <h2 className={styles.heading} id="settings-language">
          {say('pane.settings.language')}
        </h2>
        <RadioGroup
          layout="horizontal"
          aria-labelledby="settings-language"
          value={language}
          onChange={(_event, { value }) => {
            const chosen = LANGUAGES.find((one) => one === value);
            if (chosen === undefined) return;
            rememberLanguage(chosen);
            void model.setLanguage(chosen);
          }}
        >
          {LANGUAGES.map((one) => (
            <Radio key={one} value={one} label={say(`pane.language.${one}`)} />
          ))}
        </RadioGroup>
      </section>
      <section className={styles.column}>
        <h2 className={styles.heading}>{say('pane.settings.formula')}</h2>
        {isProvisional || report === undefined ? (
          <p className={styles.small}>{say('pane.explain.noRulebook')}</p>
        ) : (
          <FormulaHelper key={report.rulebook.id} report={report} />
        )}
      </section>
      <FormulaCare />
      <section className={styles.column}>
        <h2 className={styles.heading}>{say('pane.settings.about')}</h2>
        <p className={styles.small}>{say('pane.about.version', { version: VERSION })}</p>
        <p className={styles.small}>{say('pane.about.privacy')}</p>
        <p className={styles.small}>{say('pane.about.money')}</p>
      </section>
    </div>
  );
}

/** Repairing formulas, and turning them into values for good: asked before it is done. */
function FormulaCare() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className={styles.column}>
      <h2 className={styles.heading}>{say('pane.settings.care')}</h2>
      <p className={styles.small}>{say('pane.settings.repairWhy')}</p>
      <div className={styles.wrap}>
        <Button
          size="small"
          disabled={state.isBusy}
          onClick={() => {
            void model.repairFormulas();
          }}
        >
          {say('pane.settings.repair')}
        </Button>
        <Button
          size="small"
          disabled={state.isBusy}
          onClick={() => {
            void model.reload();
          }}
        >
          {say('pane.settings.refresh')}
        </Button>
        {!isAsking && (
          <Button
            size="small"
            disabled={state.isBusy}
            onClick={() => {
              setAsking(true);
            }}
          >
            {say('pane.settings.freeze')}
          </Button>
        )}
      </div>
      {isAsking && (
        <div
          className={styles.column}
          role="group"
          aria-label={say('pane.settings.freeze')}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setAsking(false);
          }}
        >
          <p className={styles.text}>{say('pane.settings.freezeAsk')}</p>
          <div className={styles.wrap}>
            <Button
              size="small"
              appearance="primary"
              autoFocus
              disabled={state.isBusy}
              onClick={() => {
                setAsking(false);
                void model.freezeFormulas();
              }}
            >
              {say('pane.settings.freezeYes')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setAsking(false);
              }}
            >
              {say('pane.cancel')}
            </Button>
          </div>
        </div>
      )}
      {state.announcement !== '' && <p className={styles.small}>{state.announcement}</p>}
    </section>
  );
}
