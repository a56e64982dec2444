import { expect, test } from 'vitest'
import { toText } from './mail.ts'
import { custodianDeclaration } from './production_letters.ts'
import { sampleRequester } from './sample_facts.ts'

test.each([
  { form: 'california' as const, oath: 'under the laws of the State of California' },
  { form: 'federal' as const, oath: 'under the laws of the United States of America' },
])('a $form declaration is sworn $oath', ({ form, oath }) => {
  const facts = {
    ...sampleRequester,
    custodian: 'Ruth Calloway',
    custodianTitle: 'Custodian of Records',
    records: [],
    whole: false,
    pages: 0,
    bates: null,
    prepared: '',
    form,
  }
  const none = toText(custodianDeclaration(facts))
  expect(none).toContain(oath)
  expect(none).toContain('We have none of the records described')
  expect(none).not.toContain('at or near the time')
})
