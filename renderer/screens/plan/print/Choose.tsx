import { Field, Select } from '@fluentui/react-components';

interface ChooseProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** Values with their words. */
  readonly options: readonly (readonly [value: Value, text: string])[];
  onChange(value: Value): void;
}

/** One of a few, beside its name. */
export function Choose<Value extends string>({ label, value, options, onChange }: ChooseProps<Value>) {
  return (
    <Field label={label} size="small" orientation="horizontal" className="print-field">
      <Select
        size="small"
        value={value}
        onChange={(_, { value: text }) => {
          const chosen = options.find(([one]) => one === text);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
