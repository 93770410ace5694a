import { html, type Html } from '../http/html.ts'

/** What was wrong with a form. */
export interface Problem {
  message: string
  /** Name of the input at fault, where it is one. */
  field?: string
}

export interface Field {
  name: string
  label: string
  type: string
  autocomplete: string
  value?: string | undefined
  hint?: string | Html
  inputmode?: string
  maxlength?: number
  isOptional?: boolean
}

/** An input with its label, its hint and its fault, tied together for whoever cannot see them. */
export function field(of: Field, problem?: Problem): Html {
  const {
    name,
    label,
    type,
    autocomplete,
    value,
    hint,
    inputmode,
    maxlength,
    isOptional = false,
  } = of
  const fault = problem?.field === name && problem.message
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint && html`<div class="soft" id="${name}-hint">${hint}</div>`}
    ${fault && html`<p class="fault" id="${name}-fault">${fault}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      ${!isOptional && html`required`}${
        inputmode && html` inputmode="${inputmode}"`
      }${maxlength && html` maxlength="${maxlength}"`}${
        described && html` aria-describedby="${described}"`
      }${fault && html` aria-invalid="true"`}
      ${isMachineRead(autocomplete) && html`autocapitalize="none" spellcheck="false"`}
    />
  </div>`
}

/** Not a name of somebody, which phones may begin with a capital. */
function isMachineRead(autocomplete: string): boolean {
  return !/name$/.test(autocomplete) || autocomplete === 'username'
}

/** Read out when the page loads; leads to the input that needs another look. */
export function problemSummary({ message, field }: Problem, title: string): Html {
  const text = field ? html`<a href="#${field}">${message}</a>` : message
  return html`<div class="summary" role="alert" tabindex="-1">
    <h2>${title}</h2>
    <p>${text}</p>
  </div>`
}
