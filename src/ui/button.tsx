import type { ComponentProps, ReactNode } from 'react'
import { buttonClass } from './class-names.ts'
import { words } from '#words/words'

interface Props extends ComponentProps<'button'> {
  variation?: 'primary' | 'link' | 'plain'
  isLarge?: boolean
  /**
   * Keeps label, width and focus, says that it works, and does nothing more. That nothing is sent twice
   * before it is rendered busy is for `useOneSubmission` and `useOnce` to see to.
   */
  isBusy?: boolean
  children: ReactNode
}

export function Button({ variation, isLarge, isBusy = false, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass(variation, isLarge)} ${rest.className ?? ''}`.trimEnd()}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled'] || undefined}
      onClick={(event) => {
        if (isBusy || rest['aria-disabled']) event.preventDefault()
        else rest.onClick?.(event)
      }}
    >
      <span className="button-label">{children}</span>
      {isBusy && (
        <span className="button-spinner">
          <span className="visually-hidden">{words.form.working}</span>
        </span>
      )}
    </button>
  )
}
