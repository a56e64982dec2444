import { MoreFields } from '#app/_forms/more_fields.tsx'
import { DateField, TimeField } from '#app/_ui/date_field.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import type { SubpoenaRow } from '#db/load.ts'

type Known = Partial<SubpoenaRow>

/** The case as it is printed on the paper. All of it may be missing. */
export function CaseFields({ known = {}, today }: { known?: Known; today: string }) {
  return (
    <Fieldset legend="The case" aside="as printed; leave empty what the paper lacks">
      <FieldRow of={2}>
        <Input name="caption" label="Caption" value={known.caption} serif wide />
      </FieldRow>
      <FieldRow of={4}>
        <Input name="caseNumber" label="Case number" value={known.caseNumber} />
        <Input name="court" label="Court" value={known.court} placeholder="C.D. Cal." />
        <Input name="county" label="County or district" value={known.county} />
        <Input name="issuingState" label="State" value={known.issuingState} placeholder="CA" />
      </FieldRow>
      <FieldRow of={2}>
        <Input name="issuingParty" label="Issuing party" value={known.issuingParty} />
        <Input
          name="issuingAttorney"
          label="Issuing attorney"
          value={known.issuingAttorney}
          placeholder="Name, bar number"
        />
      </FieldRow>
      <FieldRow of={3}>
        <DateField name="issuedOn" label="Issued" today={today} value={known.issuedOn ?? undefined} />
        <DateField
          name="complianceOn"
          label="Compliance day"
          today={today}
          value={known.complianceOn ?? undefined}
        />
        <TimeField name="complianceTime" label="Compliance time" value={known.complianceTime ?? undefined} />
      </FieldRow>
      <MoreFields
        summary="The caption has characters that cannot be printed"
        names={['captionPrinted']}
        mends="caption"
        open={Boolean(known.captionPrinted)}
      >
        <Input
          name="captionPrinted"
          label="Printed form of the caption"
          value={known.captionPrinted ?? undefined}
          help="It stands on letters and invoices; the screen keeps the caption itself."
          serif
        />
      </MoreFields>
    </Fieldset>
  )
}

/** What the paper asks for, word for word, and where it is to be produced. */
export function RecordsFields({ known = {} }: { known?: Known }) {
  return (
    <div className="fields mt-3">
      <TextArea
        name="recordsRequested"
        label="Records requested, word for word"
        value={known.recordsRequested}
        rows={3}
      />
      <TextArea name="compliancePlace" label="Place of compliance" value={known.compliancePlace} rows={2} />
    </div>
  )
}
