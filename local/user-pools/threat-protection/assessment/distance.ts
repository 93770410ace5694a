interface Point {
  /** Degrees, north and east of the origin. */
  latitude: number
  longitude: number
}

const earthRadiusKilometres = 6371

/** Along the surface of a sphere (the haversine formula). */
export function kilometresBetween(from: Point, to: Point): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const along = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude))
  const chord = half(from.latitude, to.latitude) + along * half(from.longitude, to.longitude)
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
