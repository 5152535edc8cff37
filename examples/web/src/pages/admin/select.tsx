import { useId } from 'react';

interface SelectProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly (readonly [text: string, value: string])[];
}

export function Select({ label, name, options }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name}>
        {options.map(([text, value]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
