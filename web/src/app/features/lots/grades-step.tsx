import type { Crop } from './documents.js';
import { GradeFigures, GradeRung } from './grade-rung.js';
import type { DraftLine } from './lot-draft.js';
import { say } from './words.js';

interface GradesStepProps {
  crop: Crop;
  drawing: string;
  lines: readonly DraftLine[];
  onGrade: (gradeCode: string) => void;
}

/** The ladder of grades; each rung carries its own kilograms and price. */
export function GradesStep({ crop, drawing, lines, onGrade }: GradesStepProps) {
  const words = say();
  return (
    <section class="stack tight">
      <h2>{words.grades}</h2>
      {crop.grades.map((grade) => {
        const line = lines.find(({ gradeCode }) => gradeCode === grade.code);
        return (
          <GradeRung
            key={grade.code}
            drawing={drawing}
            grade={grade}
            onPress={() => onGrade(grade.code)}
          >
            {line ? (
              <GradeFigures grams={line.grams} askVndPerKg={line.askVndPerKg} />
            ) : (
              <span class="earth">{words.tap}</span>
            )}
          </GradeRung>
        );
      })}
    </section>
  );
}
