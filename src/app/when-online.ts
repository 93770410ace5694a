/**
 * For what a page is made of: whoever loses the network while it starts keeps what is painted, with what
 * they typed, and it goes on by itself once the network is back.
 *
 * @throws what `load` throws while the browser has a network.
 */
export async function whenOnline<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (navigator.onLine) throw error
    await new Promise((resolve) => {
      window.addEventListener('online', resolve, { once: true })
    })
    return whenOnline(load)
  }
}
