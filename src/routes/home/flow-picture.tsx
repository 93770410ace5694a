import type { ReactNode } from 'react'
import { homeWords } from '#words/home'

interface Station {
  name: string
  note?: string
  icon: ReactNode
}

/** How a picture gets into a profile: four stations and the path between them. */
export function FlowPicture() {
  const { picture, pictureTitle } = homeWords
  const stations = [
    { name: picture.browser, note: picture.browserNote, icon: <BrowserIcon /> },
    { name: picture.userPool, note: picture.userPoolNote, icon: <UserPoolIcon /> },
    { name: picture.identityPool, note: picture.identityPoolNote, icon: <IdentityPoolIcon /> },
    { name: picture.storage, note: picture.storageNote, icon: <StorageIcon /> },
  ]
  return (
    <figure className="flow" aria-labelledby="flow-title">
      <figcaption id="flow-title">{pictureTitle}</figcaption>
      <Stations stations={stations} />
    </figure>
  )
}

/** A list to those who listen, a drawing to those who look. */
export function Stations({ stations }: { stations: readonly Station[] }) {
  return (
    <ol>
      {stations.map(({ name, note, icon }) => (
        <li key={name} className="station">
          <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            {icon}
          </svg>
          <span className="station-name">{name}</span>
          {note && <span className="station-note">{note}</span>}
        </li>
      ))}
    </ol>
  )
}

export function BrowserIcon() {
  return (
    <>
      <rect x="6" y="8" width="28" height="24" rx="4" />
      <path d="M6 15h28M10.5 11.5h.01M14 11.5h.01" />
      <circle cx="20" cy="21" r="2.6" />
      <path d="M14.5 29c.6-3 2.8-4.4 5.5-4.4s4.9 1.4 5.5 4.4" />
    </>
  )
}

export function UserPoolIcon() {
  return (
    <>
      <circle cx="20" cy="15" r="5" />
      <path d="M10 32c.9-6 4.8-9 10-9s9.1 3 10 9" />
      <path className="flow-accent" d="m26.5 13.5 2.5 2.5 4.5-5" />
    </>
  )
}

export function IdentityPoolIcon() {
  return (
    <>
      <path d="M20 6.5 31 10.5v8.5c0 7-4.5 11.5-11 14.5-6.5-3-11-7.5-11-14.5v-8.5z" />
      <circle className="flow-accent" cx="17" cy="18.5" r="2.8" />
      <path className="flow-accent" d="M19.5 20.2 25 25.5m-2.5-2.4 1.8-1.8" />
    </>
  )
}

function StorageIcon() {
  return (
    <>
      <ellipse cx="20" cy="10.5" rx="12" ry="4" />
      <path d="m8 10.5 3 18.5c.4 2 4.2 3.5 9 3.5s8.6-1.5 9-3.5l3-18.5" />
      <path className="flow-accent" d="m14.5 26 3.5-4.5 2.5 3 1.8-2 3.2 3.5z" />
    </>
  )
}
