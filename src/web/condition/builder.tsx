import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { conditionWords } from "../../report/rules/condition-words.ts";
import type { BuilderMatter } from "./builder-matter.ts";
import { conditionFormWord as word, type ConditionFormWord } from "./condition-form-word.ts";
import { conditionOf, type Draft, finished, type Group, GROUPS, type Kept } from "./draft.ts";
import { fieldName } from "./draft-fields.ts";
import { LineFields } from "./line-fields.tsx";

/** The fields of a condition, group by group. */
export const BuilderFields = ({ draft, matter }: { draft: Group; matter: BuilderMatter }): JSX.Element => (
  <GroupFields group={draft} path={[]} matter={matter} />
);

/** The same alone, to be put in the place of those on the page. */
export const builderHtml = (draft: Group, matter: BuilderMatter): string =>
  renderToString(<BuilderFields draft={draft} matter={matter} />);

/** A draft as a sentence, without what is not finished in it. */
export function draftWords(draft: Group, { names }: BuilderMatter): string {
  const whole = finished(draft);
  const condition = whole && conditionOf(whole);
  return condition === undefined ? word("always", names.language) : conditionWords(condition, names);
}

interface PartMatter {
  readonly path: readonly number[];
  readonly matter: BuilderMatter;
}

function GroupFields({ group, path, matter }: PartMatter & { group: Group }): JSX.Element {
  const { language } = matter.names;
  const label = word("groupOf", language);
  const at = path.join(".");
  return (
    <div class="group" role="group" aria-label={path.length === 0 ? label : `${label} ${at}`} data-at={at}>
      <input type="hidden" name={fieldName(path, "is")} value="group" />
      <input type="hidden" name={fieldName(path, "loose")} value={String(group.loose)} />
      <div class="group-head">
        <select name={fieldName(path, "kind")} aria-label={label} data-sentence="">
          {GROUPS.map((kind) => (
            <option value={kind} selected={kind === group.kind}>
              {word(kind, language)}
            </option>
          ))}
        </select>
        {path.length === 0 ? null : <Moves at={at} matter={matter} />}
      </div>
      <ul>
        {group.parts.map((part, index) => (
          <li>
            <PartFields part={part} path={[...path, index]} matter={matter} />
          </li>
        ))}
      </ul>
      <div class="adds">
        <ChangeButton change="add" at={at} matter={matter} />
        <ChangeButton change="group" at={at} matter={matter} />
      </div>
    </div>
  );
}

function PartFields({ part, path, matter }: PartMatter & { part: Draft }): JSX.Element {
  if (part.is === "group") return <GroupFields group={part} path={path} matter={matter} />;
  const moves = <Moves at={path.join(".")} matter={matter} />;
  return part.is === "line" ? (
    <LineFields line={part} path={path} matter={matter} moves={moves} />
  ) : (
    <KeptPart kept={part} path={path} matter={matter} moves={moves} />
  );
}

/** What no field can show: as a sentence, and as it is written. */
function KeptPart({
  kept: { condition },
  path,
  matter: { names },
  moves,
}: PartMatter & { kept: Kept; moves: JSX.Element }): JSX.Element {
  const json = JSON.stringify(condition);
  return (
    <div class="line" data-at={path.join(".")}>
      <input type="hidden" name={fieldName(path, "is")} value="kept" />
      <input type="hidden" name={fieldName(path, "json")} value={json} />
      <div class="kept">
        <p>{word("kept", names.language)}</p>
        <p>{conditionWords(condition, names)}</p>
        <code>{json}</code>
      </div>
      {moves}
    </div>
  );
}

const Moves = ({ at, matter }: { at: string; matter: BuilderMatter }): JSX.Element => (
  <span class="moves">
    {MOVES.map((change) => (
      <button
        type="button"
        class="quiet"
        data-change={change}
        data-at={at}
        title={word(change, matter.names.language)}
        aria-label={word(change, matter.names.language)}
      >
        <span aria-hidden="true" />
      </button>
    ))}
  </span>
);

const MOVES = ["up", "down", "remove"] as const;

const ChangeButton = ({
  change,
  at,
  matter,
}: {
  change: ConditionFormWord & ("add" | "group");
  at: string;
  matter: BuilderMatter;
}): JSX.Element => (
  <button type="button" data-change={change} data-at={at}>
    + {word(change, matter.names.language)}
  </button>
);
