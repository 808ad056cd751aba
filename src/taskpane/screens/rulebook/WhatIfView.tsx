import { useEffect, useRef, useState } from 'react';
import type { Replay, ReplayStep } from '../../../month/replay/replay';
import type { Tried } from '../../../month/views/whatIf';
import { Bar } from '../../parts/Problems';
import { usePane } from '../../state/usePane';
import { ReplayProgress } from './whatIf/ReplayProgress';
import { ReplayResult } from './whatIf/ReplayResult';
import { TriedForm } from './whatIf/TriedForm';

interface Outcome {
  readonly tried: Tried;
  readonly replay: Replay;
  /** The workbook's version that was looked at. */
  readonly version: number;
}

/** What other rules would change, before anything is changed. */
export function WhatIfView() {
  const { model, state } = usePane();
  const [step, setStep] = useState<ReplayStep | 'begin' | undefined>();
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [adopted, setAdopted] = useState<string | undefined>();
  const cancelled = useRef(false);
  // who leaves the page stops the work
  useEffect(() => {
    cancelled.current = false;
    return () => {
      cancelled.current = true;
    };
  }, []);
  const { month, version, report } = state;
  if (report === undefined) return null;

  const run = async (tried: Tried, isAll: boolean): Promise<void> => {
    cancelled.current = false;
    setOutcome(undefined);
    setAdopted(undefined);
    setStep('begin');
    const replay = await model.replay(tried, {
      months: isAll ? undefined : [month],
      isCancelled: () => cancelled.current,
      onProgress: setStep,
    });
    setStep(undefined);
    if (replay !== undefined) setOutcome({ tried, replay, version });
  };
  return (
    <>
      {adopted !== undefined && <Bar intent="success">{adopted}</Bar>}
      <TriedForm
        key={report.rulebook.id}
        isRunning={step !== undefined}
        onRun={(tried, isAll) => {
          void run(tried, isAll);
        }}
        onChange={() => {
          setOutcome(undefined);
        }}
      />
      {step !== undefined && (
        <ReplayProgress
          step={step}
          onCancel={() => {
            cancelled.current = true;
          }}
        />
      )}
      {outcome !== undefined && (
        <ReplayResult
          tried={outcome.tried}
          replay={outcome.replay}
          isStale={outcome.version !== version}
          onAdopted={(words) => {
            setOutcome(undefined);
            setAdopted(words);
            model.announce(words);
          }}
        />
      )}
    </>
  );
}
