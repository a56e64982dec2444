import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Section } from '#app/_ui/section.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { identitiesOf } from '#db/queries/identity.ts'
import { caseReaders, isPermitted } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { ShowWho } from '../../_parts/show_who.tsx'
import { Step } from '../../_parts/step.tsx'
import { numberIn, stepHead } from '../../_parts/step_head.ts'
import { FindForm, NoneFoundForm, SplitForm } from './find_form.tsx'
import { CopyFit, KnownSubscriber } from './known_subscriber.tsx'

type Asked = { params: Promise<{ reference: string; number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Target, ${(await params).reference}` }
}

export default async function TargetPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, caseReaders)
  const number = numberIn((await params).number)
  const target = head.targets.find((one) => one.number === number)
  if (!target) notFound()
  const identities = await identitiesOf(actor, head.reference)
  const shown = identities.state === 'shown' ? identities.of.get(number) : undefined
  const isCustodian = isPermitted(actor, ['custodian'])
  const props = { actor, head, target }
  return (
    <Step
      subpoena={head}
      title={`${target.letter}: ${labelOf('targetKinds', target.kind)} ${target.identifier}`}
      does={[
        target.period && `Asked about: ${target.period}.`,
        target.splitFrom && `Split from ${target.splitFrom}.`,
        isCustodian
          ? 'Say whose it is, or that it is nobody’s. A target that is found anew needs a new notice.'
          : 'A custodian says whose it is.',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className="space-y-6">
        <p>
          {target.subscriber ? (
            <Mark glyph="tick" words={`Its subscriber is ${target.subscriber}`} />
          ) : target.noneFound ? (
            <Mark glyph="tick" words={`No subscriber. Searched: ${target.searched}`} wraps />
          ) : (
            <Mark glyph="ring" words="Nobody has looked yet" />
          )}
        </p>
        {target.subscriber ? (
          <ShowWho
            reference={head.reference}
            back={`/subpoenas/${head.reference}/targets/${number}`}
            names={identities.state}
            words={`Show who ${target.subscriber} is`}
          />
        ) : null}
        {shown ? <KnownSubscriber {...props} on={shown} /> : null}
        <CopyFit {...props} />
        {isCustodian ? (
          <>
            {target.subscriber === null && !target.noneFound ? (
              <FindForm head={head} target={target} />
            ) : (
              <Section
                title="It is somebody else’s"
                lead="What the one before was told does not count for them: they get a notice of their own."
              >
                <FindForm head={head} target={target} />
              </Section>
            )}
            <NoneFoundForm head={head} target={target} />
            <SplitForm head={head} target={target} />
          </>
        ) : null}
      </div>
    </Step>
  )
}
