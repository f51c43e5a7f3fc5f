import { CountryField } from '../../components/country-field.tsx';
import { Select, optionsOf } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { POSTS, type Post } from '../../domain/posts.ts';

interface Successor {
  name: string;
  post: Post;
  country: string;
}

/** Who keeps the records from now on. */
export function SuccessorFields({
  value,
  onChange,
}: {
  value: Successor;
  onChange: (value: Successor) => void;
}) {
  return (
    <>
      <TextField
        label="Successor’s name"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={200}
        dir="auto"
      />
      <div className="fields">
        <Select
          label="Their post"
          value={value.post}
          onChange={(post) => onChange({ ...value, post })}
          options={optionsOf(POSTS)}
        />
        <CountryField
          label="Where they work from"
          value={value.country}
          onChange={(country) => onChange({ ...value, country })}
        />
      </div>
    </>
  );
}
