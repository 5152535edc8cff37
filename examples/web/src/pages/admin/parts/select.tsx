import { useId } from 'react';

interface SelectProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly (readonly [text: string, value: string])[];
  readonly defaultValue: string;
  readonly onChange?: (value: string) => void;
}

/** A choice with a visible label. */
export function Select({ label, name, options, defaultValue, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={defaultValue} onChange={(event) => onChange?.(event.target.value)}>
        {options.map(([text, value]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
