import type { Problem } from '../../../../facts/problem';
import { sentence } from '../../../../i18n';
import { Bar } from '../../../parts/Problems';
import { usePane } from '../../../state/usePane';

/** Why something was refused, each with what to do. */
export function EditProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { language } = usePane().state;
  const sentences = [...new Set(problems.map((problem) => sentence(problem, language)))];
  return sentences.map((text) => (
    <Bar key={text} intent="error">
      {text}
    </Bar>
  ));
}
