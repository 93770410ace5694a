import { permissionsWords as words } from '#console-words/permissions'

export interface Place {
  file: string
  line: number
  path: string
}

interface Props {
  statement: object
  place: Place | undefined
}

/** As its policy has it, and where that is. */
export function Statement({ statement, place }: Props) {
  return (
    <figure className="console-statement">
      <pre className="console-pre">{JSON.stringify(statement, null, 2)}</pre>
      {place && (
        <figcaption className="console-soft">
          {words.place(place.file, place.line, place.path)}
        </figcaption>
      )}
    </figure>
  )
}
